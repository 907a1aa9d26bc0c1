package org.startex.ui.control;

import static org.startex.ui.control.ThreadWords.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Memory;
import org.startex.kernel.ClientId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.logbook.Message;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.MessageThread;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Party;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.MessageText;
import org.startex.ui.Notice;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;

/** A thread, and the controller's part in it: to reply, or to take, answer or decline the request that waits in it. It shows what others do meanwhile; what is being written stays. */
final class ThreadDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient MessageService messages;
    private final OrderedList lines = new OrderedList();
    private final Div standing = Html.div("row");
    private final TextArea text = new TextArea();
    private final Outcome outcome = new Outcome();
    private final Button take = new Button("", click -> take());
    private final Button decline = new Button(TEXTS.get("request.decline"), click -> decline());
    private final Button send = new Button("", click -> send());
    private transient Scene scene;
    private transient MessageThread thread;
    private final Div meanwhile = new Div();
    private transient String drawn = "";
    private transient @Nullable Aim aim;

    /** What is written here is for: a request, or the thread as a whole where it has none. */
    private record Aim(OptionalLong request) {}

    ThreadDialog(ExerciseTools tools, MessageService messages, Scene scene, MessageThread thread) {
        this.tools = tools;
        this.messages = messages;
        this.scene = scene;
        this.thread = thread;
        setHeaderTitle(ThreadWords.parties(scene, thread));
        setWidth("34rem");
        lines.addClassName("thread-lines");
        lines.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", TEXTS.get("thread.label"));
        text.setMaxLength(MessageWords.TEXT);
        text.setMinRows(3);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.EAGER);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.getElement().setAttribute("data-submit", "");
        Button close = new Button(TEXTS.get("thread.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        meanwhile.getElement().setAttribute("role", "status");
        add(lines, standing, meanwhile, text, outcome);
        getFooter().add(close, decline, take, send);
        setCloseOnOutsideClick(false);
        draw();
        text.focus();
    }

    long thread() {
        return thread.seq();
    }

    void show(Scene now, MessageThread fresh) {
        scene = now;
        thread = fresh;
        draw();
    }

    private Optional<MessageThread.Standing> waiting() {
        return thread.waiting().stream().findFirst();
    }

    private void draw() {
        Optional<MessageThread.Standing> request = waiting();
        String wanted = thread.messages().size() + "/" + request.map(MessageThread.Standing::holder) + "/"
                + scene.exercise().word();
        standing.removeAll();
        request.ifPresent(waits ->
                standing.add(ThreadWords.chip(scene, waits), Html.span("m", ThreadWords.holder(scene, waits))));
        if (wanted.equals(drawn)) {
            return;
        }
        drawn = wanted;
        lines.removeAll();
        thread.messages().forEach(line -> lines.add(line(line)));
        if (aimsElsewhere(request)) {
            return;
        }
        aim = aim(request);
        meanwhile.removeAll();
        boolean open = scene.exercise() instanceof Exercise.Running || scene.exercise() instanceof Exercise.Paused;
        boolean mine = request.flatMap(r -> Optional.ofNullable(r.holder()))
                .filter(this::isMe)
                .isPresent();
        boolean others = request.flatMap(r -> Optional.ofNullable(r.holder())).isPresent() && !mine;
        boolean replies =
                scene.controls() && open && (request.isPresent() || recipient().isPresent());
        text.setVisible(replies && !others);
        send.setVisible(replies && !others);
        decline.setVisible(replies && request.isPresent() && !others);
        take.setVisible(replies && request.isPresent() && !mine);
        take.setText(TEXTS.get(others ? "request.take-over" : "request.take"));
        String body = request.map(r -> r.request().message().words().body()).orElse("");
        text.setLabel(request.isPresent() ? TEXTS.get("request.answer-as", body) : TEXTS.get("thread.reply"));
        send.setText(TEXTS.get(request.isPresent() ? "request.answer" : "thread.send"));
    }

    private static Aim aim(Optional<MessageThread.Standing> request) {
        return new Aim(
                request.map(waits -> OptionalLong.of(waits.request().entry().seq()))
                        .orElseGet(OptionalLong::empty));
    }

    /** Whether something is being written for another request than the one that waits now, or for none: then whoever writes is told why and chooses, and nothing turns under their hand. */
    private boolean aimsElsewhere(Optional<MessageThread.Standing> request) {
        Aim written = aim;
        if (written == null || text.getValue().isBlank() || aim(request).equals(written)) {
            return false;
        }
        Optional<Memory> closed = written.request().stream()
                .mapToObj(thread.requests()::get)
                .flatMap(answered -> Optional.ofNullable(answered.closed()).stream())
                .findFirst();
        if (closed.map(Memory::by).filter(this::isMe).isPresent()) {
            return false;
        }
        Button keep = new Button(TEXTS.get("meanwhile.keep"), click -> choose(false));
        Button discard = new Button(TEXTS.get("meanwhile.discard"), click -> choose(true));
        keep.setVisible(request.isPresent() || recipient().isPresent());
        meanwhile.removeAll();
        meanwhile.add(
                Notice.caution(closed.map(this::closed).orElseGet(() -> TEXTS.get("meanwhile.asked")), keep, discard));
        List.of(take, decline, send).forEach(button -> button.setVisible(false));
        return true;
    }

    private String closed(Memory by) {
        return TEXTS.get(
                by.fact() instanceof Message.Declined ? "meanwhile.declined" : "meanwhile.answered",
                scene.name(by.by()),
                by.time().map(scene.clock()::seconds).orElse(""));
    }

    private void choose(boolean discard) {
        aim = null;
        drawn = "";
        if (discard) {
            text.clear();
        }
        outcome.clear();
        draw();
        text.focus();
    }

    private ListItem line(MessageThread.Line line) {
        Message message = line.message();
        String who = scene.name(line.entry().by());
        String from = MessageText.party(scene, message.from(), message);
        String said = switch (message) {
            case Message.Sent s
            when s.inject() != null -> TEXTS.get("line.replied", who, from, MessageText.inject(scene, s.inject()));
            case Message.Sent s -> TEXTS.get("line.sent", who, from);
            case Message.Requested r ->
                TEXTS.get("line.asked", who, from, message.words().body());
            case Message.Answered a -> TEXTS.get("line.answered", who, from);
            case Message.Declined d -> TEXTS.get("line.declined", who, from);
        };
        ListItem item = new ListItem(
                Html.div("row s", Html.span("b", said), Html.spring(), Html.span("m", ThreadWords.time(scene, line))),
                Html.p("said", message.words().text()));
        ThreadWords.enteredLate(line).ifPresent(item::add);
        return item;
    }

    /** Whoever control writes to in this thread; nobody between two cells. */
    private Optional<Party> recipient() {
        Message first = thread.messages().getFirst().message();
        return switch (first.from().kind()) {
            case CELL, PERSON -> first.to().kind() == Party.Kind.CELL ? Optional.empty() : Optional.of(first.from());
            case CONTROL -> Optional.of(first.to());
            case BODY, EVERYBODY -> Optional.empty();
        };
    }

    private boolean isMe(ParticipantId participant) {
        return tools.conduct()
                .standing(tools.caller(), scene.id())
                .filter(standing -> standing.participant().equals(participant))
                .isPresent();
    }

    private void take() {
        waiting()
                .ifPresent(request -> perform(id -> messages.take(
                        tools.caller(),
                        scene.id(),
                        id,
                        request.request().entry().seq(),
                        request.holder())));
    }

    private void decline() {
        waiting()
                .ifPresent(request -> written(why -> id -> messages.decline(
                        tools.caller(),
                        scene.id(),
                        id,
                        request.request().entry().seq(),
                        why)));
    }

    private void send() {
        Optional<MessageThread.Standing> request = waiting();
        if (request.isPresent()) {
            long seq = request.get().request().entry().seq();
            written(said -> id -> messages.answer(tools.caller(), scene.id(), id, seq, said));
        } else {
            recipient()
                    .ifPresent(to -> written(said -> id -> messages.send(
                            tools.caller(),
                            scene.id(),
                            id,
                            new MessageDraft(to, "", thread.last().entry().seq(), null, said),
                            tools.now())));
        }
    }

    private void written(Function<String, Function<ClientId, CompletableFuture<Answer>>> act) {
        String said = text.getValue().strip();
        text.setInvalid(said.isEmpty());
        if (said.isEmpty()) {
            text.setErrorMessage(TEXTS.get("thread.needed"));
            text.focus();
            return;
        }
        outcome.perform(act.apply(said), seq -> {
            text.clear();
            refreshed();
        });
    }

    private void perform(Function<ClientId, CompletableFuture<Answer>> act) {
        outcome.perform(act, seq -> {
            refreshed();
            text.focus();
        });
    }

    private void refreshed() {
        tools.scene(scene.id())
                .ifPresent(now -> MessageThread.of(now.play()).stream()
                        .filter(each -> each.seq() == thread.seq())
                        .findFirst()
                        .ifPresent(fresh -> show(now, fresh)));
    }
}
