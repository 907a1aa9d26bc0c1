package org.startex.ui.debrief;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startex.conduct.Delivered;
import org.startex.conduct.Place;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.ObservationRecorded;
import org.startex.ui.EmptyState;
import org.startex.ui.EntryPaper;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.LaneBoard;
import org.startex.ui.Lanes;
import org.startex.ui.LoggedFor;
import org.startex.ui.Scene;
import org.startex.ui.record.EntryList;

/** The run as it was: lanes by cell with injects, decisions and observations, and beneath them every entry, to be filtered, searched and opened. */
@StyleSheet("context://app/tempo.css")
final class TimelinePanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-tempo");
    private static final Texts MOVES = Texts.of("ui-moves");
    private static final int AT_ONCE = 2_000;

    private final transient ExerciseTools tools;
    private final Lanes lanes = new Lanes(this::pick);
    private final Div paper = Html.beside();
    private final EntryList entries;
    private final transient Map<String, Long> byLabel = new HashMap<>();
    private final transient List<LedgerEntry> known = new ArrayList<>();
    private transient Scene scene;

    TimelinePanel(ExerciseTools tools, Scene scene) {
        this.tools = tools;
        this.scene = scene;
        entries = new EntryList(tools, scene.id(), EntryList.Order.OLDEST_FIRST, this::open);
        Section timeline = new Section(lanes);
        timeline.addClassName("panel");
        timeline.getElement().setAttribute("aria-label", TEXTS.get("timeline.lanes"));
        paper.add(Html.div("panel", new EmptyState(TEXTS.get("timeline.pick"))));
        addClassName("timeline");
        add(timeline, Html.p("m s", TEXTS.get("timeline.legend")), Html.div("split", entries, paper));
    }

    @Override
    void show(Scene now) {
        scene = now;
        read();
        lanes.show(board());
        entries.show(now);
    }

    private void read() {
        List<LedgerEntry> fresh;
        do {
            long last = known.isEmpty() ? 0 : known.getLast().seq();
            fresh = tools.record().read(tools.caller(), scene.id(), last, AT_ONCE);
            known.addAll(fresh);
        } while (fresh.size() == AT_ONCE);
    }

    private void pick(String label) {
        Long seq = byLabel.get(label);
        if (seq != null) {
            entries.choose(seq.toString());
        }
    }

    private void open(LedgerEntry entry, String previous) {
        EntryPaper opened = new EntryPaper(tools, scene, entry, previous);
        paper.removeAll();
        paper.add(opened);
        byLabel.forEach((label, seq) -> {
            if (seq == entry.seq()) {
                lanes.select(label);
            }
        });
    }

    private LaneBoard board() {
        List<LaneBoard.Lane> rows = new ArrayList<>();
        List<LaneBoard.Mark> marks = new ArrayList<>();
        byLabel.clear();
        for (Place place : scene.plan().places()) {
            String code = place.code().value();
            List<LaneBoard.Mark> decisions = decisions(place.code(), code + "/decisions");
            List<LaneBoard.Mark> observations = observations(place.code(), code + "/observed");
            rows.add(new LaneBoard.Lane(code, place.title()));
            marks.addAll(injects(place.code(), code));
            if (!decisions.isEmpty()) {
                rows.add(new LaneBoard.Lane(code + "/decisions", TEXTS.get("timeline.decisions")));
                marks.addAll(decisions);
            }
            if (!observations.isEmpty()) {
                rows.add(new LaneBoard.Lane(code + "/observed", TEXTS.get("timeline.observed")));
                marks.addAll(observations);
            }
        }
        return new LaneBoard(
                rows,
                scene.plan().phases().stream()
                        .map(phase ->
                                new LaneBoard.Phase(phase.title(), phase.from().micros()))
                        .toList(),
                marks,
                scene.clock().startSecond(),
                Math.max(scene.plan().length().micros(), scene.elapsed().micros()),
                false);
    }

    private List<LaneBoard.Mark> injects(CellCode cell, String lane) {
        return scene.play().delivered().stream()
                .filter(inject -> inject.to().stream().map(Addressee::cell).anyMatch(cell::equals))
                .map(inject -> mark(
                        lane,
                        inject.number().value(),
                        inject.words().title(),
                        inject.time(),
                        state(inject, cell),
                        inject.seq()))
                .toList();
    }

    private String state(Delivered inject, CellCode cell) {
        boolean acknowledged = inject.acknowledged().keySet().stream()
                .flatMap(one -> scene.play().member(one).stream())
                .anyMatch(member -> cell.equals(member.cell()));
        return acknowledged ? "ack" : "delivered";
    }

    private List<LaneBoard.Mark> decisions(CellCode cell, String lane) {
        List<LaneBoard.Mark> marks = new ArrayList<>();
        for (LedgerEntry entry : known) {
            ExerciseTime at = entry.exerciseTime();
            if (entry.fact() instanceof DecisionRecorded decision
                    && decision.cell().equals(cell)
                    && at != null) {
                marks.add(mark(
                        lane,
                        TEXTS.get("timeline.decision", decision.number()),
                        decision.words().decision() + LoggedFor.tail(scene, entry.seq(), decision),
                        at,
                        "decision",
                        entry.seq()));
            }
            if (entry.fact() instanceof AnswerRecorded answer && answer.cell().equals(cell) && at != null) {
                marks.add(mark(
                        lane,
                        MOVES.get("timeline.answer", answer.question(), answer.version()),
                        answer.said(),
                        at,
                        "decision",
                        entry.seq()));
            }
        }
        return marks;
    }

    private List<LaneBoard.Mark> observations(CellCode cell, String lane) {
        List<LaneBoard.Mark> marks = new ArrayList<>();
        for (LedgerEntry entry : known) {
            ExerciseTime at = entry.exerciseTime();
            if (entry.fact() instanceof ObservationRecorded observation
                    && at != null
                    && observation.observed().stream()
                            .flatMap(one -> scene.play().member(one).stream())
                            .anyMatch(member -> cell.equals(member.cell()))) {
                marks.add(mark(
                        lane,
                        TEXTS.get("timeline.observation", observation.number()),
                        observation.words().note(),
                        at,
                        "observation",
                        entry.seq()));
            }
        }
        return marks;
    }

    private LaneBoard.Mark mark(String lane, String label, String title, ExerciseTime at, String state, long seq) {
        byLabel.put(label, seq);
        return new LaneBoard.Mark(lane, label, title, at.micros(), state, true, 0);
    }
}
