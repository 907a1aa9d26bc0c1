package org.startex.conduct;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.startex.ledger.FactKind;
import org.startex.ledger.FactKinds;
import org.startex.ledger.Ledger;
import org.startex.ledger.LedgerFactory;

/** The kinds of fact that conduct owns, and the ledger that folds them. */
@Configuration(proxyBeanMethods = false)
class ConductConfiguration {
    @Bean
    FactKinds conductFacts() {
        return new FactKinds(List.of(
                FactKind.of("exercise-planned", ExercisePlanned.class),
                new FactKind("exercise-planned", 2, ExercisePlanned.class),
                new FactKind("exercise-planned", 3, ExercisePlanned.class),
                new FactKind("exercise-planned", 4, ExercisePlanned.class),
                new FactKind("exercise-planned", 5, ExercisePlanned.class),
                new FactKind("exercise-planned", 6, ExercisePlanned.class),
                new FactKind("exercise-planned", 7, ExercisePlanned.class),
                FactKind.of("exercise-started", ExerciseStarted.class),
                FactKind.of("exercise-paused", ExercisePaused.class),
                FactKind.of("exercise-resumed", ExerciseResumed.class),
                FactKind.of("pace-changed", PaceChanged.class),
                FactKind.of("outage-found", OutageFound.class),
                FactKind.of("inject-fell-due", InjectFellDue.class),
                new FactKind("inject-fell-due", 2, InjectFellDue.class),
                FactKind.of("inject-sent", InjectSent.class),
                FactKind.of("inject-held", InjectHeld.class),
                FactKind.of("inject-released", InjectReleased.class),
                FactKind.of("inject-skipped", InjectSkipped.class),
                FactKind.of("inject-put-back", InjectPutBack.class),
                FactKind.of("inject-moved", InjectMoved.class),
                FactKind.of("inject-readdressed", InjectReaddressed.class),
                FactKind.of("inject-recalled", InjectRecalled.class),
                FactKind.of("inject-corrected", InjectCorrected.class),
                FactKind.of("inject-spoken", InjectSpoken.class),
                FactKind.of("inject-spoken-undone", InjectSpokenUndone.class),
                FactKind.of("voice-reply-noted", VoiceReplyNoted.class),
                FactKind.of("rest-postponed", RestPostponed.class),
                FactKind.of("clock-jumped", ClockJumped.class),
                FactKind.of("move-begun", MoveBegun.class),
                FactKind.of("move-ended", MoveEnded.class),
                FactKind.of("discussion-opened", DiscussionOpened.class),
                FactKind.of("discussion-extended", DiscussionExtended.class),
                FactKind.of("discussion-closed", DiscussionClosed.class),
                FactKind.of("question-opened", QuestionOpened.class),
                FactKind.of("inject-acknowledged", InjectAcknowledged.class),
                new FactKind("inject-acknowledged", 2, InjectAcknowledged.class),
                FactKind.of("reply-logged", ReplyLogged.class),
                new FactKind("reply-logged", 2, ReplyLogged.class),
                new FactKind("reply-logged", 3, ReplyLogged.class),
                FactKind.of("participant-joined", ParticipantJoined.class),
                FactKind.of("participant-admitted", ParticipantAdmitted.class),
                FactKind.of("participant-moved", ParticipantMoved.class),
                FactKind.of("role-handed-over", RoleHandedOver.class),
                FactKind.of("participant-ejected", ParticipantEjected.class),
                FactKind.of("no-duff-called", NoDuffCalled.class),
                FactKind.of("no-duff-drilled", NoDuffDrilled.class),
                FactKind.of("no-duff-drill-ended", NoDuffDrillEnded.class),
                FactKind.of("no-duff-cleared", NoDuffCleared.class),
                new FactKind("no-duff-cleared", 2, NoDuffCleared.class),
                FactKind.of("marking-changed", MarkingChanged.class),
                FactKind.of("comms-check-started", CommsCheckStarted.class),
                FactKind.of("comms-check-confirmed", CommsCheckConfirmed.class),
                FactKind.of("exercise-ended", ExerciseEnded.class),
                FactKind.of("exercise-sealed", ExerciseSealed.class)));
    }

    @Bean(destroyMethod = "close")
    Ledger<Exercise> exerciseLedger(LedgerFactory factory) {
        return factory.ledger(new Evolution());
    }
}
