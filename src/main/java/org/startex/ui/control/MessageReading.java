package org.startex.ui.control;

import com.vaadin.flow.server.VaadinSession;
import java.util.HashMap;
import java.util.Map;
import org.startex.kernel.ExerciseId;
import org.startex.logbook.MessageThread;
import org.startex.logbook.Party;

/** Up to where a controller has read each thread, for as long as they are signed in. What control wrote itself, and what cells write to each other, waits for nobody here. */
final class MessageReading {
    private final Map<Long, Long> read;

    private MessageReading(Map<Long, Long> read) {
        this.read = read;
    }

    @SuppressWarnings("unchecked")
    static MessageReading of(ExerciseId exercise) {
        String key = MessageReading.class.getName() + "/" + exercise;
        VaadinSession session = VaadinSession.getCurrent();
        if (session == null) {
            return new MessageReading(new HashMap<>());
        }
        if (!(session.getAttribute(key) instanceof Map<?, ?>)) {
            session.setAttribute(key, new HashMap<Long, Long>());
        }
        return new MessageReading((Map<Long, Long>) session.getAttribute(key));
    }

    /** How many messages of a thread are for control and have not been read. */
    int unread(MessageThread thread) {
        long upTo = read.getOrDefault(thread.seq(), 0L);
        return (int) thread.messages().stream()
                .filter(line ->
                        line.entry().seq() > upTo && forControl(line.message().to()))
                .count();
    }

    /** All of it has been on the screen. */
    void read(MessageThread thread) {
        read.put(thread.seq(), thread.last().entry().seq());
    }

    private static boolean forControl(Party to) {
        return switch (to.kind()) {
            case CONTROL, BODY -> true;
            case CELL, PERSON, EVERYBODY -> false;
        };
    }
}
