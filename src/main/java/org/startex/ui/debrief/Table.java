package org.startex.ui.debrief;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of words and numbers, each row named by its first cell. */
final class Table extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final NativeTableBody body;

    Table(String caption, String... heads) {
        addClassName("table");
        setCaptionText(caption);
        NativeTableRow head = getHead().addRow();
        for (String each : heads) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(each);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        body = getBody();
    }

    void row(String name, String... cells) {
        NativeTableRow row = body.addRow();
        NativeTableHeaderCell first = new NativeTableHeaderCell(name);
        first.getElement().setAttribute("scope", "row");
        row.add(first);
        for (String each : cells) {
            row.addDataCell().setText(each);
        }
    }
}
