package org.startex.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.InjectRow;
import org.startex.conduct.Plan;
import org.startex.kernel.Texts;
import org.startex.scenario.Storyline;
import org.startex.ui.LaneBoard;
import org.startex.ui.Scene;

/** The exercise as lanes, by cell or by storyline. */
final class ControlLanes {
    private static final Texts TEXTS = Texts.of("ui-storylines");
    private static final String NONE = "";

    private ControlLanes() {}

    static LaneBoard byCell(Scene scene, ControlBoard board) {
        return of(
                scene,
                board,
                scene.plan().places().stream()
                        .map(place -> new LaneBoard.Lane(place.code().value(), place.title()))
                        .toList(),
                row -> row.to().stream().map(to -> to.cell().value()).distinct());
    }

    /** What tells no storyline, such as injects written on the spot, stands in a last lane. */
    static LaneBoard byStoryline(Scene scene, ControlBoard board) {
        Plan plan = scene.plan();
        List<LaneBoard.Lane> lanes = new ArrayList<>();
        plan.storylines().forEach(line -> lanes.add(new LaneBoard.Lane(line.code(), line.title())));
        if (board.rows().stream()
                .anyMatch(row -> row.inTime() && plan.storyline(row.number()).isEmpty())) {
            lanes.add(new LaneBoard.Lane(NONE, TEXTS.get("storylines.none")));
        }
        return of(
                scene,
                board,
                lanes,
                row -> Stream.of(
                        plan.storyline(row.number()).map(Storyline::code).orElse(NONE)));
    }

    private static LaneBoard of(
            Scene scene, ControlBoard board, List<LaneBoard.Lane> lanes, Function<InjectRow, Stream<String>> lanesOf) {
        return new LaneBoard(
                lanes,
                scene.play().schedule().phases().stream()
                        .map(phase ->
                                new LaneBoard.Phase(phase.title(), phase.from().micros()))
                        .toList(),
                board.rows().stream()
                        .filter(InjectRow::inTime)
                        .flatMap(row -> lanesOf.apply(row).map(lane -> mark(lane, row)))
                        .toList(),
                scene.clock().startSecond(),
                Math.max(scene.plan().length().micros(), last(board)),
                scene.play().clock().started().isPresent());
    }

    /** When the last inject is due: what was postponed may lie behind the planned end. */
    private static long last(ControlBoard board) {
        return board.rows().stream()
                .filter(InjectRow::inTime)
                .mapToLong(row -> row.at().micros())
                .max()
                .orElse(0);
    }

    private static LaneBoard.Mark mark(String lane, InjectRow row) {
        return new LaneBoard.Mark(
                lane,
                row.number().value(),
                row.title(),
                row.at().micros(),
                InjectStates.look(row.state()),
                row.sent(),
                row.turn().micros());
    }
}
