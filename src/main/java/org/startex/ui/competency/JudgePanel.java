package org.startex.ui.competency;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.competency.Change;
import org.startex.competency.Claim;
import org.startex.competency.EvidencePiece;
import org.startex.competency.Judgement;
import org.startex.competency.LearnerRecord;
import org.startex.competency.Matrix;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.Notice;

/** Where an assessor judges one claim: what the record can say for it, the judgement, and its reason. A, M and D choose; Ctrl+Enter sends. */
final class JudgePanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient EvidencePiece piece;
    private final transient Claim claim;
    private final transient Runnable judged;
    private final Map<Judgement, Button> choices = new EnumMap<>(Judgement.class);
    private final TextArea reason = new TextArea();
    private final Button send = new Button();
    private final Div answer = Html.div("outcome");
    private @Nullable Judgement chosen;

    JudgePanel(CompetencyTools tools, EvidencePiece piece, Claim claim, Runnable judged) {
        this.tools = tools;
        this.piece = piece;
        this.claim = claim;
        this.judged = judged;
        addClassName("judge");
        add(new H3(TEXTS.get("judge.heading", claim.ksb().value())), support());
        partsNotice();
        choose();
        add(reasonField(), answer, Html.div("row wrap", send, Html.span("m xs", TEXTS.get("judge.keys"))));
        answer.getElement().setAttribute("role", "status");
        add(keys());
        pick(Judgement.ACCEPTED);
    }

    /** What the record can say for a judgement; the judgement itself is a person's. */
    private UnorderedList support() {
        UnorderedList list = new UnorderedList();
        list.addClassName("support");
        list.add(item(
                "support.authentic",
                TEXTS.get("support.authentic.is", piece.context().name())));
        long days = Duration.between(piece.context().occurredAt(), tools.now()).toDays();
        list.add(item(
                "support.current",
                TEXTS.get("support.current.is", PieceWords.day(piece.context().occurredAt()), days)));
        Matrix.KsbLine line = record().matrix().line(claim.ksb()).orElseThrow();
        list.add(item("support.sufficient", TEXTS.get("support.sufficient.is", line.accepted(), line.exercises())));
        long observers = piece.context().observations().stream()
                .map(one -> one.by())
                .distinct()
                .count();
        list.add(item("support.reliable", TEXTS.get("support.reliable.is", observers)));
        return list;
    }

    private LearnerRecord record() {
        return tools.learners().record(tools.caller(), piece.learner()).orElseThrow();
    }

    private static ListItem item(String key, String value) {
        return new ListItem(Html.span("b", TEXTS.get(key)), Html.span("m", value));
    }

    private void partsNotice() {
        if (tools.caller() instanceof Caller.SignedIn me && observedBy(me.person())) {
            add(Notice.caution(TEXTS.get("judge.observed")));
        }
    }

    private boolean observedBy(PersonId me) {
        return piece.context().observations().stream().anyMatch(one -> me.equals(one.person()));
    }

    private void choose() {
        Div row = Html.div("fl judgements");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", TEXTS.get("judge.choose"));
        for (Judgement judgement : Judgement.values()) {
            Button button = new Button(TEXTS.get("judge." + key(judgement)), click -> {
                pick(judgement);
                reason.focus();
            });
            choices.put(judgement, button);
            row.add(button);
        }
        add(row);
    }

    private void pick(Judgement judgement) {
        chosen = judgement;
        choices.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(each == judgement)));
        send.setText(TEXTS.get("judge.send." + key(judgement), claim.ksb().value()));
        reason.setLabel(TEXTS.get("judge.reason." + key(judgement)));
    }

    private TextArea reasonField() {
        reason.setMinRows(2);
        reason.setMaxLength(2000);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.getElement().setAttribute("data-submit", "");
        send.addClickListener(click -> send());
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        return reason;
    }

    private KeyMap keys() {
        KeyMap keys = new KeyMap();
        choices.forEach((judgement, button) -> {
            button.setId("judge-" + key(judgement));
            keys.key(TEXTS.get("judge.key." + key(judgement)), button);
        });
        return keys;
    }

    private void send() {
        answer.removeAll();
        if (chosen == null) {
            return;
        }
        try {
            Change<EvidenceId> change = tools.evidence()
                    .judge(tools.caller(), piece.id(), claim.ksb(), chosen, reason.getValue(), piece.read());
            switch (change) {
                case Change.Done<EvidenceId> done -> judged.run();
                case Change.Refused<EvidenceId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
            }
        } catch (NotAllowed notAllowed) {
            answer.add(Notice.problem(TEXTS.get("not-yours")));
        }
    }

    private static String key(Judgement judgement) {
        return judgement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
