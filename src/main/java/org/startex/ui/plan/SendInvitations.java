package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startex.conduct.InvitationService;
import org.startex.conduct.Invited;
import org.startex.conduct.Invited.State;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.people.PlannedPerson;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Scene;

/** Before invitations leave by mail: how many, who gets none and why, and what they say. */
final class SendInvitations extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-invitations");
    private static final int NAMED = 12;

    private final transient InvitationService invitations;
    private final transient Scene scene;
    private final transient List<Invited> people;
    private final SerializableConsumer<String> sent;
    private final Div what = Html.div("stack");
    private final Div told = Html.div("");
    private final Checkbox again = new Checkbox();
    private final Button send = new Button();

    SendInvitations(InvitationService invitations, Scene scene, SerializableConsumer<String> sent) {
        this.invitations = invitations;
        this.scene = scene;
        this.sent = sent;
        people = invitations.invited(scene.caller(), scene.id());
        setHeaderTitle(TEXTS.get("send.title"));
        setWidth("min(36.5rem, 100%)");
        again.setLabel(TEXTS.get("send.again", count(State.SENT)));
        again.setVisible(count(State.SENT) > 0);
        again.addValueChangeListener(change -> draw());
        Button close = new Button(TEXTS.get("close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickListener(click -> send());
        getFooter().add(close, send);
        Div form = Html.div("form", what, again);
        receiver().ifPresent(person -> form.add(preview(person)));
        form.add(told);
        add(form);
        draw();
    }

    private long count(State state) {
        return people.stream().filter(one -> one.state() == state).count();
    }

    private List<PlannedPerson> receivers() {
        return people.stream()
                .filter(one -> one.state() == State.TO_SEND || (again.getValue() && one.state() == State.SENT))
                .map(Invited::person)
                .toList();
    }

    /** Whose mail is shown as an example. */
    private Optional<PlannedPerson> receiver() {
        return people.stream()
                .filter(one -> one.state() == State.TO_SEND)
                .findFirst()
                .or(() ->
                        people.stream().filter(one -> one.state() == State.SENT).findFirst())
                .map(Invited::person);
    }

    private void draw() {
        List<PlannedPerson> now = receivers();
        long ending = now.stream().filter(PlannedPerson::hasLink).count();
        UnorderedList others = new UnorderedList();
        others.addClassName("plain");
        for (State state : State.values()) {
            told(state).ifPresent(words -> others.add(new ListItem(words)));
        }
        what.removeAll();
        what.add(Html.p("b", TEXTS.get("send.now", now.size())));
        if (ending > 0) {
            what.add(Notice.caution(TEXTS.get("send.links-end", ending)));
        }
        what.add(others);
        send.setText(TEXTS.get("send.act", now.size()));
        send.setEnabled(!now.isEmpty());
    }

    /** What is told of those who stand so, if there are any; of those who get an invitation now it is told apart. */
    private Optional<String> told(State state) {
        long count = count(state);
        if (count == 0) {
            return Optional.empty();
        }
        return switch (state) {
            case NO_ADDRESS -> Optional.of(TEXTS.get("send.no-address", count, names(state)));
            case NOT_ALLOWED -> Optional.of(TEXTS.get("send.not-allowed", count, names(state)));
            case SENT -> Optional.of(TEXTS.get("send.sent", count));
            case WAITING -> Optional.of(TEXTS.get("send.waiting", count));
            case FAILED -> Optional.of(TEXTS.get("send.failed", count));
            case JOINED -> Optional.of(TEXTS.get("send.joined", count));
            case TO_SEND -> Optional.empty();
        };
    }

    private String names(State state) {
        List<String> names = people.stream()
                .filter(one -> one.state() == state)
                .map(one -> one.person().entry().name())
                .toList();
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? TEXTS.get("send.more", some, names.size() - NAMED) : some;
    }

    private Div preview(PlannedPerson person) {
        Div preview = Html.div("mail-preview");
        preview.add(new H3(TEXTS.get("send.preview", person.entry().name())));
        invitations.preview(scene.caller(), scene.id(), person.id()).ifPresent(mail -> {
            Pre body = new Pre(mail.body());
            body.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
            body.getElement().setAttribute("aria-label", mail.subject());
            preview.add(Html.p("b", mail.subject()), body);
        });
        return preview;
    }

    private void send() {
        int leaving = receivers().size();
        Optional<Reason> refused = invitations.send(scene.caller(), scene.id(), again.getValue());
        told.removeAll();
        refused.ifPresentOrElse(reason -> told.add(Notice.problem(reason.message())), () -> {
            close();
            sent.accept(TEXTS.get("sent", leaving));
        });
    }
}
