package org.startex.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.InjectRow;
import org.startex.conduct.Member;
import org.startex.conduct.PersonReceipt;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Since;
import org.startex.ui.Words;

/** Who has received, seen, acknowledged and answered an inject, in minutes and seconds of real time after sending. */
final class ReceiptTable extends NativeTable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");

    ReceiptTable(Scene scene, InjectRow inject, List<PersonReceipt> people) {
        addClassNames("table", "who");
        Span caption =
                Html.span("vh", Words.say("receipts.caption", inject.number().value()));
        com.vaadin.flow.dom.Element box = new com.vaadin.flow.dom.Element("caption");
        box.appendChild(caption.getElement());
        getElement().appendChild(box);
        NativeTableRow head = getHead().addRow();
        headCell(head, Words.say("receipts.to", people.size()));
        headCell(head, Words.say("receipts.received"));
        headCell(head, Words.say("receipts.seen"));
        headCell(head, Words.say("receipts.acknowledged"));
        headCell(head, Words.say("receipts.answered"));
        NativeTableBody body = addBody();
        people.forEach(person -> line(scene, body.addRow(), person));
    }

    private static void headCell(NativeTableRow row, String text) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        cell.setText(text);
    }

    private static void line(Scene scene, NativeTableRow row, PersonReceipt person) {
        Member member = person.member();
        NativeTableHeaderCell who = row.addHeaderCell();
        who.getElement().setAttribute("scope", "row");
        who.add(Html.span("ell blk", scene.name(member.participant())), Html.span("ell blk xs m", scene.place(member)));
        person.down().ifPresent(since -> who.add(down(since)));
        row.addDataCell().add(time("delivered", person.received()));
        row.addDataCell().add(time("seen", person.seen()));
        NativeTableCell acknowledged = row.addDataCell();
        if (person.late()) {
            acknowledged.add(Html.span("st late mini", new Icon("late"), Html.span("", Words.say("receipts.none"))));
        } else {
            acknowledged.add(time("ack", person.acknowledged()));
        }
        row.addDataCell().add(time("decision", person.answered()));
    }

    private static Component down(Instant since) {
        Span down = Html.span("st late mini", new Icon("off"));
        down.add(
                since.equals(Instant.EPOCH)
                        ? Html.span("", TEXTS.get("receipts.never"))
                        : Since.length(since.toEpochMilli()).within(TEXTS.get("receipts.down", "{0}")));
        return down;
    }

    private static Component time(String icon, Optional<Duration> after) {
        if (after.isEmpty()) {
            Span dot = Html.span("m", "·");
            dot.getElement().setAttribute("aria-label", Words.say("receipts.not-yet"));
            dot.getElement().setAttribute("role", "img");
            return dot;
        }
        return Html.span(
                "row tight-row",
                Html.span("mkc " + (icon.equals("decision") ? "m" : icon), new Icon(icon)),
                Html.span("", Lengths.of(after.get())));
    }
}
