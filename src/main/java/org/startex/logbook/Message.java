package org.startex.logbook;

import org.jspecify.annotations.Nullable;
import org.startex.conduct.Remembered;
import org.startex.conduct.SentFromPage;
import org.startex.ledger.Prose;

/** Something written from one party to another, in a thread. */
public sealed interface Message extends Remembered {
    /** Who writes. */
    Party from();

    /** To whom. */
    Party to();

    /** Sequence of the message that began the thread; null where this one begins it. */
    @Nullable
    Long thread();

    /** What was written. */
    MessageWords words();

    /**
     * A message between control, cells and players.
     *
     * @param inReplyTo sequence of the message that it answers, or null
     * @param inject sequence of the inject that it answers, or null
     * @param late whether it was written before ENDEX and arrived after it
     * @param offline whether it was entered late because the writer's page had no connection; null where there is nothing to tell
     */
    record Sent(
            Party from,
            Party to,
            @Nullable Long thread,
            @Nullable Long inReplyTo,
            @Nullable Long inject,
            boolean late,
            @Nullable Boolean offline,
            @Prose MessageWords words)
            implements Message, SentFromPage {
        /** One that was entered when it was written. */
        public Sent(
                Party from,
                Party to,
                @Nullable Long thread,
                @Nullable Long inReplyTo,
                @Nullable Long inject,
                boolean late,
                MessageWords words) {
            this(from, to, thread, inReplyTo, inject, late, null, words);
        }
    }

    /**
     * A cell asks a body outside the exercise, which control plays. The request is open until it is answered or declined.
     *
     * @param inReplyTo sequence of the message that it answers, or null
     * @param late whether it was written before ENDEX and arrived after it: then nobody answers it
     * @param offline whether it was entered late because the writer's page had no connection; null where there is nothing to tell
     */
    record Requested(
            Party from,
            @Nullable Long thread,
            @Nullable Long inReplyTo,
            boolean late,
            @Nullable Boolean offline,
            @Prose MessageWords words)
            implements Message, SentFromPage {
        /** One that was entered when it was written. */
        public Requested(
                Party from, @Nullable Long thread, @Nullable Long inReplyTo, boolean late, MessageWords words) {
            this(from, thread, inReplyTo, late, null, words);
        }

        @Override
        public Party to() {
            return Party.BODY;
        }
    }

    /**
     * A controller answers a request as the body that was asked.
     *
     * @param request its sequence
     * @param to who had asked
     */
    record Answered(
            long request,
            Party to,
            @Nullable Long thread,
            @Prose MessageWords words) implements Message {
        @Override
        public Party from() {
            return Party.BODY;
        }
    }

    /**
     * A controller declines a request: the body gives no answer, and the words say why.
     *
     * @param request its sequence
     * @param to who had asked
     */
    record Declined(
            long request,
            Party to,
            @Nullable Long thread,
            @Prose MessageWords words) implements Message {
        @Override
        public Party from() {
            return Party.BODY;
        }
    }
}
