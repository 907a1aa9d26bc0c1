package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startex.conduct.PersonalLink;
import org.startex.kernel.Texts;
import org.startex.ui.CopyLink;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;

/** The personal links that were just made, to copy, to download and to print. They are told once: whoever leaves the page has them no more. */
final class LinksPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-invitations");
    /** Spreadsheets take a file for UTF-8 only if it begins so. */
    private static final String UTF_8_MARK = "\uFEFF";

    LinksPanel(Scene scene, List<PersonalLink> made) {
        addClassName("links-made");
        LinkTable table = new LinkTable(scene.plan(), made);
        H3 heading = new H3(TEXTS.get("links.made", made.size()));
        Button print = new Button(TEXTS.get("links.print"), new Icon("print"));
        print.addThemeVariants(ButtonVariant.LUMO_SMALL);
        print.addClickListener(click -> print.getElement()
                .executeJs("const page = document.documentElement.classList;"
                        + "page.add('print-slips');"
                        + "addEventListener('afterprint', () => page.remove('print-slips'), { once: true });"
                        + "window.print()"));
        Anchor csv = new Anchor(file(scene, table), TEXTS.get("links.csv"));
        csv.addClassName("download");
        add(
                Html.div("bd", heading, Html.p("m s", TEXTS.get("links.made.explain"))),
                Html.div(
                        "tb wrap",
                        CopyLink.ofText(
                                table.tabbed(),
                                TEXTS.get("links.copy"),
                                TEXTS.get("links.copy.label"),
                                TEXTS.get("links.not-copied")),
                        csv,
                        print),
                Html.wide("", TEXTS.get("links.table"), shown(table)));
    }

    private static DownloadHandler file(Scene scene, LinkTable table) {
        String name = "EXERCISE-" + scene.plan().slug() + "-personal-links.csv";
        byte[] content = (UTF_8_MARK + table.csv()).getBytes(StandardCharsets.UTF_8);
        return event -> {
            event.setFileName(name);
            event.setContentType("text/csv; charset=utf-8");
            event.getOutputStream().write(content);
        };
    }

    private static NativeTable shown(LinkTable table) {
        NativeTableRow heading = new NativeTableRow();
        LinkTable.heading().stream().limit(6).forEach(text -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
            cell.getElement().setAttribute("scope", "col");
            heading.add(cell);
        });
        NativeTableBody body = new NativeTableBody();
        table.links().forEach(made -> {
            NativeTableRow row = new NativeTableRow();
            table.line(made).stream().limit(6).forEach(text -> row.addDataCell().setText(text));
            body.add(row);
        });
        NativeTable shown = new NativeTable(new NativeTableHeader(heading), body);
        shown.addClassName("plain-table");
        return shown;
    }
}
