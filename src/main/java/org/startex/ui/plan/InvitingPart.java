package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.InvitationService;
import org.startex.conduct.Invited;
import org.startex.conduct.Invited.State;
import org.startex.conduct.PersonalLink;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.people.PlannedPerson;
import org.startex.ui.ActDialog;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** Invites everybody at once: what invitations say, links for all, and mail. */
final class InvitingPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-invitations");

    private final transient InvitationService invitations;
    private final SerializableConsumer<List<PersonalLink>> made;
    private final SerializableConsumer<String> sent;
    private final TextArea words = new TextArea(TEXTS.get("words"));
    private final Span kept = Html.span("m s", "");
    private final Button send = new Button(TEXTS.get("send"), click -> send());
    private final Div off = Html.div("", Html.p("m", TEXTS.get("no-mail")));
    private transient @Nullable Scene scene;

    InvitingPart(
            InvitationService invitations,
            SerializableConsumer<List<PersonalLink>> made,
            SerializableConsumer<String> sent) {
        this.invitations = invitations;
        this.made = made;
        this.sent = sent;
        addClassNames("bd", "inviting");
        words.setHelperText(TEXTS.get("words.hint"));
        words.setWidthFull();
        words.setMaxLength(1000);
        words.setMinRows(2);
        words.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
            }
        });
        kept.getElement().setAttribute("role", "status");
        add(words, kept, Html.div("row wrap", new Button(TEXTS.get("links"), click -> askForLinks()), send), off);
    }

    void show(Scene now, boolean somebody) {
        if (scene == null) {
            words.setValue(invitations.words(now.caller(), now.id()));
            boolean mail = invitations.configured(now.caller(), now.id());
            send.setVisible(mail);
            off.setVisible(!mail);
        }
        scene = now;
        setVisible(somebody);
    }

    private void keep() {
        Scene now = scene;
        if (now != null) {
            Optional<Reason> refused = invitations.setWords(now.caller(), now.id(), words.getValue());
            words.setInvalid(refused.isPresent());
            words.setErrorMessage(refused.map(Reason::message).orElse(""));
            kept.setText(refused.isPresent() ? "" : TEXTS.get("words.saved"));
        }
    }

    private void send() {
        Scene now = scene;
        if (now != null) {
            new SendInvitations(invitations, now, sent).open();
        }
    }

    private void askForLinks() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        List<PlannedPerson> all = invitations.invited(now.caller(), now.id()).stream()
                .filter(one -> one.state() != State.JOINED)
                .map(Invited::person)
                .toList();
        List<PlannedPerson> missing = all.stream().filter(one -> !one.hasLink()).toList();
        if (all.isEmpty()) {
            kept.setText(TEXTS.get("links.no-one"));
            return;
        }
        RadioButtonGroup<List<PlannedPerson>> who = new RadioButtonGroup<>();
        who.setLabel(TEXTS.get("links.who"));
        who.addThemeName("vertical");
        boolean some = !missing.isEmpty() && missing.size() < all.size();
        who.setItems(some ? List.of(missing, all) : List.of(all));
        who.setItemLabelGenerator(group -> group.size() == all.size() && missing.size() < all.size()
                ? TEXTS.get("links.all", all.size())
                : TEXTS.get("links.missing", group.size()));
        who.setValue(some ? missing : all);
        new ActDialog(TEXTS.get("links.title"), TEXTS.get("links.make"))
                .explain(TEXTS.get("links.explain"))
                .with(who)
                .primary()
                .ask(() ->
                        make(now, who.getValue().stream().map(PlannedPerson::id).toList()));
    }

    private void make(Scene now, List<UUID> people) {
        made.accept(invitations.newLinks(now.caller(), now.id(), people));
    }
}
