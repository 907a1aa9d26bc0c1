package org.startex.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.scenario.InjectKind;

/**
 * What every state of a planned exercise holds. Immutable.
 *
 * @param seq sequence of the last entry folded in
 * @param lastRecorded when that was recorded
 * @param deliveredBySeq injects by the sequence that delivered them, in order
 * @param logNumbers numbered log entries so far
 * @param adHocs ad-hoc injects so far
 * @param beside what modules above have put beside play
 * @param schedule what has become of the plan's times
 * @param check the latest comms check, or null
 */
public record Play(
        ExerciseId id,
        Plan plan,
        Grace grace,
        long seq,
        Instant lastRecorded,
        ClockHistory clock,
        Map<ParticipantId, Member> members,
        TreeMap<Long, Delivered> deliveredBySeq,
        int logNumbers,
        int adHocs,
        Beside beside,
        Schedule schedule,
        @Nullable CommsCheck check) {
    /** Takes copies; the tree map is never changed after. */
    public Play {
        members = Map.copyOf(members);
    }

    static Play begin(ExerciseId id, Plan plan, Grace grace) {
        return new Play(
                id,
                plan,
                grace,
                0,
                Instant.EPOCH,
                ClockHistory.NOT_STARTED,
                Map.of(),
                new TreeMap<>(),
                0,
                0,
                Beside.NOTHING,
                Schedule.asPlanned(plan),
                null);
    }

    /** Injects that have reached their players, in order. */
    public List<Delivered> delivered() {
        return List.copyOf(deliveredBySeq.values());
    }

    /** The inject that this entry delivered. */
    public Optional<Delivered> delivered(long entry) {
        return Optional.ofNullable(deliveredBySeq.get(entry));
    }

    /** How a planned inject reached its players, if it has. */
    public Optional<Delivered> delivered(InjectNumber number) {
        return deliveredBySeq.values().stream()
                .filter(d -> d.number().equals(number))
                .findFirst();
    }

    /** An inject of the plan with the times it has now; of one without a fixed time that has left, with that at which it left. */
    public Optional<PlannedInject> planned(InjectNumber number) {
        return plan.inject(number)
                .map(schedule::asItStands)
                .map(inject -> inject.kind() instanceof InjectKind.Timed
                        ? inject
                        : delivered(number).map(d -> inject.comingAt(d.time())).orElse(inject));
    }

    /** How an inject of the plan stands: held, skipped, moved or as planned. */
    public Optional<Handling> handling(InjectNumber number) {
        return plan.inject(number).map(schedule::handling);
    }

    /**
     * Planned injects that fall due by themselves as things stand, each with the time at which it will, in the order of those: not those that are held or skipped, that a controller
     * sends, or that wait for somebody to do something.
     */
    public List<PlannedInject> pending() {
        return undelivered().stream()
                .filter(i -> handles(i).map(Handling::fallsDue).orElse(true))
                .flatMap(i -> schedule.comes(i).map(i::comingAt).stream())
                .sorted(Comparator.comparing(PlannedInject::due))
                .toList();
    }

    /** When an inject that has not left falls due by itself as things stand, as if nobody held or had skipped it. */
    public Optional<ExerciseTime> comes(InjectNumber number) {
        return planned(number).flatMap(schedule::comes);
    }

    /**
     * Planned injects that are still to come, in the order of their due times: held ones and those that wait too, but not those that are skipped, and not the spare ones.
     */
    public List<PlannedInject> toCome() {
        return undelivered().stream()
                .filter(i -> handles(i).flatMap(Handling::skipped).isEmpty()
                        && !(i.kind() instanceof InjectKind.Contingency))
                .toList();
    }

    /** Planned injects that have not left, whatever is to become of them, in the order of their due times; those without a time of their own last. */
    public List<PlannedInject> undelivered() {
        Set<InjectNumber> gone =
                deliveredBySeq.values().stream().map(Delivered::number).collect(Collectors.toSet());
        return schedule.of(plan).stream()
                .filter(i -> !gone.contains(i.number()))
                .toList();
    }

    /** Pending injects that are due before a moment, and that a jump there would pass over. */
    public List<PlannedInject> passedBefore(ExerciseTime time) {
        return pending().stream().takeWhile(i -> i.due().compareTo(time) < 0).toList();
    }

    /** Where exercise time waits for the facilitator: the end of the move that is played, unless it is the last. Empty before STARTEX and in timed conduct. */
    public Optional<ExerciseTime> moveEnd() {
        int begun = schedule.moves().begun();
        return plan.facilitated() && begun > 0 && begun < schedule.phases().size()
                ? Optional.of(schedule.phases().get(begun).from())
                : Optional.empty();
    }

    /** Whether exercise time reaches this moment without the facilitator. */
    public boolean withinMove(ExerciseTime time) {
        return moveEnd().filter(end -> time.compareTo(end) >= 0).isEmpty();
    }

    /** The questions of a move, from 1, whether the tables have them or not. */
    public List<PlannedQuestion> questions(int move) {
        return move >= 1 && move <= schedule.phases().size()
                ? schedule.phases().get(move - 1).questions()
                : List.of();
    }

    private Optional<Handling> handles(PlannedInject inject) {
        return Optional.ofNullable(schedule.handled().get(inject.number()));
    }

    /** A member, ejected or not. */
    public Optional<Member> member(ParticipantId participant) {
        return Optional.ofNullable(members.get(participant));
    }

    /** Players who take part now. */
    public List<Member> players() {
        return members.values().stream()
                .filter(m -> m.role() == ExerciseRole.PLAYER && m.present())
                .sorted(Comparator.comparing(Member::since)
                        .thenComparing(m -> m.participant().value()))
                .toList();
    }

    /** Whether a participant may read an entry with this audience now: staff all, players what is for them. */
    public boolean mayRead(ParticipantId participant, Audience audience) {
        Member member = members.get(participant);
        if (member == null || !member.present()) {
            return false;
        }
        if (member.role().seesAll()) {
            return true;
        }
        CellCode cell = member.cell();
        return cell != null && audience.includes(participant, cell, member.post());
    }

    /** Players who have the inject before them and are counted for acknowledgement. */
    public List<Member> recipients(Delivered inject) {
        return players().stream()
                .filter(m -> mayRead(m.participant(), inject.audience()))
                .toList();
    }

    /** The audience of an inject: a role that nobody holds falls to its whole cell, so that nothing is lost. */
    Audience audienceOf(List<Addressee> to) {
        Set<Addressee> reached = new HashSet<>();
        for (Addressee addressee : to) {
            boolean held = addressee.wholeCell()
                    || players().stream()
                            .anyMatch(m -> addressee.cell().equals(m.cell())
                                    && addressee.role().equals(m.post()));
            reached.add(held ? addressee : new Addressee(addressee.cell(), ""));
        }
        return new Audience.Addressees(reached);
    }

    Play at(long entry, Instant recorded) {
        return new Play(
                id,
                plan,
                grace,
                entry,
                recorded,
                clock,
                members,
                deliveredBySeq,
                logNumbers,
                adHocs,
                beside,
                schedule,
                check);
    }

    Play with(ExerciseClock reading) {
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock.with(reading),
                members,
                deliveredBySeq,
                logNumbers,
                adHocs,
                beside,
                schedule,
                check);
    }

    Play with(Member member) {
        Map<ParticipantId, Member> more = new HashMap<>(members);
        more.put(member.participant(), member);
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock,
                more,
                deliveredBySeq,
                logNumbers,
                adHocs,
                beside,
                schedule,
                check);
    }

    Play with(Delivered inject) {
        TreeMap<Long, Delivered> more = new TreeMap<>(deliveredBySeq);
        @Nullable Delivered before = more.put(inject.seq(), inject);
        int written = adHocs + (inject.adHoc() && before == null ? 1 : 0);
        return new Play(
                id, plan, grace, seq, lastRecorded, clock, members, more, logNumbers, written, beside, schedule, check);
    }

    Play withLogNumber(int number) {
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock,
                members,
                deliveredBySeq,
                number,
                adHocs,
                beside,
                schedule,
                check);
    }

    /** The last number of a series of notes, or 0. */
    public int numbered(Class<? extends Numbered> kind) {
        return beside.numbers().getOrDefault(kind, 0);
    }

    Play with(Numbered note) {
        return with(beside.with(note));
    }

    /** Entries recorded for somebody, by their sequence, and what that person says of them. */
    public Map<Long, Attestation> attestations() {
        return beside.attestations();
    }

    /** How an entry stands that was recorded for somebody; empty for all others. */
    public Optional<Attestation> attestation(long entry) {
        return Optional.ofNullable(beside.attestations().get(entry));
    }

    Play with(long entry, Attestation attestation) {
        return with(beside.with(entry, attestation));
    }

    /** What modules above look back to, in the order of the record. */
    public List<Memory> memories() {
        return beside.memories();
    }

    Play with(Memory memory) {
        return with(beside.with(memory));
    }

    private Play with(Beside more) {
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock,
                members,
                deliveredBySeq,
                logNumbers,
                adHocs,
                more,
                schedule,
                check);
    }

    /** The latest comms check, if there was one. */
    public Optional<CommsCheck> commsCheck() {
        return Optional.ofNullable(check);
    }

    Play with(CommsCheck asked) {
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock,
                members,
                deliveredBySeq,
                logNumbers,
                adHocs,
                beside,
                schedule,
                asked);
    }

    Play with(Schedule changed) {
        return new Play(
                id,
                plan,
                grace,
                seq,
                lastRecorded,
                clock,
                members,
                deliveredBySeq,
                logNumbers,
                adHocs,
                beside,
                changed,
                check);
    }
}
