package org.startex.logbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Exercise.InPlay;
import org.startex.conduct.Member;
import org.startex.conduct.Memory;
import org.startex.conduct.Play;
import org.startex.conduct.ReplyLogged;
import org.startex.conduct.Words;
import org.startex.conduct.Written;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/**
 * The rules of messages: pure. A message is read by the cell that wrote it, by whom it is for, and by staff; by nobody else. Messages are taken in play,
 * paused and while play is stopped for a real incident; requests to outside bodies are play, and wait for the all-clear.
 */
final class Messages {
    private Messages() {}

    static Ruling send(
            Exercise state, ParticipantId by, MessageDraft draft, WrittenAt written, Instant now, Instant lastAlive) {
        return Written.take(state, by, in -> send(in, by, draft, written, now), written.at(), now, lastAlive);
    }

    private static Written send(InPlay in, ParticipantId by, MessageDraft draft, WrittenAt written, Instant now) {
        boolean asks = draft.to().kind() == Party.Kind.BODY;
        Optional<Member> member = in.play().member(by).filter(Member::present);
        boolean control = member.filter(m -> m.role().controls()).isPresent();
        Optional<CellCode> cell =
                member.filter(m -> m.role() == ExerciseRole.PLAYER).flatMap(m -> Optional.ofNullable(m.cell()));
        if (!control && cell.isEmpty()) {
            return Written.not("not-admitted");
        }
        Optional<Reason> refusal = closed(in, asks, !control, written.at())
                .or(() -> Words.check(draft.text(), "text", MessageWords.TEXT, true))
                .or(() -> asks ? Words.check(draft.body(), "body", MessageWords.BODY, true) : Optional.empty());
        if (refusal.isPresent()) {
            return new Written.Not(refusal.get());
        }
        return cell.map(own -> fromPlayer(in, by, own, draft, written.told(now)))
                .orElseGet(() -> fromControl(in.play(), draft));
    }

    /** Why nothing is taken now. What a player wrote before ENDEX still counts when it arrives. */
    private static Optional<Reason> closed(InPlay in, boolean asks, boolean player, Instant occurredAt) {
        return switch (in) {
            case Exercise.Running s -> Optional.empty();
            case Exercise.Paused s -> Optional.empty();
            case Exercise.Planned s -> refused("not-started");
            case Exercise.Stopped s -> asks ? refused("stopped") : Optional.empty();
            case Exercise.Closing s ->
                player && in.endedAt().filter(occurredAt::isBefore).isPresent()
                        ? Optional.empty()
                        : refused("message-after-endex");
            case Exercise.Sealed s -> refused("sealed");
        };
    }

    private static Written fromPlayer(
            InPlay in, ParticipantId by, CellCode cell, MessageDraft draft, @Nullable Boolean offline) {
        Play play = in.play();
        Optional<Memory> answered = answered(play, draft);
        if (draft.inReplyTo() != null
                && answered.filter(memory -> play.mayRead(by, memory.audience()))
                        .isEmpty()) {
            return not("not-your-entry", "inReplyTo");
        }
        Long inject = draft.inject();
        if (inject != null
                && (draft.to().kind() != Party.Kind.CONTROL
                        || play.delivered(inject)
                                .filter(d -> play.mayRead(by, d.audience()))
                                .isEmpty())) {
            return not("not-your-inject", "inject");
        }
        Optional<Reason> refusal = mayWrite(play, cell, draft.to());
        if (refusal.isPresent()) {
            return new Written.Not(refusal.get());
        }
        boolean alone = answered.map(Memory::audience)
                .filter(Audience.Participants.class::isInstance)
                .isPresent();
        if (alone && draft.to().kind() == Party.Kind.CELL) {
            return not("message-other-thread", "to");
        }
        Party from = alone ? Party.of(by) : Party.of(cell);
        return thread(
                draft,
                audience(from, draft.to()),
                answered,
                in instanceof Exercise.Closing,
                offline,
                from,
                inject == null ? List.of() : List.of(staffOnly(ReplyLogged.byMessage(inject))));
    }

