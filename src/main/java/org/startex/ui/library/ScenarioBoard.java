package org.startex.ui.library;

import java.util.List;
import org.startex.scenario.Inject;
import org.startex.scenario.Scenario;
import org.startex.ui.LaneBoard;
import org.startex.ui.StoryClock;

/** A scenario as lanes. */
final class ScenarioBoard {
    private ScenarioBoard() {}

    static LaneBoard of(Scenario scenario) {
        return new LaneBoard(
                scenario.cells().stream()
                        .map(cell -> new LaneBoard.Lane(cell.code().value(), cell.title()))
                        .toList(),
                scenario.phases().stream()
                        .map(phase ->
                                new LaneBoard.Phase(phase.title(), phase.from().micros()))
                        .toList(),
                scenario.injects().stream()
                        .filter(Inject::hasTime)
                        .flatMap(inject -> marks(inject).stream())
                        .toList(),
                new StoryClock(scenario.start(), scenario.zone()).startSecond(),
                scenario.length().micros(),
                false);
    }

    private static List<LaneBoard.Mark> marks(Inject inject) {
        return inject.to().stream()
                .map(to -> to.cell().value())
                .distinct()
                .map(cell -> new LaneBoard.Mark(
                        cell,
                        inject.number().value(),
                        inject.title(),
                        inject.due().micros(),
                        "pending",
                        false,
                        0))
                .toList();
    }
}
