package org.startex.ui.control;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.logbook.MessageThread;
import org.startex.logbook.Party;
import org.startex.ui.EnteredLate;
import org.startex.ui.MessageText;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;

/** Threads as a controller reads them. */
final class ThreadWords {
    static final Texts TEXTS = Texts.of("ui-messages");

    private ThreadWords() {}

    /** Between whom. */
    static String parties(Scene scene, MessageThread thread) {
        MessageThread.Line first = thread.messages().getFirst();
        return Stream.of(first.message().from(), first.message().to())
                .filter(party -> party.kind() != Party.Kind.CONTROL)
                .map(party -> MessageText.party(scene, party, first.message()))
                .collect(Collectors.joining(TEXTS.get("thread.and")));
    }

    /** How long a request has waited, or that it was answered; late stands out by its shape and word too. */
    static Span chip(Scene scene, MessageThread.Standing request) {
        if (!request.open()) {
            return new StateChip("ack", "ack", TEXTS.get("request.closed"));
        }
        ExerciseTime elapsed = scene.elapsed();
        String waited = Lengths.of(Duration.ofNanos(request.waited(elapsed).micros() * 1000));
        return request.late(elapsed)
                ? new StateChip("late", "late", TEXTS.get("request.late", waited))
                : new StateChip("due", "due", TEXTS.get("request.waiting", waited));
    }

    /** Who answers it, if somebody has taken it. */
    static String holder(Scene scene, MessageThread.Standing request) {
        return request.holder() == null ? "" : TEXTS.get("request.holder", scene.name(request.holder()));
    }

    /** Exercise time of a message. */
    static String time(Scene scene, MessageThread.Line line) {
        return line.entry().time().map(scene.clock()::seconds).orElse("");
    }

    /** That it was entered late because the network was down, if it was. */
    static Optional<Span> enteredLate(MessageThread.Line line) {
        return EnteredLate.line(
                line.message(), line.entry().occurredAt(), line.entry().recordedAt());
    }
}
