package org.startex.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.startex.conduct.Because;
import org.startex.conduct.ClockJumped;
import org.startex.conduct.CommsCheckConfirmed;
import org.startex.conduct.CommsCheckStarted;
import org.startex.conduct.CorrectionWords;
import org.startex.conduct.DeliveredWords;
import org.startex.conduct.DiscussionClosed;
import org.startex.conduct.DiscussionExtended;
import org.startex.conduct.DiscussionOpened;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.ExercisePaused;
import org.startex.conduct.ExercisePlanned;
import org.startex.conduct.ExerciseResumed;
import org.startex.conduct.ExerciseSealed;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.Grace;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.InjectCorrected;
import org.startex.conduct.InjectFellDue;
import org.startex.conduct.InjectHeld;
import org.startex.conduct.InjectMoved;
import org.startex.conduct.InjectPutBack;
import org.startex.conduct.InjectReaddressed;
import org.startex.conduct.InjectRecalled;
import org.startex.conduct.InjectReleased;
import org.startex.conduct.InjectSent;
import org.startex.conduct.InjectSkipped;
import org.startex.conduct.InjectSpoken;
import org.startex.conduct.InjectSpokenUndone;
import org.startex.conduct.Marking;
import org.startex.conduct.MarkingChanged;
import org.startex.conduct.MoveBegun;
import org.startex.conduct.MoveEnded;
import org.startex.conduct.NoDuffCalled;
import org.startex.conduct.NoDuffCleared;
import org.startex.conduct.NoDuffDrillEnded;
import org.startex.conduct.NoDuffDrilled;
import org.startex.conduct.OutageFound;
import org.startex.conduct.PaceChanged;
import org.startex.conduct.ParticipantAdmitted;
import org.startex.conduct.ParticipantEjected;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.ParticipantMoved;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PauseCause;
import org.startex.conduct.Plan;
import org.startex.conduct.QuestionNumber;
import org.startex.conduct.QuestionOpened;
import org.startex.conduct.ReplyLogged;
import org.startex.conduct.RestPostponed;
import org.startex.conduct.RoleHandedOver;
import org.startex.conduct.VoiceReplyNoted;
import org.startex.conduct.VoiceReplyWords;
import org.startex.conduct.WaitedInjects;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.logbook.ActionWords;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.DecisionConfirmed;
import org.startex.logbook.DecisionDisputed;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.DecisionWords;
import org.startex.logbook.Message;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Met;
import org.startex.logbook.ObservationRecorded;
import org.startex.logbook.ObservationWords;
import org.startex.logbook.Party;
import org.startex.logbook.Rating;
import org.startex.logbook.RequestTaken;
import org.startex.logbook.SituationTold;
import org.startex.logbook.SituationWords;
import org.startex.scenario.Condition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Old records stay readable for ever: each kind and version of a fact has a file with the very texts that were stored. A file is never changed; a
 * changed form gets a new version and a new file.
 */
class GoldenFactsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ParticipantId PLAYER = ParticipantId.of("0b9d6c4e-8d0e-4f0e-8f57-0c9b7a6f1e11");
    private static final CellCode REST_CENTRE = new CellCode("rest-centre");
    private static final ExerciseTime LATER = ExerciseTime.minutes(82);
    private static final InjectNumber FOUR = new InjectNumber("4");
    private static final Condition NOT_ACKNOWLEDGED =
            new Condition.NotAcknowledged(FOUR, REST_CENTRE, ExerciseTime.minutes(40));

    /** What each file says, by kind and version. */
    private static final Map<String, Fact> FACTS = Map.ofEntries(
            Map.entry("exercise-planned/1", planned(GoldenPlans.before())),
            Map.entry("exercise-planned/2", planned(GoldenPlans.rated())),
            Map.entry("exercise-planned/3", planned(GoldenPlans.ofEveryKind())),
            Map.entry("exercise-planned/4", planned(GoldenPlans.withMessages())),
            Map.entry("exercise-planned/5", planned(GoldenPlans.facilitated())),
            Map.entry("exercise-planned/6", planned(GoldenPlans.withStoryline())),
            Map.entry("exercise-planned/7", planned(GoldenPlans.spoken())),
            Map.entry("inject-spoken/1", new InjectSpoken(new InjectNumber("13"), "K. Adeyemi")),
            Map.entry("inject-spoken-undone/1", new InjectSpokenUndone(new InjectNumber("13"), 31)),
            Map.entry(
                    "voice-reply-noted/1",
                    new VoiceReplyNoted(
                            new InjectNumber("13"),
                            31,
                            new VoiceReplyWords("Two coaches, at the gate by 10:50.", "K. Adeyemi"))),
            Map.entry("exercise-started/1", new ExerciseStarted(100)),
            Map.entry(
                    "exercise-paused/1",
                    new ExercisePaused(PauseCause.CONTROLLER, LATER, "Safety brief for the boat crew")),
            Map.entry("exercise-resumed/1", new ExerciseResumed()),
            Map.entry("pace-changed/1", new PaceChanged(6000, LATER)),
            Map.entry(
                    "outage-found/1",
                    new OutageFound(Instant.parse("2026-05-14T10:22:00.000120Z"), 61_000_001, 6, false)),
            Map.entry(
                    "inject-fell-due/1",
                    new InjectFellDue(
                            new InjectNumber("13"),
                            Channel.PHONE,
                            List.of(Addressee.of("tactical/police"), Addressee.of("rest-centre")),
                            212,
                            delivered())),
            Map.entry(
                    "inject-fell-due/2",
                    new InjectFellDue(
                            new InjectNumber("13"),
                            Channel.PHONE,
                            List.of(Addressee.of("tactical/police")),
                            212,
                            new Because(LATER, List.of(NOT_ACKNOWLEDGED, new Condition.Delivered(FOUR))),
                            delivered())),
            Map.entry(
                    "inject-sent/1",
                    new InjectSent(
                            new InjectNumber("A1"),
                            Channel.SITUATION_REPORT,
                            List.of(Addressee.of("rest-centre")),
                            true,
                            delivered())),
            Map.entry("inject-held/1", new InjectHeld(new InjectNumber("13"), "The rest centre is not open yet")),
            Map.entry("inject-released/1", new InjectReleased(new InjectNumber("13"))),
            Map.entry("inject-skipped/1", new InjectSkipped(new InjectNumber("13"), "Tactical asked before it came")),
            Map.entry("inject-put-back/1", new InjectPutBack(new InjectNumber("13"), true)),
            Map.entry(
                    "inject-moved/1",
                    new InjectMoved(new InjectNumber("13"), LATER, ExerciseTime.minutes(92), "Gold joins late")),
            Map.entry(
                    "inject-readdressed/1",
                    new InjectReaddressed(
                            new InjectNumber("13"),
                            List.of(Addressee.of("rest-centre")),
                            List.of(Addressee.of("rest-centre"), Addressee.of("tactical/police")),
                            "The police have joined")),
            Map.entry("inject-recalled/1", new InjectRecalled(12, new InjectNumber("13"), "Sent to the wrong cell")),
            Map.entry(
                    "inject-corrected/1",
                    new InjectCorrected(
                            12, new InjectNumber("13"), new CorrectionWords("We have **five**.", "Wrong number"))),
            Map.entry("rest-postponed/1", new RestPostponed(1_200_000_000, LATER, "The boats are late")),
            Map.entry(
                    "clock-jumped/1",
                    new ClockJumped(
                            LATER,
                            ExerciseTime.minutes(120),
                            PassedOver.SKIP,
                            List.of(new InjectNumber("13"), new InjectNumber("14")),
                            "No time for the evening")),
            Map.entry(
                    "move-begun/1",
                    new MoveBegun(
                            2,
                            LATER,
                            ExerciseTime.minutes(105),
                            PassedOver.SKIP,
                            List.of(new InjectNumber("13")),
                            "No time for the evening")),
            Map.entry("move-ended/1", new MoveEnded(2, ExerciseTime.minutes(165))),
            Map.entry("discussion-opened/1", new DiscussionOpened(2, Instant.parse("2026-05-14T10:42:00.000120Z"))),
            Map.entry("discussion-extended/1", new DiscussionExtended(2, Instant.parse("2026-05-14T10:47:00.000120Z"))),
            Map.entry("discussion-closed/1", new DiscussionClosed(2)),
            Map.entry(
                    "question-opened/1",
                    new QuestionOpened(
                            new QuestionNumber(2, 1),
                            List.of(REST_CENTRE, new CellCode("tactical")),
                            "Leave **now**, or go upstairs?")),
            Map.entry(
                    "answer-recorded/1",
                    new AnswerRecorded(
                            new QuestionNumber(2, 1), REST_CENTRE, 3, true, null, "Mill Street leaves by 22:00.")),
            Map.entry(
                    "answer-recorded/2",
                    new AnswerRecorded(
                            new QuestionNumber(2, 1), REST_CENTRE, 3, true, true, "Mill Street leaves by 22:00.")),
            Map.entry("inject-acknowledged/1", new InjectAcknowledged(12, new InjectNumber("13"))),
            Map.entry("inject-acknowledged/2", new InjectAcknowledged(12, new InjectNumber("13"), true)),
            Map.entry("marking-changed/1", new MarkingChanged(new Marking("OFFICIAL-SENSITIVE", "GREY SEAL"))),
            Map.entry("reply-logged/1", new ReplyLogged(17, 12L, 0, null, null)),
            Map.entry("reply-logged/2", new ReplyLogged(17, 12L, 2, null, null)),
            Map.entry("reply-logged/3", new ReplyLogged(17, 12L, 2, PLAYER, REST_CENTRE)),
            Map.entry(
                    "participant-joined/1",
                    new ParticipantJoined(
                            PLAYER, ExerciseRole.PLAYER, REST_CENTRE, "lead", true, "M. Okafor", "Borough council")),
            Map.entry("participant-admitted/1", new ParticipantAdmitted(PLAYER, REST_CENTRE, "")),
            Map.entry("participant-moved/1", new ParticipantMoved(PLAYER, new CellCode("tactical"), "police")),
            Map.entry(
                    "role-handed-over/1",
                    new RoleHandedOver(
                            PLAYER, ParticipantId.of("3a4f1c0e-0d5b-4a83-9a0e-2f0c6a1b7d22"), REST_CENTRE, "lead")),
            Map.entry("participant-ejected/1", new ParticipantEjected(PLAYER, "Joined the wrong exercise")),
            Map.entry("no-duff-called/1", new NoDuffCalled(LATER, "Adult collapsed at the main door. 999 called.")),
            Map.entry("no-duff-cleared/1", new NoDuffCleared(null, "Ambulance crew has the patient")),
            Map.entry("no-duff-cleared/2", new NoDuffCleared(WaitedInjects.HELD, "Ambulance crew has the patient")),
            Map.entry("no-duff-drilled/1", new NoDuffDrilled("Before the doors open")),
            Map.entry("no-duff-drill-ended/1", new NoDuffDrillEnded("Two phones were silent")),
            Map.entry("comms-check-started/1", new CommsCheckStarted(2)),
            Map.entry("comms-check-confirmed/1", new CommsCheckConfirmed(12)),
            Map.entry("exercise-ended/1", new ExerciseEnded(ExerciseTime.minutes(180), "")),
            Map.entry("exercise-sealed/1", new ExerciseSealed()),
            Map.entry(
                    "decision-recorded/1",
                    new DecisionRecorded(
                            17, REST_CENTRE, 12L, List.of(12L, 5L), true, List.of(5L, 12L), List.of(12L), words())),
            Map.entry("decision-recorded/2", decision(null)),
            Map.entry("decision-recorded/3", decision(PLAYER)),
            Map.entry("decision-confirmed/1", new DecisionConfirmed(18, 17, true)),
            Map.entry("decision-disputed/1", new DecisionDisputed(18, 17, false, "I asked for three coaches.")),
            Map.entry(
                    "observation-recorded/1",
                    new ObservationRecorded(
                            4,
                            12L,
                            List.of(new ObjectiveCode("O1")),
                            List.of(new KsbCode("S15"), new KsbCode("B2")),
                            List.of(PLAYER),
                            new Rating("psmu", "S"),
                            List.of(new CheckedAction(0, Met.PARTLY), new CheckedAction(1, Met.NOT_OBSERVED)),
                            true,
                            new ObservationWords("Asked who had a radio.", "Written on paper first"))),
            Map.entry(
                    "situation-told/1",
                    new SituationTold(
                            3,
                            new SituationWords(
                                    "The cloud has left Saltmarsh Haven. 82 vans left.", "11:15, main hall"))),
            Map.entry(
                    "message-sent/1",
                    new Message.Sent(
                            Party.of(PLAYER),
                            Party.of(REST_CENTRE),
                            31L,
                            33L,
                            12L,
                            true,
                            new MessageWords("We have room for **forty**.", ""))),
            Map.entry(
                    "information-requested/1",
                    new Message.Requested(
                            Party.of(REST_CENTRE),
                            null,
                            null,
                            false,
                            new MessageWords(
                                    "When does the river peak at Wend Bridge?", "Environment Agency duty officer"))),
            Map.entry(
                    "message-sent/2",
                    new Message.Sent(
                            Party.of(PLAYER),
                            Party.of(REST_CENTRE),
                            31L,
                            33L,
                            12L,
                            true,
                            true,
                            new MessageWords("We have room for **forty**.", ""))),
            Map.entry(
                    "information-requested/2",
                    new Message.Requested(
                            Party.of(REST_CENTRE),
                            null,
                            null,
                            false,
                            true,
                            new MessageWords(
                                    "When does the river peak at Wend Bridge?", "Environment Agency duty officer"))),
            Map.entry("request-taken/1", new RequestTaken(35)),
            Map.entry(
                    "request-answered/1",
                    new Message.Answered(
                            35,
                            Party.of(REST_CENTRE),
                            35L,
                            new MessageWords("At 15:40, 3.9 metres.", "Environment Agency duty officer"))),
            Map.entry(
                    "request-declined/1",
                    new Message.Declined(
                            35,
                            Party.of(REST_CENTRE),
                            35L,
                            new MessageWords("Nobody answers the telephone.", "Environment Agency duty officer"))));

    private static AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private static FactCodec codec = new FactCodec(List.of());

    /** Takes the kinds from the modules' own configurations, so that a new module cannot be forgotten. */
    @BeforeAll
    static void findsTheKindsOfAllModules() {
        context = new AnnotationConfigApplicationContext();
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        scan.findCandidateComponents("org.startex").stream()
                .filter(found -> found instanceof AnnotatedBeanDefinition annotated
                        && annotated.getMetadata().getAnnotatedMethods(Bean.class.getName()).stream()
                                .anyMatch(bean -> bean.getReturnTypeName().equals(FactKinds.class.getName())))
                .forEach(found -> context.registerBeanDefinition(String.valueOf(found.getBeanClassName()), found));
        context.refresh();
        codec = new FactCodec(
                context.getBeansOfType(FactKinds.class).values().stream().toList());
    }

    @AfterAll
    static void closes() {
        context.close();
    }

    @Test
    void findsKindsOfMoreThanOneModule() {
        assertThat(codec.kinds().stream().map(kind -> kind.type().getPackageName()))
                .contains("org.startex.conduct", "org.startex.logbook");
    }

    @Test
    void everyKindHasAFileAndEveryFileAKind() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(codec.kinds().stream()
                            .map(kind -> file(kind).getFileName().toString())
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> aStoredFactIsReadAsItWasMeant() {
        return each(kind -> () -> {
            Stored stored = stored(kind);
            assertThat(codec.decode(kind.name(), kind.version(), stored.facts(), stored.text()))
                    .isEqualTo(FACTS.get(key(kind)));
        });
    }

    @TestFactory
    Stream<DynamicTest> aFactIsStoredByteByByteAsBefore() {
        Map<Class<?>, Integer> newest =
                codec.kinds().stream().collect(Collectors.toMap(FactKind::type, FactKind::version, Math::max));
        return each(kind -> () -> {
            Stored stored = stored(kind);
            if (kind.version() == newest.getOrDefault(kind.type(), 0)) {
                FactCodec.Encoded again =
                        codec.encode(codec.decode(kind.name(), kind.version(), stored.facts(), stored.text()));
                assertThat(new Stored(again.kind(), again.version(), again.facts(), again.text()))
                        .isEqualTo(stored);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anErasedTextLeavesAFactThatIsStillRead() {
        return each(kind -> () -> assertThat(
                        codec.decode(kind.name(), kind.version(), stored(kind).facts(), null))
                .isInstanceOf(kind.type()));
    }

    private record Stored(
            String kind,
            int version,
            String facts,
            @Nullable String text) {}

    private static Stored stored(FactKind kind) throws IOException {
        Path file = file(kind);
        assertThat(file)
                .as("the golden file of a new kind or version; from now on it reads:\n%s", wanted(kind))
                .exists();
        JsonNode read = JSON.readTree(Files.readString(file));
        return new Stored(
                read.get("kind").asString(),
                read.get("version").asInt(),
                read.get("facts").asString(),
                read.get("text").isNull() ? null : read.get("text").asString());
    }

    private static String wanted(FactKind kind) {
        Fact fact = FACTS.get(key(kind));
        if (fact == null) {
            return "(add a fact of this kind to FACTS)";
        }
        FactCodec.Encoded encoded = codec.encode(fact);
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.createObjectNode()
                        .put("kind", encoded.kind())
                        .put("version", encoded.version())
                        .put("facts", encoded.facts())
                        .put("text", encoded.text()));
    }

    private interface Check {
        void run() throws IOException;
    }

    private static Stream<DynamicTest> each(Function<FactKind, Check> check) {
        return codec.kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        key(kind), () -> check.apply(kind).run()));
    }

    private static String key(FactKind kind) {
        return kind.name() + "/" + kind.version();
    }

    private static Path file(FactKind kind) {
        return GOLDEN.resolve(kind.name() + "-" + kind.version() + ".json");
    }

    private static DeliveredWords delivered() {
        return new DeliveredWords(
                "Six residents need oxygen to travel",
                "Ambulance control",
                "We have **six** at “Saltmarsh Haven”: £0, ŵ, 🚌.",
                List.of(GoldenPlans.map()));
    }

    private static DecisionRecorded decision(@Nullable ParticipantId madeBy) {
        return new DecisionRecorded(
                17, REST_CENTRE, 12L, List.of(12L, 5L), false, List.of(5L, 12L), List.of(12L), true, words(), madeBy);
    }

    private static DecisionWords words() {
        return new DecisionWords(
                "Keep two of the three coaches.",
                "They cannot wait 50 minutes for an ambulance.",
                "Wait. Use taxis.",
                "All six at the rest centre by 10:50.",
                List.of(new ActionWords("Ask Wendle Coaches to hold two coaches", "S. Lindqvist", "10:30")),
                "The phone was flat");
    }

    private static ExercisePlanned planned(Plan plan) {
        return new ExercisePlanned(plan.slug(), plan.digest(), Grace.USUAL, plan);
    }
}
