package org.startex.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.conduct.NoDuff;
import org.startex.conduct.StopReach;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;

/** Has no duff reached everybody? Who has not had the stop screen in front of them, with why, those to be called first on top. */
final class ReachBoard extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");
    /** More than these cannot be read in a hurry; the count says how many there are. */
    private static final int MOST = 24;

    private final transient ExerciseTools tools;
    private final Div verdict = Html.div("row wrap");
    private final UnorderedList list = new UnorderedList();
    private transient List<StopReach> shown = List.of();

    ReachBoard(ExerciseTools tools) {
        this.tools = tools;
        addClassName("reach");
        H2 heading = new H2(TEXTS.get("reach.title"));
        heading.setId("reach-heading");
        getElement().setAttribute("aria-labelledby", "reach-heading");
        verdict.getElement().setAttribute("role", "status");
        list.addClassName("rows");
        add(Html.div("row wrap", heading, verdict), list);
    }

    void show(Scene scene, NoDuff noDuff) {
        List<StopReach> now = StopReach.of(
                scene.play(),
                noDuff,
                tools.receipts().receiptsOf(tools.caller(), scene.id(), noDuff.seq()),
                tools.connected(scene.id()),
                who -> tools.lastSeen(scene.id(), who));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<StopReach> missing = now.stream().filter(each -> !each.reached()).toList();
        verdict.removeAll();
        verdict.add(
                missing.isEmpty()
                        ? new StateChip("ack", "check", TEXTS.get("reach.all", now.size()))
                        : new StateChip(
                                "late", "late", TEXTS.get("reach.some", now.size() - missing.size(), now.size())));
        list.removeAll();
        missing.stream().limit(MOST).forEach(each -> list.add(line(scene, each)));
        if (missing.size() > MOST) {
            list.add(new ListItem(TEXTS.get("reach.more", missing.size() - MOST)));
        }
        slowest(now);
    }

    private void slowest(List<StopReach> now) {
        now.stream()
                .flatMap(each -> each.after().stream())
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(longest -> verdict.add(Html.span("m", TEXTS.get("reach.within", Lengths.of(longest)))));
    }

    private static ListItem line(Scene scene, StopReach reach) {
        ListItem line = new ListItem(
                chip(reach.state()),
                Html.span("b", scene.name(reach.member().participant())),
                Html.span("m", scene.place(reach.member())));
        reach.lastSeen()
                .filter(at -> reach.state() == StopReach.State.AWAY)
                .ifPresent(at -> line.add(Since.length(at.toEpochMilli()).within(TEXTS.get("reach.gone", "{0}"))));
        line.addClassName("person-line");
        return line;
    }

    private static StateChip chip(StopReach.State state) {
        return switch (state) {
            case AWAY -> new StateChip("late", "off", TEXTS.get("reach.away"));
            case NOT_YET -> new StateChip("late", "late", TEXTS.get("reach.not-yet"));
            case ON_PAGE -> new StateChip("due", "delivered", TEXTS.get("reach.on-page"));
            case SHOWN -> new StateChip("ack", "check", TEXTS.get("reach.shown"));
        };
    }
}
