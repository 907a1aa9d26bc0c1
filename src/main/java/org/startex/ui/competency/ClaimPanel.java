package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Supplier;
import org.startex.competency.Change;
import org.startex.competency.Claim;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceAct;
import org.startex.competency.EvidencePiece;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** One claim of a piece: the KSB in the standard's words, where it stands, its whole history, and what whoever reads can do about it. */
final class ClaimPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    /**
     * Who reads.
     *
     * @param mine whether it is their own piece
     * @param judges whether they may judge it
     * @param open whether this claim is open for judgement
     * @param opening opens it for judgement
     */
    record Reader(boolean mine, boolean judges, boolean open, Runnable opening) {}

    private final transient CompetencyTools tools;
    private final transient EvidencePiece piece;
    private final transient Claim claim;
    private final transient Runnable changed;
    private final Div acts = Html.div("stack");

    ClaimPanel(
            CompetencyTools tools,
            EvidencePiece piece,
            Claim claim,
            Map<PersonId, String> names,
            Reader reader,
            Runnable changed) {
        this.tools = tools;
        this.piece = piece;
        this.claim = claim;
        this.changed = changed;
        addClassNames("panel", "pad", "claim");
        H3 text =
                new H3(tools.standard().ksb(claim.ksb()).map(ksb -> ksb.text()).orElse(""));
        add(
                Html.div(
                        "row top",
                        Html.span("ksb-code", claim.ksb().value()),
                        text,
                        Html.spring(),
                        PieceWords.chip(claim.state())),
                history(names),
                acts);
        if (reader.judges()) {
            judging(reader.open(), reader.opening());
        }
        if (reader.mine()) {
            own();
        }
    }

    private OrderedList history(Map<PersonId, String> names) {
        OrderedList list = new OrderedList();
        list.addClassName("history");
        claim.history().forEach(act -> list.add(line(act, names)));
        return list;
    }

    private static ListItem line(EvidenceAct act, Map<PersonId, String> names) {
        ListItem line = new ListItem(Html.div(
                "row wrap s",
                Html.span("b", PieceWords.act(act.act())),
                Html.span("m", TEXTS.get("history.by", names.getOrDefault(act.by(), ""), PieceWords.day(act.at())))));
        if (act.observed()) {
            line.add(Html.p("s m", TEXTS.get("history.observed")));
        }
        act.part().ifPresent(role -> line.add(Html.p("s m", TEXTS.get("history.part", Words.say("role." + role)))));
        if (!act.words().isBlank()) {
            line.add(Html.p("pre", act.words()));
        }
        return line;
    }

    /** One claim at a time is open for judgement, so that the keys mean one thing. */
    private void judging(boolean open, Runnable opening) {
        if (claim.state() == ClaimState.WITHDRAWN) {
            return;
        }
        if (open) {
            acts.add(new JudgePanel(tools, piece, claim, changed));
            return;
        }
        Button judge = new Button(
                claim.state() == ClaimState.WAITING
                        ? TEXTS.get("judge.open", claim.ksb().value())
                        : TEXTS.get("judge.again", claim.ksb().value()),
                click -> opening.run());
        judge.addThemeVariants(ButtonVariant.LUMO_SMALL);
        acts.add(Html.div("row", judge));
    }

    private void own() {
        if (claim.state() == ClaimState.MORE_WANTED) {
            TextArea more = new TextArea(TEXTS.get("claim.add.label"));
            more.setMinRows(2);
            more.setMaxLength(2000);
            Button send = new Button(
                    TEXTS.get("claim.add.send"),
                    click -> perform(
                            () -> tools.evidence().resubmit(tools.caller(), piece.id(), claim.ksb(), more.getValue())));
            send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(more, Html.div("row wrap", send, back()));
        } else if (claim.state() == ClaimState.WAITING) {
            acts.add(Html.div("row", back()));
        } else if (claim.state() == ClaimState.WITHDRAWN) {
            Button again = new Button(
                    TEXTS.get("claim.again", claim.ksb().value()),
                    click -> perform(() -> tools.evidence().claim(tools.caller(), piece.id(), claim.ksb())));
            again.addThemeVariants(ButtonVariant.LUMO_SMALL);
            acts.add(Html.div("row", again));
        }
    }

    private Button back() {
        Button back = new Button(
                TEXTS.get("claim.back", claim.ksb().value()),
                click -> perform(() -> tools.evidence().withdraw(tools.caller(), piece.id(), claim.ksb())));
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return back;
    }

    private void perform(Supplier<Change<EvidenceId>> act) {
        switch (act.get()) {
            case Change.Done<EvidenceId> done -> changed.run();
            case Change.Refused<EvidenceId>(var refusal) -> acts.add(Notice.problem(refusal.message()));
        }
    }
}
