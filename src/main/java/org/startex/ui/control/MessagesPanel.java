package org.startex.ui.control;

import static org.startex.ui.control.ThreadWords.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.logbook.MessageService;
import org.startex.logbook.MessageThread;
import org.startex.ui.Calm;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;

/** All messages in threads: first the requests that wait for an answer, the oldest on top, then what is unread, then the latest. */
final class MessagesPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient MessageService messages;
    private final Span count = Html.span("n", "");
    private final Button write = new Button(TEXTS.get("write.open"), new Icon("plus"), click -> write());
    private final UnorderedList list = new UnorderedList();
    private final Calm calm = new Calm(this::settle, list);
    private final Div empty = Html.div("");
    private final Button changed = new Button(TEXTS.get("panel.changed"), click -> settle());
    private final SavedLine saved;
    private final transient Map<Long, Button> opened = new HashMap<>();
    private int drawn;
    private transient @Nullable Scene scene;
    private transient @Nullable MessageReading reading;
    private transient @Nullable ThreadDialog open;

    MessagesPanel(ExerciseTools tools, MessageService messages, SavedLine saved) {
        this.tools = tools;
        this.messages = messages;
        this.saved = saved;
        addClassNames("panel", "lg", "page-log");
        setId("messages");
        H2 heading = new H2(TEXTS.get("threads.title"));
        heading.setId("messages-heading");
        getElement().setAttribute("aria-labelledby", "messages-heading");
        write.addThemeVariants(ButtonVariant.LUMO_SMALL);
        list.addClassName("threads");
        list.getElement().setAttribute("aria-labelledby", "messages-heading");
        add(Html.div("ph", heading, count, Html.spring(), changed, write), calm, empty);
        changed.addThemeVariants(ButtonVariant.LUMO_SMALL);
        changed.setVisible(false);
        empty.add(new EmptyState(TEXTS.get("panel.none")));
    }

    /** How many messages for control are unread, and how many requests wait. */
    record Counts(int unread, int waiting, int late) {}

    Counts show(Scene now) {
        scene = now;
        MessageReading read = reading == null ? MessageReading.of(now.id()) : reading;
        reading = read;
        List<MessageThread> threads = MessageThread.of(now.play());
        ThreadDialog dialog = open;
        if (dialog != null && dialog.isOpened()) {
            threads.stream()
                    .filter(thread -> thread.seq() == dialog.thread())
                    .findFirst()
                    .ifPresent(thread -> {
                        read.read(thread);
                        dialog.show(now, thread);
                    });
        }
        write.setVisible(now.controls() && writable(now.exercise()));
        Counts counts = new Counts(
                threads.stream().mapToInt(read::unread).sum(),
                MessageThread.waiting(threads).size(),
                (int) MessageThread.waiting(threads).stream()
                        .filter(request -> request.late(now.elapsed()))
                        .count());
        count.setText(TEXTS.get("panel.count", counts.unread(), counts.waiting()));
        if (calm.busy() && drawn != now.play().memories().size()) {
            changed.setVisible(true);
        } else if (!calm.busy()) {
            settle();
        }
        return counts;
    }

    private static boolean writable(Exercise exercise) {
        return exercise instanceof Exercise.Running || exercise instanceof Exercise.Paused;
    }

    private void settle() {
        Scene now = scene;
        MessageReading read = reading;
        if (now == null || read == null) {
            return;
        }
        List<MessageThread> threads = MessageThread.of(now.play()).stream()
                .sorted(Comparator.comparing(
                                (MessageThread thread) -> thread.waiting().isEmpty())
                        .thenComparing(thread -> thread.waiting().stream()
                                .findFirst()
                                .map(request -> request.request().entry().seq())
                                .orElse(Long.MAX_VALUE))
                        .thenComparing(thread -> read.unread(thread) == 0)
                        .thenComparing(thread -> -thread.last().entry().seq()))
                .toList();
        changed.setVisible(false);
        drawn = now.play().memories().size();
        list.removeAll();
        opened.clear();
        threads.forEach(thread -> list.add(row(now, read, thread)));
        empty.setVisible(threads.isEmpty());
    }

    private ListItem row(Scene now, MessageReading read, MessageThread thread) {
        Button row = new Button(ThreadWords.parties(now, thread), click -> open(thread.seq()));
        row.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        opened.put(thread.seq(), row);
        Div head = Html.div("row", row, Html.spring());
        int unread = read.unread(thread);
        if (unread > 0) {
            head.add(Html.span("tag", TEXTS.get("panel.unread", unread)));
        }
        thread.waiting().stream()
                .findFirst()
                .ifPresentOrElse(
                        request -> head.add(ThreadWords.chip(now, request)),
                        () -> head.add(Html.span("m s", ThreadWords.time(now, thread.last()))));
        Div said = Html.div("m s ell", new Span(thread.last().message().words().text()));
        ListItem item = new ListItem(head, said);
        ThreadWords.enteredLate(thread.last()).ifPresent(item::add);
        thread.waiting().stream()
                .findFirst()
                .filter(request -> request.holder() != null)
                .ifPresent(request -> item.add(Html.span("m s", ThreadWords.holder(now, request))));
        return item;
    }

    private void open(long seq) {
        Scene now = scene;
        MessageReading read = reading;
        if (now == null || read == null) {
            return;
        }
        MessageThread.of(now.play()).stream()
                .filter(thread -> thread.seq() == seq)
                .findFirst()
                .ifPresent(thread -> {
                    read.read(thread);
                    ThreadDialog dialog = new ThreadDialog(tools, messages, now, thread);
                    open = dialog;
                    dialog.addOpenedChangeListener(change -> {
                        if (!change.isOpened()) {
                            back(seq);
                        }
                    });
                    dialog.open();
                });
    }

    /** The lines were drawn anew meanwhile: the keyboard goes back to the thread's own. */
    private void back(long seq) {
        settle();
        Button row = opened.get(seq);
        if (row != null) {
            row.focus();
        }
    }

    private void write() {
        Scene now = scene;
        if (now != null) {
            WriteDialog.ask(tools, messages, now, saved);
        }
    }
}
