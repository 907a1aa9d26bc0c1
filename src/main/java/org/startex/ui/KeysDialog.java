package org.startex.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/** All keys of a screen, in a table. */
public final class KeysDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param keys key to what it does, in the order shown */
    public KeysDialog(Map<String, String> keys) {
        setHeaderTitle(Words.say("keys.title"));
        NativeTable table = new NativeTable();
        table.addClassName("table");
        NativeTableBody body = table.addBody();
        keys.forEach((key, act) -> {
            NativeTableRow row = body.addRow();
            NativeTableHeaderCell head = row.addHeaderCell();
            head.getElement().setAttribute("scope", "row");
            head.getElement().appendChild(new Element("kbd").setText(key));
            row.addDataCell().setText(act);
        });
        add(table);
        getFooter().add(new Button(Words.say("close"), click -> close()));
    }
}
