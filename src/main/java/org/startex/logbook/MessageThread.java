package org.startex.logbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Memory;
import org.startex.conduct.Play;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * Messages that answer one another.
 *
 * @param seq sequence of the first
 * @param messages in the order of the record; not empty
 * @param requests how each request among them stands, by its sequence
 */
public record MessageThread(long seq, List<Line> messages, Map<Long, Standing> requests) {
    /** So long after it was made a request that waits is late, in exercise time. */
    public static final ExerciseTime LATE_AFTER = ExerciseTime.minutes(10);

    public MessageThread {
        messages = List.copyOf(messages);
        requests = Map.copyOf(requests);
    }

    /** One message of a thread. */
    public record Line(Memory entry, Message message) {}

    /**
     * How a request stands.
     *
     * @param holder who has taken it, or null
     * @param closed the entry that answered or declined it, or null while it waits
     */
    public record Standing(
            Line request,
            @Nullable ParticipantId holder,
            @Nullable Memory closed) {
        /** Whether it still waits for an answer. */
        public boolean open() {
            return closed == null;
        }

        /** How long it has waited in exercise time. */
        public ExerciseTime waited(ExerciseTime elapsed) {
            return new ExerciseTime(Math.max(
                    0,
                    elapsed.micros()
                            - request.entry().time().orElse(ExerciseTime.ZERO).micros()));
        }

        /** Whether it has waited too long. */
        public boolean late(ExerciseTime elapsed) {
            return open() && waited(elapsed).compareTo(LATE_AFTER) >= 0;
        }
    }

    /** The last message. */
    public Line last() {
        return messages.getLast();
    }

    /** The requests that wait, the oldest first. */
    public List<Standing> waiting() {
        return requests.values().stream()
                .filter(Standing::open)
                .sorted(Comparator.comparing(
                        standing -> standing.request().entry().seq()))
                .toList();
    }

    /** All threads of an exercise, in the order in which they began. */
    public static List<MessageThread> of(Play play) {
        Map<Long, List<Line>> threads = new LinkedHashMap<>();
        Map<Long, Standing> requests = new LinkedHashMap<>();
        for (Memory memory : play.memories()) {
            if (memory.fact() instanceof Message message) {
                Long thread = message.thread();
                Line line = new Line(memory, message);
                threads.computeIfAbsent(thread == null ? memory.seq() : thread, seq -> new ArrayList<>())
                        .add(line);
                if (message instanceof Message.Requested) {
                    requests.put(
                            memory.seq(),
                            new Standing(
                                    line,
                                    Requests.holder(play, memory.seq()).orElse(null),
                                    Requests.closes(play, memory.seq()).orElse(null)));
                }
            }
        }
        return threads.entrySet().stream()
                .map(thread -> new MessageThread(
                        thread.getKey(),
                        thread.getValue(),
                        requests.entrySet().stream()
                                .filter(request -> thread.getValue()
                                        .contains(request.getValue().request()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .toList();
    }

    /** All requests that wait, the oldest first. */
    public static List<Standing> waiting(List<MessageThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.waiting().stream())
                .sorted(Comparator.comparing(
                        standing -> standing.request().entry().seq()))
                .toList();
    }

    /** All requests, answered or not, in the order in which they were made. */
    public static List<Standing> requests(List<MessageThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.requests().values().stream())
                .sorted(Comparator.comparing(
                        standing -> standing.request().entry().seq()))
                .toList();
    }

    /** The thread of a message. */
    public static Optional<MessageThread> holding(List<MessageThread> threads, long message) {
        return threads.stream()
                .filter(thread ->
                        thread.messages().stream().anyMatch(line -> line.entry().seq() == message))
                .findFirst();
    }
}
