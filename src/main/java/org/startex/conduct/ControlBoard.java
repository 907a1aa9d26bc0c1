package org.startex.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.scenario.InjectKind;

/**
 * What a controller sees of all injects at a moment. Pure: computed from the exercise and the receipts.
 *
 * @param elapsed exercise time of the moment
 * @param rows every inject, planned or written on the spot, by the time at which it was sent or is due
 */
public record ControlBoard(ExerciseTime elapsed, List<InjectRow> rows) {
    /** So long before its time an inject is said to be due, in exercise time. */
    static final ExerciseTime SOON = ExerciseTime.minutes(5);

    public ControlBoard {
        rows = List.copyOf(rows);
    }

    /** The board of an exercise at a moment. */
    public static ControlBoard of(Play play, Map<Long, Map<ParticipantId, InjectReceipt>> receipts, Instant now) {
        ExerciseTime elapsed = play.clock().elapsedAt(now);
        boolean started = play.clock().started().isPresent();
        List<InjectRow> rows = new ArrayList<>();
        play.delivered().forEach(d -> rows.add(sent(play, d, receipts.getOrDefault(d.seq(), Map.of()), elapsed)));
        play.undelivered().forEach(inject -> rows.add(unsent(play, inject, elapsed, started)));
        rows.sort(Comparator.comparing((InjectRow row) -> place(row, elapsed))
                .thenComparing(row -> row.sent() ? 0 : 1)
                .thenComparing(row -> row.delivery().orElse(Long.MAX_VALUE))
                .thenComparing(InjectRow::at)
                .thenComparing(InjectRow::number));
        return new ControlBoard(elapsed, rows);
    }

    /** What is held beyond its time stays among what comes, so that it is not forgotten. */
    private static ExerciseTime place(InjectRow row, ExerciseTime elapsed) {
        return (row.state() == InjectState.HELD || row.state() == InjectState.TO_SPEAK)
                        && row.at().compareTo(elapsed) < 0
                ? elapsed
                : row.at();
    }

    /** The injects that leave next by themselves, in order. */
    public List<InjectRow> next(int most) {
        return rows.stream()
                .filter(row -> row.toCome()
                        && row.inTime()
                        && row.state() != InjectState.HELD
                        && row.state() != InjectState.TO_SPEAK)
                .limit(most)
                .toList();
    }

    /** How many injects are in this state. */
    public int count(InjectState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    /** How many injects have not left and are not left out. */
    public int toCome() {
        return (int) rows.stream().filter(InjectRow::toCome).count();
    }

    /** The inject with this number. */
    public Optional<InjectRow> row(String number) {
        return rows.stream().filter(row -> row.number().value().equals(number)).findFirst();
    }

    private static InjectRow unsent(Play play, PlannedInject inject, ExerciseTime elapsed, boolean started) {
        Optional<Handling> handling = play.handling(inject.number());
        Optional<ExerciseTime> comes = play.comes(inject.number());
        ExerciseTime at = comes.orElse(InjectRow.NOWHERE);
        InjectState state;
        if (handling.flatMap(Handling::skipped).isPresent()) {
            state = InjectState.SKIPPED;
        } else if (handling.flatMap(Handling::held).isPresent()) {
            state = InjectState.HELD;
        } else if (comes.isEmpty()) {
            state = waiting(inject.kind());
        } else if (started && at.compareTo(elapsed) <= 0 && play.withinMove(at) && inject.awaitsVoice()) {
            state = InjectState.TO_SPEAK;
        } else if (started && at.compareTo(elapsed) < 0) {
            state = InjectState.LATE;
        } else if (started && play.withinMove(at) && at.micros() - elapsed.micros() <= SOON.micros()) {
            state = InjectState.DUE;
        } else {
            state = InjectState.PENDING;
        }
        return new InjectRow(
                inject.number(),
                null,
                false,
                inject.kind(),
                at,
                inject.channel(),
                inject.words().title(),
                inject.words().from(),
                inject.to(),
                state,
                at,
                moved(play, inject),
                0,
                reached(play, inject));
    }

    private static InjectState waiting(InjectKind kind) {
        return switch (kind) {
            case InjectKind.Cued k -> InjectState.CUE;
            case InjectKind.Contingency k -> InjectState.CONTINGENCY;
            case InjectKind.Conditional k -> InjectState.WAITING;
            case InjectKind.Timed k -> InjectState.PENDING;
        };
    }

    private static long moved(Play play, PlannedInject inject) {
        return play.plan()
                .inject(inject.number())
                .map(planned -> inject.due().micros() - planned.due().micros())
                .orElse(0L);
    }

    private static int reached(Play play, PlannedInject inject) {
        Audience audience = play.people().audienceOf(inject.to());
        return (int) play.players().stream()
                .filter(member -> play.mayRead(member.participant(), audience))
                .count();
    }

    private static InjectRow sent(
            Play play, Delivered inject, Map<ParticipantId, InjectReceipt> receipts, ExerciseTime elapsed) {
        List<Member> recipients = play.recipients(inject);
        int acknowledged = (int) recipients.stream()
                .filter(m -> inject.acknowledged().containsKey(m.participant()))
                .count();
        @Nullable ExerciseTime late = lateSince(play, inject, elapsed);
        InjectState state;
        if (inject.recalled().isPresent()) {
            state = InjectState.RECALLED;
        } else if (!recipients.isEmpty() && acknowledged == recipients.size()) {
            state = InjectState.ACKNOWLEDGED;
        } else if (late != null && !recipients.isEmpty()) {
            state = InjectState.LATE;
        } else if (acknowledged > 0
                || receipts.values().stream().anyMatch(r -> r.seenAt().isPresent())) {
            state = InjectState.SEEN;
        } else {
            state = InjectState.DELIVERED;
        }
        return new InjectRow(
                inject.number(),
                inject.seq(),
                inject.adHoc(),
                play.plan()
                        .inject(inject.number())
                        .filter(planned -> !inject.adHoc())
                        .map(PlannedInject::kind)
                        .orElse(new InjectKind.Timed()),
                inject.time(),
                inject.channel(),
                inject.words().title(),
                inject.words().from(),
                inject.to(),
                state,
                late == null ? inject.time() : late,
                0,
                acknowledged,
                recipients.size());
    }

    /** Since when an answer is overdue: the first expected action's time after sending, as long as the plan gave it after the due time; what the clock jumped over does not count. */
    static @Nullable ExerciseTime lateSince(Play play, Delivered inject, ExerciseTime elapsed) {
        return play.plan()
                .inject(inject.number())
                .filter(planned -> !inject.adHoc() && inject.recalled().isEmpty())
                .flatMap(planned -> planned.expectedBy()
                        .map(by -> Math.max(0, by.micros() - planned.due().micros())))
                .map(within -> play.clock().played(inject.time(), elapsed).micros() - within)
                .filter(late -> late > 0)
                .map(late -> new ExerciseTime(elapsed.micros() - late))
                .orElse(null);
    }
}
