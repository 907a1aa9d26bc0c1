package org.startex.ui.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.InvitationService;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.Lengths;
import org.startex.kernel.PublicAddress;
import org.startex.people.PeopleService;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** Before an exercise: who runs it, how players join, and a sheet to print for each cell. */
@Route("exercise/:id/plan")
@PermitAll
class PlanView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;

    private final transient PeopleService people;
    private final transient PublicAddress address;
    private final transient ReadyChecks checks;
    private final transient InjectMailService mailing;
    private final transient PlannedPeopleService expecting;
    private final transient InvitationService inviting;
    private final Outcome outcome = new Outcome();
    private final Div next = Html.div("");
    private String shownState = "";
    private StaffPanel staff;
    private CodesPanel codes;
    private ReadyPanel ready;
    private CommsPanel comms;
    private MarkingPanel marking;
    private MailPanel mail;
    private ExpectedPanel expected;

    PlanView(
            ExerciseTools tools,
            PeopleService people,
            PublicAddress address,
            ReadyChecks checks,
            InjectMailService mailing,
            PlannedPeopleService expecting,
            InvitationService inviting) {
        super(tools, ExerciseTab.PLAN);
        this.people = people;
        this.address = address;
        this.checks = checks;
        this.mailing = mailing;
        this.expecting = expecting;
        this.inviting = inviting;
        mail = new MailPanel(mailing);
        expected = new ExpectedPanel(expecting, inviting);
        ready = new ReadyPanel(checks);
        comms = new CommsPanel(tools, this::saved);
        marking = new MarkingPanel(tools, this::saved);
        staff = new StaffPanel(tools, people, this::saved);
        codes = new CodesPanel(tools, address, this::saved);
    }

    @Override
    protected void fill(Main main, Scene scene) {
        staff = new StaffPanel(tools(), people, this::saved);
        codes = new CodesPanel(tools(), address, this::saved);
        ready = new ReadyPanel(checks);
        comms = new CommsPanel(tools(), this::saved);
        marking = new MarkingPanel(tools(), this::saved);
        mail = new MailPanel(mailing);
        expected = new ExpectedPanel(expecting, inviting);
        shownState = "";
        Div page = Html.div(
                "page",
                next,
                Html.p(
                        "m",
                        Words.say(
                                "planned.for",
                                StoryClock.dateTime(scene.plan().plannedFor(), zone()),
                                StoryClock.dateTime(scene.plan().start()),
                                Lengths.of(scene.plan().length().toDuration()))),
                ready,
                comms,
                marking,
                staff,
                expected,
                codes,
                mail,
                outcome,
                expected.slips());
        if (!address.secure()) {
            page.add(Notice.info(Words.say("codes.reduced")));
        }
        main.add(page);
    }

    private java.time.ZoneId zone() {
        return getUI().map(UserZone::of).orElse(java.time.ZoneId.of("Europe/London"));
    }

    @Override
    protected void show(Scene scene) {
        staff.show(scene);
        codes.show(scene);
        ready.show(scene);
        comms.show(scene);
        marking.show(scene);
        mail.show(scene);
        expected.show(scene);
        String state = scene.exercise().word() + scene.play().players().size();
        if (!state.equals(shownState)) {
            shownState = state;
            next.removeAll();
            if (scene.exercise() instanceof Exercise.Planned && scene.controls()) {
                next.add(Notice.info(
                        Words.say("planned.next", scene.play().players().size())));
                if (scene.plan().facilitated()) {
                    next.add(Notice.info(org.startex.kernel.Texts.of("ui-moves")
                            .get("planned", scene.plan().phases().size())));
                }
            }
        }
    }

    @Override
    protected void saved(long seq) {
        outcome.say(Words.say("act.saved", seq));
        refresh();
    }
}
