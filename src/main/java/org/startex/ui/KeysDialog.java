package org.startex.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
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
        add(table, single());
        getFooter().add(new Button(Words.say("close"), click -> close()));
    }

    /** Single characters may come from speech input by accident, so they can be switched off in this browser. */
    private static Checkbox single() {
        Checkbox single = new Checkbox(Words.say("keys.single"), true);
        single.getElement()
                .executeJs("try { return localStorage.getItem('startex.keys') !== 'off' } catch (e) { return true }")
                .then(Boolean.class, single::setValue);
        single.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                single.getElement()
                        .executeJs(
                                "try { localStorage.setItem('startex.keys', $0) } catch (e) {}",
                                change.getValue() ? "on" : "off");
            }
        });
        return single;
    }
}
