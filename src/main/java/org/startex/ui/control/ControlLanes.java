package org.startex.ui.control;

import java.util.List;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.InjectRow;
import org.startex.conduct.Plan;
import org.startex.ui.LaneBoard;
import org.startex.ui.Scene;

/** The exercise as lanes. */
final class ControlLanes {
    private ControlLanes() {}

    static LaneBoard of(Scene scene, ControlBoard board) {
        Plan plan = scene.plan();
        return new LaneBoard(
                plan.places().stream()
                        .map(place -> new LaneBoard.Lane(place.code().value(), place.title()))
                        .toList(),
                scene.play().schedule().phases().stream()
                        .map(phase ->
                                new LaneBoard.Phase(phase.title(), phase.from().micros()))
                        .toList(),
                board.rows().stream()
                        .filter(InjectRow::inTime)
                        .flatMap(row -> marks(row).stream())
                        .toList(),
                scene.clock().startSecond(),
                Math.max(plan.length().micros(), last(board)),
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

    private static List<LaneBoard.Mark> marks(InjectRow row) {
        return row.to().stream()
                .map(to -> to.cell().value())
                .distinct()
                .map(cell -> new LaneBoard.Mark(
                        cell,
                        row.number().value(),
                        row.title(),
                        row.at().micros(),
                        InjectStates.look(row.state()),
                        row.sent(),
                        row.turn().micros()))
                .toList();
    }
}
