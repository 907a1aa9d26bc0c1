package org.startex.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Tells assistive technology that the line about the connection, which the framework adds to each page, is a status. */
@Component
class ConnectionLine implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        init -> init.getUI()
                                .getPage()
                                .executeJs(
                                        "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')"));
    }
}