    private static Optional<Reason> mayWrite(Play play, CellCode cell, Party to) {
        return switch (to.kind()) {
            case CONTROL, BODY -> Optional.empty();
            case PERSON, EVERYBODY -> Optional.of(Reason.of("message-not-allowed", "to"));
            case CELL -> {
                CellCode other = to.theCell().orElseThrow();
                yield play.plan().place(other).isPresent()
                                && play.plan().messages().allow(cell, other)
                        ? Optional.empty()
                        : Optional.of(Reason.of("message-not-allowed", "to"));
            }
        };
    }

    private static Written fromControl(Play play, MessageDraft draft) {
        Party to = draft.to();
        boolean there = switch (to.kind()) {
            case CONTROL, BODY -> false;
            case EVERYBODY -> true;
            case CELL -> to.theCell().flatMap(play.plan()::place).isPresent();
            case PERSON ->
                to.thePerson()
                        .flatMap(play::member)
                        .filter(m -> m.present() && m.role() == ExerciseRole.PLAYER && m.cell() != null)
                        .isPresent();
        };
        if (!there || draft.inject() != null) {
            return not("message-not-allowed", "to");
        }
        Optional<Memory> answered = answered(play, draft);
        if (draft.inReplyTo() != null && answered.isEmpty()) {
            return not("not-your-entry", "inReplyTo");
        }
        return thread(draft, audience(Party.CONTROL, to), answered, false, null, Party.CONTROL, List.of());
    }

    /** A reply stays with those who read what it answers; what control told everybody is answered in a thread of the cell's own. */
    private static Written thread(
            MessageDraft draft,
            Audience audience,
            Optional<Memory> answered,
            boolean late,
            @Nullable Boolean offline,
            Party from,
            List<Written.Entry> before) {
        boolean ownThread =
                answered.map(Memory::audience).filter(Audience.EVERYONE::equals).isPresent()
                        && !audience.equals(Audience.EVERYONE);
        if (answered.filter(memory -> !ownThread && !memory.audience().equals(audience))
                .isPresent()) {
            return not("message-other-thread", "to");
        }
        @Nullable Long thread = ownThread ? null : answered.map(Messages::root).orElse(null);
        boolean asks = draft.to().kind() == Party.Kind.BODY;
        MessageWords words =
                new MessageWords(draft.text().strip(), asks ? draft.body().strip() : "");
        Message message = asks
                ? new Message.Requested(from, thread, draft.inReplyTo(), late, offline, words)
                : new Message.Sent(from, draft.to(), thread, draft.inReplyTo(), draft.inject(), late, offline, words);
        List<Written.Entry> entries = new ArrayList<>(before);
        entries.add(new Written.Entry(audience, message));
        return new Written.Taken(entries);
    }

    private static Optional<Memory> answered(Play play, MessageDraft draft) {
        return Optional.ofNullable(draft.inReplyTo()).flatMap(seq -> message(play, seq));
    }

    private static Optional<Memory> message(Play play, long seq) {
        return play.memories().stream()
                .filter(memory -> memory.seq() == seq && memory.fact() instanceof Message)
                .findFirst();
    }

    private static long root(Memory memory) {
        Long thread = memory.fact() instanceof Message message ? message.thread() : null;
        return thread == null ? memory.seq() : thread;
    }

    /** Whoever reads a message beside staff: the cell of its writer, and whom it is for. */
    private static Audience audience(Party from, Party to) {
        if (to.kind() == Party.Kind.EVERYBODY) {
            return Audience.EVERYONE;
        }
        return from.thePerson()
                .or(to::thePerson)
                .map(Audience::only)
                .orElseGet(() -> new Audience.Addressees(Stream.of(from, to)
                        .flatMap(party -> party.theCell().stream())
                        .map(cell -> new Addressee(cell, ""))
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private static Written.Entry staffOnly(ReplyLogged reply) {
        return new Written.Entry(Audience.STAFF, reply);
    }

    static Written not(String code, String field) {
        return new Written.Not(Reason.of(code, field));
    }

    private static Optional<Reason> refused(String code) {
        return Optional.of(Reason.of(code));
    }
}
