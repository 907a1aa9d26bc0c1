package org.startex.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.startex.kernel.Texts;
import org.startex.people.NotAllowed;

/** A service refused what this page wanted to show. */
@AnonymousAllowed
@StyleSheet("context://app/admin.css")
class NotAllowedView extends Composite<Door> implements HasErrorParameter<NotAllowed>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    @Override
    protected Door initContent() {
        return ProblemPage.of("problem.denied");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotAllowed> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("ui-admin").get("problem.denied.title");
    }
}
