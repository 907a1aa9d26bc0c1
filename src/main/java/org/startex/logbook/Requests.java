package org.startex.logbook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Exercise.InPlay;
import org.startex.conduct.Memory;
import org.startex.conduct.Play;
import org.startex.conduct.Words;
import org.startex.conduct.Written;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/**
 * The rules of requests to outside bodies: pure. A request is answered or declined once. Whoever has taken it answers; another controller takes it over
 * first, so that two never answer with one voice.
 */
final class Requests {
    private Requests() {}

    /** @param holder who held it as the controller saw it, or null for nobody: so that two who take it at once are told */
    static Ruling take(
            Exercise state,
            ParticipantId by,
            long request,
            @Nullable ParticipantId holder,
            Instant now,
            Instant lastAlive) {
        return onOpen(state, by, request, now, lastAlive, (asked, holding) -> {
            if (by.equals(holding)) {
                return Written.not("request-yours");
            }
            return Objects.equals(holder, holding)
                    ? new Written.Taken(List.of(new Written.Entry(Audience.STAFF, new RequestTaken(request))))
                    : Written.not("request-taken");
        });
    }

    static Ruling answer(Exercise state, ParticipantId by, long request, String text, Instant now, Instant lastAlive) {
        return close(state, by, request, text, MessageWords.TEXT, now, lastAlive, asked -> {
            Message.Requested fact = (Message.Requested) asked.fact();
            return new Message.Answered(
                    request,
                    fact.from(),
                    thread(asked),
                    new MessageWords(text.strip(), fact.words().body()));
        });
    }

    static Ruling decline(
            Exercise state, ParticipantId by, long request, String reason, Instant now, Instant lastAlive) {
        return close(state, by, request, reason, Words.REASON, now, lastAlive, asked -> {
            Message.Requested fact = (Message.Requested) asked.fact();
            return new Message.Declined(
                    request,
                    fact.from(),
                    thread(asked),
                    new MessageWords(reason.strip(), fact.words().body()));
        });
    }

    private interface Closing {
        Message of(Memory asked);
    }

    private static Ruling close(
            Exercise state,
            ParticipantId by,
            long request,
            String text,
            int limit,
            Instant now,
            Instant lastAlive,
            Closing closing) {
        return onOpen(state, by, request, now, lastAlive, (asked, holding) -> {
            if (holding != null && !holding.equals(by)) {
                return Written.not("request-taken");
            }
            Optional<Reason> bad = Words.check(text, "text", limit, true);
            return bad.<Written>map(Written.Not::new)
                    .orElseGet(
                            () -> new Written.Taken(List.of(new Written.Entry(asked.audience(), closing.of(asked)))));
        });
    }

    private static Ruling onOpen(
            Exercise state,
            ParticipantId by,
            long request,
            Instant now,
            Instant lastAlive,
            BiFunction<Memory, @Nullable ParticipantId, Written> rule) {
        return Written.take(
                state,
                by,
                in -> {
                    Optional<Written> closed = closed(in, by);
                    if (closed.isPresent()) {
                        return closed.get();
                    }
                    Play play = in.play();
                    Optional<Memory> asked = play.memories().stream()
                            .filter(memory -> memory.seq() == request && memory.fact() instanceof Message.Requested)
                            .findFirst();
                    if (asked.isEmpty()) {
                        return Written.not("unknown-request");
                    }
                    return closes(play, request).isPresent()
                            ? Written.not("request-closed")
                            : rule.apply(asked.get(), holder(play, request).orElse(null));
                },
                now,
                now,
                lastAlive);
    }

    private static Optional<Written> closed(InPlay in, ParticipantId by) {
        if (in.play()
                .member(by)
                .filter(member -> member.present() && member.role().controls())
                .isEmpty()) {
            return Optional.of(Written.not("not-a-member"));
        }
        return switch (in) {
            case Exercise.Running s -> Optional.empty();
            case Exercise.Paused s -> Optional.empty();
            case Exercise.Planned s -> Optional.of(Written.not("not-started"));
            case Exercise.Stopped s -> Optional.of(Written.not("stopped"));
            case Exercise.Closing s -> Optional.of(Written.not("message-after-endex"));
            case Exercise.Sealed s -> Optional.of(Written.not("sealed"));
        };
    }

    /** The entry that answered or declined a request, if any. */
    static Optional<Memory> closes(Play play, long request) {
        return play.memories().stream()
                .filter(memory -> switch (memory.fact()) {
                    case Message.Answered a -> a.request() == request;
                    case Message.Declined d -> d.request() == request;
                    default -> false;
                })
                .findFirst();
    }

    /** Who took a request last, if anybody. */
    static Optional<ParticipantId> holder(Play play, long request) {
        return play.memories().stream()
                .filter(memory -> memory.fact() instanceof RequestTaken taken && taken.request() == request)
                .reduce((earlier, later) -> later)
                .map(Memory::by);
    }

    private static long thread(Memory asked) {
        Long thread = ((Message.Requested) asked.fact()).thread();
        return thread == null ? asked.seq() : thread;
    }
}
