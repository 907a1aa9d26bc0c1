package org.startex.ui.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.PlannedPhase;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.logbook.Decision;
import org.startex.logbook.SituationWords;
import org.startex.ui.Channels;
import org.startex.ui.ClockFace;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.MoveWords;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;

/**
 * The wall display: exercise time, how things stand, the next briefing, what the public has last heard in the story, and what was last decided. It keeps
 * the screen awake. For the staff of an exercise.
 */
@Route("exercise/:id/wall")
@PermitAll
@StyleSheet("context://app/wall.css")
class WallView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-wall");

    /** What everybody in the story can see or hear. */
    private static final Set<Channel> PUBLIC = EnumSet.of(Channel.NEWS, Channel.SOCIAL);

    private static final int HEARD = 3;
    private static final int DECIDED = 4;

    private final ClockFace clock = new ClockFace();
    private final H1 name = new H1();
    private final Div state = Html.div("wall-state");
    private final Paragraph phase = new Paragraph();
    private final Paragraph situation = new Paragraph();
    private final Paragraph briefing = new Paragraph();
    private final Div heard = Html.div("wall-list");
    private final Div decided = Html.div("wall-list");
    private final WallQuestions questions = new WallQuestions();
    private transient List<Section> besides = List.of();
    private transient List<Object> shown = List.of();

    WallView(ExerciseTools tools) {
        super(tools, TEXTS.get("wall"));
        addClassName("wall");
    }

    @Override
    protected void fill(Main main, Scene scene) {
        Section publicly = section("", "heard", heard);
        Section latest = section("", "decided", decided);
        besides = List.of(publicly, latest);
        shown = List.of();
        name.setText(scene.plan().title());
        clock.add(state);
        main.add(
                Html.div("wall-top", clock, Html.div("wall-name", name, phase), new WallTools()),
                Html.div(
                        "wall-grid",
                        section("wall-situation", "situation", situation),
                        publicly,
                        section("wall-briefing", "briefing", briefing),
                        latest,
                        questions));
    }

    private static Section section(String look, String key, Component content) {
        Section section = new Section(new H2(TEXTS.get(key)), content);
        section.addClassName("wall-part");
        if (!look.isEmpty()) {
            section.addClassName(look);
        }
        return section;
    }

    @Override
    protected void show(Scene scene) {
        clock.show(scene);
        boolean discussed = questions.show(scene);
        besides.forEach(section -> section.setVisible(!discussed));
        SituationWords words =
                tools().logbook().situation(scene.caller(), scene.id()).orElse(new SituationWords("", ""));
        List<Delivered> news = scene.play().delivered().stream()
                .filter(inject ->
                        PUBLIC.contains(inject.channel()) && inject.recalled().isEmpty())
                .sorted(Comparator.comparingLong(Delivered::seq).reversed())
                .limit(HEARD)
                .toList();
        List<Decision> decisions = tools().logbook().decisions(scene.caller(), scene.id()).reversed().stream()
                .filter(Decision::stands)
                .limit(DECIDED)
                .toList();
        List<Object> now = List.of(scene.exercise().word(), words, news, decisions, phaseNow(scene));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        state.removeAll();
        state.add(StateChip.of(scene.exercise()));
        phase.setText(phaseNow(scene));
        tell(situation, words.situation(), "situation.none");
        tell(briefing, words.nextBriefing(), "briefing.none");
        list(
                heard,
                "heard.none",
                news.stream()
                        .map(inject -> line(
                                scene.clock().minutes(inject.time()),
                                new Icon(Channels.icon(inject.channel())),
                                inject.words().title(),
                                inject.words().from())));
        list(
                decided,
                "decided.none",
                decisions.stream()
                        .map(decision -> line(
                                time(scene, decision.at()),
                                new Icon("decision"),
                                decision.fact().words().decision(),
                                scene.cell(decision.fact().cell()))));
    }

    private static String time(Scene scene, @Nullable ExerciseTime at) {
        return at == null ? "" : scene.clock().minutes(at);
    }

    /** The phase of the story that it has come to; empty before the first. */
    private static String phaseNow(Scene scene) {
        int move = scene.play().schedule().moves().begun();
        if (move > 0) {
            return MoveWords.title(scene, move);
        }
        return scene.plan().phases().stream()
                .filter(each -> each.from().compareTo(scene.elapsed()) <= 0)
                .reduce((earlier, later) -> later)
                .map(PlannedPhase::title)
                .orElse("");
    }

    private static void tell(Paragraph place, String text, String none) {
        place.setText(text.isEmpty() ? TEXTS.get(none) : text);
        place.setClassName("wall-none", text.isEmpty());
    }

    private static void list(Div place, String none, Stream<Div> lines) {
        place.removeAll();
        lines.forEach(place::add);
        if (place.getComponentCount() == 0) {
            place.add(Html.p("wall-none", TEXTS.get(none)));
        }
    }

    private static Div line(String time, Icon icon, String text, String from) {
        return Html.div(
                "wall-line",
                Html.span("wall-time", time),
                icon,
                Html.div("wall-said", Html.span("wall-text", text), Html.span("wall-from", from)));
    }

    @Override
    protected void saved(long seq) {
        refresh();
    }
}
