package org.startex.scenario;

import java.util.List;
import java.util.function.Function;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;

/** Conditions as people say them: while an inject waits for them, and once they have made it come. */
public final class ConditionWords {
    private static final Texts TEXTS = Texts.of("conditions");

    private final Function<CellCode, String> cell;
    private final Function<ExerciseTime, String> time;

    /**
     * @param cell a cell's title
     * @param time an exercise time as the reader is used to it
     */
    public ConditionWords(Function<CellCode, String> cell, Function<ExerciseTime, String> time) {
        this.cell = cell;
        this.time = time;
    }

    /** What is waited for: {@code Tactical acknowledges 4}. */
    public String waits(Condition condition) {
        return switch (condition) {
            case Condition.Delivered c -> TEXTS.get("waits.delivered", c.inject());
            case Condition.Acknowledged c -> single(c, "waits.acknowledged", "waits.acknowledged.any");
            case Condition.Decided c -> single(c, "waits.decision", "waits.decision.any");
            case Condition.ActionRaised c -> single(c, "waits.action", "waits.action.any");
            case Condition.NotAcknowledged c -> late(c, "waits.not-acknowledged", "waits.not-acknowledged.any");
            case Condition.All all -> joined(all.of(), "waits.and");
            case Condition.Any any -> joined(any.of(), "waits.or");
        };
    }

    /** Why something came: {@code because Tactical had not acknowledged 4 by 10:40}. */
    public String because(List<Condition> held) {
        return held.stream()
                .map(this::had)
                .reduce((one, other) -> TEXTS.get("waits.and", one, other))
                .map(said -> TEXTS.get("because", said))
                .orElse("");
    }

    private String had(Condition condition) {
        return switch (condition) {
            case Condition.Delivered c -> TEXTS.get("had.delivered", c.inject());
            case Condition.Acknowledged c -> single(c, "had.acknowledged", "had.acknowledged.any");
            case Condition.Decided c -> single(c, "had.decision", "had.decision.any");
            case Condition.ActionRaised c -> single(c, "had.action", "had.action.any");
            case Condition.NotAcknowledged c -> late(c, "had.not-acknowledged", "had.not-acknowledged.any");
            case Condition.All all -> because(all.of());
            case Condition.Any any -> because(any.of());
        };
    }

    private String single(Condition.Single condition, String inCell, String anywhere) {
        return condition
                .inCell()
                .map(code -> TEXTS.get(inCell, condition.inject(), cell.apply(code)))
                .orElseGet(() -> TEXTS.get(anywhere, condition.inject()));
    }

    private String late(Condition.NotAcknowledged condition, String inCell, String anywhere) {
        String by = time.apply(condition.by());
        return condition
                .inCell()
                .map(code -> TEXTS.get(inCell, condition.inject(), cell.apply(code), by))
                .orElseGet(() -> TEXTS.get(anywhere, condition.inject(), by));
    }

    private String joined(List<Condition> parts, String between) {
        return parts.stream()
                .map(part -> part instanceof Condition.Single || parts.size() == 1
                        ? waits(part)
                        : TEXTS.get("waits.group", waits(part)))
                .reduce((one, other) -> TEXTS.get(between, one, other))
                .orElse("");
    }
}
