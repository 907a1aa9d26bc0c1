package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.AcknowledgementTimes;
import org.startex.conduct.CellPeople;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.InjectReceipt;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.logbook.MessageService;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Key;
import org.startex.ui.KeyMap;
import org.startex.ui.Lanes;
import org.startex.ui.Scene;
import org.startex.ui.SearchField;
import org.startex.ui.Words;
import org.startex.ui.lessons.LessonMarks;

/** The control room: left what is coming, in the middle the whole, right the one thing. Evaluators and observers see it without the acts. */
@Route("exercise/:id")
@PermitAll
class ControlRoomView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final Texts SAFETY = Texts.of("ui-safety");
    private static final Texts STORYLINES = Texts.of("ui-storylines");

    private final transient LessonMarks lessons;
    private final transient InjectMailService mailing;
    private final MailTrouble mailTrouble;
    private final transient MessageService messages;
    private final Div room = Html.div("room");
    private final UndoStrip strip = new UndoStrip(this::refresh);
    private final Button write = new Button(Words.say("write.open"), new Icon("plus"));
    private final SearchField search = new SearchField(Words.say("injects.find"), text -> find());
    private final Filters<InjectFilter> filter =
            new Filters<>(Words.say("filter.label"), InjectFilter.class, InjectFilter.ALL, chosen -> find());
    private final Filters<RoomPage> pages =
            new Filters<>(Words.say("pages.label"), RoomPage.class, RoomPage.LIST, this::turn);
    private final Filters<TimelineView> views =
            new Filters<>(SAFETY.get("views"), TimelineView.class, TimelineView.LANES, chosen -> redraw());
    private final Section timeline = new Section();
    private final StaffHere colleagues = new StaffHere();
    private final Summing summing = new Summing();
    private final Div times = Html.div("times s");
    private @Nullable Parts parts;
    private transient @Nullable ControlBoard board;
    private transient Map<Long, Map<ParticipantId, InjectReceipt>> receipts = Map.of();
    private @Nullable String selected;
    private RoomPage before = RoomPage.LIST;

    ControlRoomView(ExerciseTools tools, LessonMarks lessons, InjectMailService mailing, MessageService messages) {
        super(tools, ExerciseTab.CONTROL);
        this.lessons = lessons;
        this.mailing = mailing;
        mailTrouble = new MailTrouble(mailing, this::open);
        this.messages = messages;
        search.addThemeName("small");
        search.setId("find");
        write.addThemeVariants(ButtonVariant.LUMO_SMALL);
        write.setSuffixComponent(new Key("F2"));
        write.addClickListener(click -> scene().ifPresent(scene -> new AdHocDialog(tools(), scene, strip).open()));
        pages.label(page -> Words.say("page." + page.key()));
        pages.addClassName("pages");
    }

    /** What is rebuilt for each exercise. */
    private record Parts(
            MovePanel move,
            NextFive next,
            StandbyPanel standby,
            PeoplePanel people,
            Lanes lanes,
            MatrixBoard matrix,
            InjectGrid grid,
            BoardPanel detail,
            TalkPanel log) {}

    @Override
    protected void fill(Main main, Scene scene) {
        Parts fresh = new Parts(
                new MovePanel(tools(), strip),
                new NextFive(tools(), this::open, strip),
                new StandbyPanel(tools(), this::open, strip),
                new PeoplePanel(tools(), strip),
                new Lanes(this::open),
                new MatrixBoard(this::open),
                new InjectGrid(this::open),
                new BoardPanel(tools(), lessons, mailing, strip),
                new TalkPanel(tools(), messages, strip));
        parts = fresh;
        selected = null;
        board = null;
        Section list = new Section(
                Html.div("tb find", search, filter, Html.spring(), write),
                fresh.grid(),
                Html.div("und", strip, Html.spring(), times));
        list.addClassNames("panel", "ms");
        list.getElement().setAttribute("aria-label", Words.say("injects.label"));
        views.choose(TimelineView.LANES);
        offerViews(!scene.plan().storylines().isEmpty());
        timeline.removeAll();
        fresh.lanes().head(views, colleagues);
        timeline.add(fresh.lanes(), fresh.matrix());
        timeline.addClassNames("panel", "tl");
        room.removeAll();
        room.add(
                pages,
                Html.div("left", fresh.move(), fresh.next(), fresh.standby(), fresh.people()),
                Html.div("mid page-list", timeline, list),
                Html.div("right", fresh.detail(), fresh.log()));
        turn(RoomPage.LIST);
        main.add(
                Html.skip("injects", Words.say("skip.injects")),
                Html.skip("detail", Words.say("skip.detail")),
                Html.skip("log", Words.say("skip.log")),
                mailTrouble,
                room,
                summing);
        fresh.detail().setId("detail");
        fresh.detail().leaving(() -> turn(before));
    }

    private void offerViews(boolean storylines) {
        views.label(view -> switch (view) {
            case LANES -> storylines ? STORYLINES.get("storylines.by-cell") : SAFETY.get("views.lanes");
            case STORYLINES -> STORYLINES.get("storylines.by-storyline");
            case BOARD -> SAFETY.get("views.board");
        });
        views.offer(view -> storylines || view != TimelineView.STORYLINES);
    }

    @Override
    protected void keys(KeyMap map, Map<String, String> words) {
        map.key("/", search);
        words.put("/", Words.say("keys.find"));
        if (parts != null && scene().filter(Scene::controls).isPresent()) {
            map.key("F2", write).key("Ctrl+z", strip.button());
            words.put("F2", Words.say("keys.write"));
            parts.detail().acts().keys(map, words);
            words.put("Ctrl Z", TEXTS.get("keys.undo"));
        }
    }

    private void turn(RoomPage page) {
        pages.choose(page);
        room.getElement().setAttribute("data-page", page.key());
    }

    private void find() {
        if (parts != null) {
            parts.grid().asked();
        }
        redraw();
    }

    private void open(String number) {
        selected = number;
        getUI().ifPresent(ui -> tools().staff().looks(ui, number));
        if (pages.chosen() != RoomPage.DETAIL) {
            before = pages.chosen();
        }
        turn(RoomPage.DETAIL);
        redraw();
        if (parts != null) {
            parts.detail().arrive();
        }
    }

    @Override
    protected void show(Scene scene) {
        receipts = tools().receipts().receipts(tools().caller(), scene.id());
        board = ControlBoard.of(scene.play(), receipts, scene.now());
        List<CellPeople> people = CellPeople.of(scene.play(), tools().connected(scene.id()));
        int unread = 0;
        if (parts != null) {
            parts.move().show(scene);
            parts.people().show(scene, people);
            unread = parts.log().show(scene);
        }
        int waiting = people.stream()
                .filter(CellPeople::waiting)
                .mapToInt(group -> group.people().size())
                .sum();
        summing.hear(board, waiting, unread, scene.now());
        String now = AcknowledgementWords.of(AcknowledgementTimes.of(scene.play(), scene.now()));
        if (times.getChildren().findAny().isEmpty() || !times.getText().equals(now)) {
            times.setText(now);
        }
        write.setVisible(scene.controls()
                && (scene.exercise() instanceof Exercise.Running || scene.exercise() instanceof Exercise.Paused));
        mailTrouble.show(scene);
        strip.show(scene);
        tools().conduct()
                .standing(tools().caller(), scene.id())
                .ifPresent(me -> colleagues.show(scene, tools().staff().seats(scene.id()), me.participant()));
        redraw();
    }

    private void redraw() {
        ControlBoard shown = board;
        Parts here = parts;
        Scene scene = scene().orElse(null);
        if (shown == null || here == null || scene == null) {
            return;
        }
        filter.label(each -> Words.say("filter." + each.key(), each.count(shown)));
        filter.offer(each -> !each.rare() || each.count(shown) > 0);
        String wanted = search.getValue().strip();
        here.next().show(scene, shown);
        here.standby().show(scene, shown);
        boolean whole = views.chosen() == TimelineView.BOARD;
        here.lanes().fold(whole);
        here.matrix().setVisible(whole);
        if (whole) {
            here.matrix().show(scene, receipts);
        }
        boolean threads = views.chosen() == TimelineView.STORYLINES;
        here.lanes().show(threads ? ControlLanes.byStoryline(scene, shown) : ControlLanes.byCell(scene, shown));
        timeline.getElement()
                .setAttribute("aria-label", threads ? STORYLINES.get("storylines.label") : Words.say("lanes.label"));
        here.lanes().select(selected == null ? "" : selected);
        here.grid()
                .show(
                        scene,
                        shown.rows().stream()
                                .filter(filter.chosen()::shows)
                                .filter(row -> InjectFilter.matches(row, wanted))
                                .toList());
        here.grid().select(selected);
        here.detail().show(scene, selected == null ? null : shown.row(selected).orElse(null), receipts);
    }

    @Override
    protected void saved(long seq) {
        strip.saved(seq);
    }
}
