package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.InjectRow;
import org.startex.conduct.PauseCause;
import org.startex.kernel.Channel;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;

/** What has become of an inject's mail at each address, with what can be done about it. For controllers; nothing where the inject did not leave by mail. */
final class MailPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-mail");
    private static final int NAMED = 3;

    private final transient InjectMailService mail;
    private final Div told = Html.div("");
    private transient List<Posted> shown = List.of();
    private transient List<MailAddress> late = List.of();
    private boolean held;
    private long inject;

    MailPart(InjectMailService mail) {
        this.mail = mail;
        addClassNames("bd", "by-mail");
        getElement().setAttribute("role", "group").setAttribute("aria-label", TEXTS.get("part.label"));
        setVisible(false);
    }

    void show(Scene now, InjectRow selected) {
        Optional<Long> delivered = selected.delivery();
        if (!now.controls() || delivered.isEmpty() || selected.channel() != Channel.MAIL) {
            nothing();
            return;
        }
        List<Posted> mails = mail.mails(now.caller(), now.id(), delivered.get());
        boolean over = now.exercise().endedAt().isPresent();
        List<MailAddress> missing = over ? List.of() : mail.late(now.caller(), now.id(), delivered.get());
        setVisible(!mails.isEmpty() || !missing.isEmpty());
        if (mails.equals(shown) && missing.equals(late) && inject == delivered.get() && held == held(now.exercise())) {
            return;
        }
        if (inject != delivered.get()) {
            told.removeAll();
        }
        shown = mails;
        late = missing;
        held = held(now.exercise());
        inject = delivered.get();
        draw(now, MailSummary.of(mails));
    }

    /** No inject is looked at that left by mail. */
    void nothing() {
        setVisible(false);
        shown = List.of();
        late = List.of();
    }

    private void draw(Scene now, MailSummary summary) {
        removeAll();
        if (!summary.latest().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            summary.latest().forEach(each -> list.add(line(now, each)));
            add(summary.failed() ? Notice.caution(summary.words()) : Html.p("m s", summary.words()), list);
        }
        if (!late.isEmpty()) {
            String who = late.stream().limit(NAMED).map(MailAddress::value).collect(Collectors.joining(", "))
                    + (late.size() > NAMED ? ", …" : "");
            add(Html.div(
                    "row wrap",
                    Html.span("s", TEXTS.get("late", late.size(), who)),
                    button(
                            TEXTS.get("late.send", late.size()),
                            TEXTS.get("late.send.label", late.size()),
                            () -> mail.sendToLate(now.caller(), now.id(), inject))));
        }
        add(told);
    }

    private ListItem line(Scene now, Posted each) {
        String address = each.to().value();
        ListItem line = new ListItem(Html.span("ell b", address), chip(each));
        line.addClassNames("person-line", "wrap");
        if (each.state() != Posted.State.SENT && !each.answer().isEmpty()) {
            line.add(Html.span("m xs", each.answer()));
        }
        line.add(Html.spring());
        if (each.state() == Posted.State.FAILED) {
            line.add(
                    button(
                            TEXTS.get("again"),
                            TEXTS.get("again.label", address),
                            () -> mail.again(now.caller(), now.id(), inject, each.key())),
                    button(TEXTS.get("let-be"), TEXTS.get("let-be.label", address), () -> keepBack(now, each)));
        } else if (each.state() == Posted.State.WAITING) {
            line.add(button(TEXTS.get("keep-back"), TEXTS.get("keep-back.label", address), () -> keepBack(now, each)));
        }
        return line;
    }

    private Optional<Reason> keepBack(Scene now, Posted each) {
        return mail.keepBack(now.caller(), now.id(), inject, each.key());
    }

    /** What became of it is shown at once; so is a refusal. */
    private Button button(String text, String label, Supplier<Optional<Reason>> act) {
        Button button = new Button(text, click -> {
            told.removeAll();
            act.get().ifPresent(reason -> told.add(Notice.problem(reason.message())));
            shown = List.of();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setDisableOnClick(true);
        return button;
    }

    private StateChip chip(Posted each) {
        return switch (each.state()) {
            case SENT -> new StateChip("ack", "check", TEXTS.get("state.sent"));
            case FAILED -> new StateChip("late", "late", TEXTS.get("state.failed"));
            case WITHDRAWN -> new StateChip("skipped", "skipped", TEXTS.get("state.kept"));
            case WAITING ->
                held
                        ? new StateChip("held", "held", TEXTS.get("state.held"))
                        : new StateChip(
                                "due",
                                "due",
                                each.delayed()
                                        ? TEXTS.get("state.delayed", each.attempts())
                                        : TEXTS.get("state.waiting"));
        };
    }

    /** From no duff until play is resumed nothing leaves. */
    private static boolean held(Exercise exercise) {
        return exercise instanceof Exercise.Stopped
                || (exercise instanceof Exercise.Paused paused && paused.cause() == PauseCause.NO_DUFF);
    }
}
