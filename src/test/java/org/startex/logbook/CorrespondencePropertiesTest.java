package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.conduct.Conduct;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Memory;
import org.startex.conduct.Played;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;

/** What holds of messages in every script of play. Each seed is a script; the failing seed is in the test's name. */
class CorrespondencePropertiesTest {
    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 200).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMessageIsReadByItsWritersCellByWhomItIsForAndByNoOtherPlayer(long seed) {
        Played played = run(seed);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            state = Conduct.evolve(state, entry);
            if (entry.fact() instanceof Message message) {
                for (ParticipantId reader : List.of(played.okafor, played.price)) {
                    CellCode cell = state.content()
                            .orElseThrow()
                            .member(reader)
                            .orElseThrow()
                            .cell();
                    assertThat(state.content().orElseThrow().mayRead(reader, entry.audience()))
                            .as("%s by %s", message, reader)
                            .isEqualTo(concerns(message.from(), reader, cell) || concerns(message.to(), reader, cell));
                }
            }
        }
    }

    private static boolean concerns(Party party, ParticipantId reader, @Nullable CellCode cell) {
        return switch (party.kind()) {
            case CONTROL, BODY -> false;
            case EVERYBODY -> true;
            case CELL -> party.theCell().orElseThrow().equals(cell);
            case PERSON -> party.thePerson().orElseThrow().equals(reader);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMessageIsInOneThreadWhoseReadersStayTheSame(long seed) {
        Played played = run(seed);
        List<MessageThread> threads = MessageThread.of(played.play());
        assertThat(threads.stream().mapToInt(thread -> thread.messages().size()).sum())
                .isEqualTo((int) played.record.stream()
                        .filter(entry -> entry.fact() instanceof Message)
                        .count());
        for (MessageThread thread : threads) {
            assertThat(thread.messages().getFirst().entry().seq()).isEqualTo(thread.seq());
            assertThat(thread.messages().stream()
                            .map(line -> line.entry().audience())
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRequestIsAnsweredOrDeclinedAtMostOnceByWhoeverHeldIt(long seed) {
        Played played = run(seed);
        List<Memory> memories = played.play().memories();
        for (MessageThread thread : MessageThread.of(played.play())) {
            thread.requests().forEach((request, standing) -> {
                List<Memory> closings = memories.stream()
                        .filter(memory -> switch (memory.fact()) {
                            case Message.Answered a -> a.request() == request;
                            case Message.Declined d -> d.request() == request;
                            default -> false;
                        })
                        .toList();
                assertThat(closings).hasSizeLessThanOrEqualTo(1);
                ParticipantId holder = standing.holder();
                if (!closings.isEmpty() && holder != null) {
                    assertThat(closings.getFirst().isBy(holder)).isTrue();
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheRecordRebuildsTheThreads(long seed) {
        Played played = run(seed);
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            state = Conduct.evolve(state, entry);
        }
        assertThat(MessageThread.of(state.content().orElseThrow())).isEqualTo(MessageThread.of(played.play()));
    }

    private static Played run(long seed) {
        Random random = new Random(seed);
        Played played = Played.running(8);
        ParticipantId nair = ParticipantId.random();
        played.does(new ExerciseCommand.GiveRole(played.director, nair, ExerciseRole.CONTROLLER, "P. Nair", "Council"));
        List<ParticipantId> people = List.of(played.okafor, played.price, played.director, nair);
        for (int step = 0; step < 40; step++) {
            played.after(Duration.ofSeconds(random.nextInt(200)));
            ParticipantId by = people.get(random.nextInt(people.size()));
            switch (random.nextInt(10)) {
                case 0 -> played.does(new ExerciseCommand.PauseExercise(played.director, ""));
                case 1 -> played.does(new ExerciseCommand.ResumeExercise(played.director));
                case 2 ->
                    played.does(new ExerciseCommand.MoveParticipant(
                            played.director,
                            random.nextBoolean() ? played.okafor : played.price,
                            random.nextBoolean() ? Played.TACTICAL : Played.REST_CENTRE,
                            ""));
                case 3 -> onRequest(played, random, by);
                default ->
                    played.folds(Messages.send(
                            played.state,
                            by,
                            draft(played, random),
                            WrittenAt.online(played.now),
                            played.now,
                            played.lastAlive));
            }
        }
        return played;
    }

    private static void onRequest(Played played, Random random, ParticipantId by) {
        Long request = any(played, random);
        if (request == null) {
            return;
        }
        played.folds(
                switch (random.nextInt(3)) {
                    case 0 ->
                        Requests.take(
                                played.state,
                                by,
                                request,
                                Requests.holder(played.play(), request).orElse(null),
                                played.now,
                                played.lastAlive);
                    case 1 -> Requests.answer(played.state, by, request, "Yes.", played.now, played.lastAlive);
                    default -> Requests.decline(played.state, by, request, "No.", played.now, played.lastAlive);
                });
    }

    private static MessageDraft draft(Played played, Random random) {
        Party to = switch (random.nextInt(6)) {
            case 0 -> Party.CONTROL;
            case 1 -> Party.BODY;
            case 2 -> Party.EVERYBODY;
            case 3 -> Party.of(random.nextBoolean() ? played.okafor : played.price);
            default -> Party.of(random.nextBoolean() ? Played.TACTICAL : Played.REST_CENTRE);
        };
        return new MessageDraft(to, "A body", random.nextBoolean() ? null : any(played, random), null, "Words.");
    }

    private static @Nullable Long any(Played played, Random random) {
        List<Long> seqs = new ArrayList<>();
        played.play().memories().forEach(memory -> seqs.add(memory.seq()));
        return seqs.isEmpty() ? null : seqs.get(random.nextInt(seqs.size()));
    }
}
