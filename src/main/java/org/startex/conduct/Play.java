package org.startex.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.scenario.InjectKind;

/**
 * What every state of a planned exercise holds. Immutable.
 *
 * @param seq sequence of the last entry folded in
 * @param lastRecorded when that was recorded
 * @param people who takes part
 * @param deliveries injects that have reached their players
 * @param beside what is written beside the injects
 * @param schedule what has become of the plan's times
 */
public record Play(
        ExerciseId id,
        Plan plan,
        Grace grace,
        long seq,
        Instant lastRecorded,
        ClockHistory clock,
        People people,
        Deliveries deliveries,
        Beside beside,
        Schedule schedule) {
    /** As it is planned, before anything has happened. */
    public static Play begin(ExerciseId id, Plan plan, Grace grace) {
        return new Play(
                id,
                plan,
                grace,
                0,
                Instant.EPOCH,
                ClockHistory.NOT_STARTED,
                People.NOBODY,
                Deliveries.NONE,
                Beside.NOTHING,
                Schedule.asPlanned(plan));
    }

    /** Injects that have reached their players, in order. */
    public List<Delivered> delivered() {
        return deliveries.inOrder();
    }

    /** The inject that this entry delivered. */
    public Optional<Delivered> delivered(long entry) {
        return deliveries.by(entry);
    }

    /** How a planned inject reached its players, if it has. */
    public Optional<Delivered> delivered(InjectNumber number) {
        return deliveries.of(number);
    }

    /** Ad-hoc injects so far. */
    int adHocs() {
        return deliveries.adHocs();
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
     * sends or says, or that wait for somebody to do something.
     */
    public List<PlannedInject> pending() {
        return undelivered().stream()
                .filter(i -> !i.awaitsVoice())
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
        Set<InjectNumber> gone = delivered().stream().map(Delivered::number).collect(Collectors.toSet());
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

    /** Everybody who has joined, ejected or not. */
    public Map<ParticipantId, Member> members() {
        return people.members();
    }

    /** A member, ejected or not. */
    public Optional<Member> member(ParticipantId participant) {
        return people.member(participant);
    }

    /** Players who take part now. */
    public List<Member> players() {
        return people.players();
    }

    /** Whether a participant may read an entry with this audience now: staff all, players what is for them. */
    public boolean mayRead(ParticipantId participant, Audience audience) {
        return people.mayRead(participant, audience);
    }

    /** Whether everybody sits where they sat then, so that they may read the same. */
    public boolean seatedAs(Play before) {
        return people == before.people;
    }

    /** Players who have the inject before them and are counted for acknowledgement. */
    public List<Member> recipients(Delivered inject) {
        return players().stream()
                .filter(m -> mayRead(m.participant(), inject.audience()))
                .toList();
    }

    /** The latest comms check, if there was one. */
    public Optional<CommsCheck> commsCheck() {
        return Optional.ofNullable(people.check());
    }

    /** Numbered log entries so far. */
    public int logNumbers() {
        return beside.logNumbers();
    }

    /** The last number of a series of notes, or 0. */
    public int numbered(Class<? extends Numbered> kind) {
        return beside.numbers().getOrDefault(kind, 0);
    }

    /** Entries recorded for somebody, by their sequence, and what that person says of them. */
    public Map<Long, Attestation> attestations() {
        return beside.attestations();
    }

    /** How an entry stands that was recorded for somebody; empty for all others. */
    public Optional<Attestation> attestation(long entry) {
        return Optional.ofNullable(beside.attestations().get(entry));
    }

    /** What modules above look back to, in the order of the record. */
    public List<Memory> memories() {
        return beside.memories();
    }

    Play at(long entry, Instant recorded) {
        return new Play(id, plan, grace, entry, recorded, clock, people, deliveries, beside, schedule);
    }

    Play with(ExerciseClock reading) {
        return new Play(id, plan, grace, seq, lastRecorded, clock.with(reading), people, deliveries, beside, schedule);
    }

    Play with(Plan changed) {
        return new Play(id, changed, grace, seq, lastRecorded, clock, people, deliveries, beside, schedule);
    }

    Play with(Member member) {
        return with(people.with(member));
    }

    Play with(CommsCheck asked) {
        return with(people.with(asked));
    }

    private Play with(People more) {
        return new Play(id, plan, grace, seq, lastRecorded, clock, more, deliveries, beside, schedule);
    }

    Play with(Delivered inject) {
        return new Play(id, plan, grace, seq, lastRecorded, clock, people, deliveries.with(inject), beside, schedule);
    }

    Play with(Numbered note) {
        return with(beside.with(note));
    }

    Play with(Memory memory) {
        return with(beside.with(memory));
    }

    Play with(long entry, Attestation attestation) {
        return with(beside.with(entry, attestation));
    }

    Play withLogNumber(int number) {
        return with(beside.withLogNumber(number));
    }

    private Play with(Beside more) {
        return new Play(id, plan, grace, seq, lastRecorded, clock, people, deliveries, more, schedule);
    }

    Play with(Schedule changed) {
        return new Play(id, plan, grace, seq, lastRecorded, clock, people, deliveries, beside, changed);
    }
}
