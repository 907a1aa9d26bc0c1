package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Draft;
import org.startex.ledger.Ruling;

class ConductTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final InjectNumber TWO = new InjectNumber("2");

    @Test
    void injectsFallDueByThemselves() {
        Played played = Played.running(3).after(Duration.ofMinutes(5));
        played.does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(played.play().delivered(ONE).orElseThrow().audience()).isEqualTo(Audience.cell(Played.TACTICAL));
    }

    @Test
    void nothingIsDeliveredBeforeStartex() {
        Played played = Played.planned(3).after(Duration.ofHours(2));
        played.does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).isEmpty();
    }

    @Test
    void nothingOvertakesAnInjectThatIsDue() {
        Played played = Played.running(3).after(Duration.ofMinutes(6));
        Ruling ruling = played.does(new ExerciseCommand.SendInject(played.director, TWO));
        assertThat(facts(ruling)).extracting(Object::getClass).containsExactly(InjectFellDue.class, InjectSent.class);
        assertThat(played.deliveredNumbers()).containsExactly("1", "2");
    }

    @Test
    void anInjectTellsHowLateItIs() {
        Played played = Played.running(3).after(Duration.ofMinutes(5).plusMillis(1500));
        played.does(new ExerciseCommand.Tick());
        assertThat(played.play().delivered(ONE).orElseThrow().latenessMicros()).isEqualTo(1_500_000);
    }

    @Test
    void whatWasSentByHandIsNotDeliveredAgain() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.SendInject(played.director, ONE));
        played.after(Duration.ofMinutes(30)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).containsExactly("1", "2", "3");
        assertThat(refusal(played.does(new ExerciseCommand.SendInject(played.director, ONE))))
                .isEqualTo("already-delivered");
    }

    @Test
    void anInjectForARoleReachesItsHolderOrElseTheWholeCell() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.SendInject(played.director, TWO));
        assertThat(played.play().delivered(TWO).orElseThrow().audience()).hasToString("to:rest-centre/lead");
        Played without = Played.running(3);
        without.does(new ExerciseCommand.MoveParticipant(without.director, without.okafor, Played.TACTICAL, ""));
        without.does(new ExerciseCommand.SendInject(without.director, TWO));
        assertThat(without.play().delivered(TWO).orElseThrow().audience()).hasToString("to:rest-centre");
    }

    @Test
    void deliveredWordsHoldNoControllerNotes() {
        Played played = Played.running(3);
        Ruling ruling = played.does(new ExerciseCommand.SendInject(played.director, ONE));
        assertThat(facts(ruling).getFirst().toString()).doesNotContain("Notes");
    }

    @Test
    void pausedTimeStandsAndStillTakesAdHocInjectsAndAnswers() {
        Played played = Played.running(3).after(Duration.ofMinutes(4));
        played.does(new ExerciseCommand.PauseExercise(played.director, "Lunch"));
        played.after(Duration.ofHours(1)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).isEmpty();
        played.does(new ExerciseCommand.SendAdHocInject(
                played.director,
                new AdHocInject(
                        "Extra", "Press", List.of(new Addressee(Played.TACTICAL, "")), Channel.NEWS, "What now?")));
        assertThat(played.deliveredNumbers()).containsExactly("A1");
        assertThat(played.does(new ExerciseCommand.AcknowledgeInject(played.price, played.entry("A1"), played.now)))
                .isInstanceOf(Ruling.Accepted.class);
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        played.after(Duration.ofMinutes(1)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).containsExactly("A1", "1");
    }

    @Test
    void paceChangesFromTheMomentOn() {
        Played played = Played.running(3).after(Duration.ofMinutes(2));
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(6000)));
        played.after(Duration.ofSeconds(3)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(5));
    }

    @Test
    void aPlayerAcknowledgesOnlyWhatIsForTheirCellAndOnlyOnce() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.SendInject(played.director, ONE));
        long entry = played.entry("1");
        assertThat(refusal(played.does(new ExerciseCommand.AcknowledgeInject(played.okafor, entry, played.now))))
                .isEqualTo("not-your-inject");
        played.does(new ExerciseCommand.AcknowledgeInject(played.price, entry, played.now));
        assertThat(played.play().delivered(entry).orElseThrow().acknowledged()).containsOnlyKeys(played.price);
        assertThat(refusal(played.does(new ExerciseCommand.AcknowledgeInject(played.price, entry, played.now))))
                .isEqualTo("already-acknowledged");
    }

    @Test
    void aMovedPlayerReadsTheNewCellsHistoryAndNoLongerTheOldOnes() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.SendInject(played.director, ONE));
        Audience tactical = played.play().delivered(ONE).orElseThrow().audience();
        assertThat(played.play().mayRead(played.price, tactical)).isTrue();
        assertThat(played.play().mayRead(played.okafor, tactical)).isFalse();
        played.does(new ExerciseCommand.MoveParticipant(played.director, played.price, Played.REST_CENTRE, ""));
        played.does(new ExerciseCommand.MoveParticipant(played.director, played.okafor, Played.TACTICAL, ""));
        assertThat(played.play().mayRead(played.price, tactical)).isFalse();
        assertThat(played.play().mayRead(played.okafor, tactical)).isTrue();
    }

    @Test
    void anEjectedPlayerReadsNothing() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.EjectParticipant(played.director, played.price, "Wrong room"));
        assertThat(played.play().mayRead(played.price, Audience.EVERYONE)).isFalse();
        assertThat(refusal(played.joins(played.price, Played.TACTICAL, ""))).isEqualTo("ejected");
    }

    @Test
    void aWaitingPlayerReadsNothingUntilAdmitted() {
        Played played = Played.running(3);
        ParticipantId late = ParticipantId.random();
        played.does(new ExerciseCommand.JoinExercise(late, ExerciseRole.PLAYER, null, "", false, "Late", "NHS"));
        assertThat(played.play().mayRead(late, Audience.EVERYONE)).isFalse();
        played.does(new ExerciseCommand.AdmitParticipant(played.director, late, Played.TACTICAL, ""));
        assertThat(played.play().mayRead(late, Audience.cell(Played.TACTICAL))).isTrue();
    }

    @Test
    void noDuffFreezesPlayUntilAControllerClearsItAndThenItStaysPaused() {
        Played played = Played.running(3).after(Duration.ofMinutes(4));
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Adult collapsed", played.now));
        played.after(Duration.ofMinutes(30)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).isEmpty();
        assertThat(refusal(played.does(new ExerciseCommand.SendInject(played.director, ONE))))
                .isEqualTo("stopped");
        assertThat(refusal(played.does(new ExerciseCommand.ResumeExercise(played.director))))
                .isEqualTo("stopped");
        assertThat(refusal(played.does(new ExerciseCommand.EndExercise(played.director, ""))))
                .isEqualTo("stopped");
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Ambulance crew has the patient"));
        assertThat(played.state).isInstanceOf(Exercise.Paused.class);
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(4));
    }

    @Test
    void noDuffBeforeStartexReturnsToPlannedAndAfterEndexToClosing() {
        Played before = Played.planned(1);
        before.does(new ExerciseCommand.StopForRealIncident(before.okafor, "Fire alarm", before.now));
        before.does(new ExerciseCommand.ClearRealIncident(before.director, "False alarm"));
        assertThat(before.state).isInstanceOf(Exercise.Planned.class);
        Played after = Played.running(1);
        after.does(new ExerciseCommand.EndExercise(after.director, ""));
        after.does(new ExerciseCommand.StopForRealIncident(after.okafor, "Fire alarm", after.now));
        after.does(new ExerciseCommand.ClearRealIncident(after.director, "False alarm"));
        assertThat(after.state).isInstanceOf(Exercise.Closing.class);
    }

    @Test
    void aLateEntryNeedsAReasonAndNothingFollowsTheSeal() {
        Played played = Played.running(1);
        played.does(new ExerciseCommand.EndExercise(played.director, "Time"));
        assertThat(refusal(played.does(new ExerciseCommand.LogReply(played.okafor, null, "", played.now))))
                .isEqualTo("late-reason-missing");
        assertThat(played.does(new ExerciseCommand.LogReply(played.okafor, null, "No signal", played.now)))
                .isInstanceOf(Ruling.Accepted.class);
        played.does(new ExerciseCommand.SealExercise(played.director));
        assertThat(refusal(played.does(new ExerciseCommand.LogReply(played.okafor, null, "No signal", played.now))))
                .isEqualTo("sealed");
        assertThat(refusal(played.does(new ExerciseCommand.StopForRealIncident(played.okafor, "x", played.now))))
                .isEqualTo("sealed");
    }

    @Test
    void sealingNeedsEndex() {
        Played played = Played.running(1);
        assertThat(refusal(played.does(new ExerciseCommand.SealExercise(played.director))))
                .isEqualTo("not-ended");
    }

    @Test
    void aDecisionBeforeStartexIsRefused() {
        Played played = Played.planned(1);
        assertThat(refusal(played.does(new ExerciseCommand.LogReply(played.okafor, null, "", played.now))))
                .isEqualTo("not-started");
    }

    @Test
    void aShortOutageCarriesOnAndDeliversInOrder() {
        Played played = Played.running(3).after(Duration.ofMinutes(4).plusSeconds(50));
        played.awayFor(Duration.ofSeconds(40)).does(new ExerciseCommand.Tick());
        assertThat(played.state).isInstanceOf(Exercise.Running.class);
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(played.record.stream().map(e -> e.fact()))
                .anySatisfy(f -> assertThat(f).isInstanceOfSatisfying(OutageFound.class, o -> {
                    assertThat(o.carriedOn()).isTrue();
                    assertThat(o.waiting()).isEqualTo(1);
                }));
    }

    @Test
    void aLongOutagePausesAtTheLastSignOfLifeAndFiresNothing() {
        Played played = Played.running(3).after(Duration.ofMinutes(4));
        played.awayFor(Duration.ofMinutes(20)).does(new ExerciseCommand.Tick());
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Paused.class, p -> assertThat(p.cause()).isEqualTo(PauseCause.OUTAGE));
        assertThat(played.deliveredNumbers()).isEmpty();
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(4));
        played.lastAlive = played.now;
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        played.after(Duration.ofMinutes(1)).does(new ExerciseCommand.Tick());
        assertThat(played.deliveredNumbers()).containsExactly("1");
    }

    @Test
    void anOutageThatPassesFiveMinutesOfExerciseTimePausesEvenWhenShort() {
        Played played = Played.running(3);
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(6000)));
        played.awayFor(Duration.ofSeconds(6)).does(new ExerciseCommand.Tick());
        assertThat(played.state).isInstanceOf(Exercise.Paused.class);
    }

    @Test
    void anActThatComesFirstAfterAnOutageFindsItToo() {
        Played played = Played.running(3).after(Duration.ofMinutes(4)).awayFor(Duration.ofMinutes(20));
        Ruling ruling = played.does(new ExerciseCommand.LogReply(played.okafor, null, "", played.now));
        assertThat(facts(ruling))
                .extracting(Object::getClass)
                .containsExactly(OutageFound.class, ExercisePaused.class, ReplyLogged.class);
    }

    @Test
    void anAdHocInjectNeedsATitleATextAndSomebody() {
        Played played = Played.running(1);
        List<Addressee> tactical = List.of(new Addressee(Played.TACTICAL, ""));
        assertThat(refusal(played.does(new ExerciseCommand.SendAdHocInject(
                        played.director, new AdHocInject(" ", "Press", tactical, Channel.NEWS, "Text")))))
                .isEqualTo("missing");
        assertThat(refusal(played.does(new ExerciseCommand.SendAdHocInject(
                        played.director, new AdHocInject("T", "Press", List.of(), Channel.NEWS, "Text")))))
                .isEqualTo("nobody-addressed");
        assertThat(refusal(played.does(new ExerciseCommand.SendAdHocInject(
                        played.director, new AdHocInject("T", "Press", tactical, Channel.NEWS, "a\u0000b")))))
                .isEqualTo("bad-text");
        assertThat(refusal(played.does(new ExerciseCommand.SendAdHocInject(
                        played.director, new AdHocInject("T", "Press", tactical, Channel.NEWS, "a\uD800b")))))
                .isEqualTo("bad-text");
    }

    private static List<Object> facts(Ruling ruling) {
        return ((Ruling.Accepted) ruling)
                .drafts().stream().map(Draft::fact).map(Object.class::cast).toList();
    }

    private static String refusal(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).reason().code();
    }
}
