package org.startex.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a swarm counts, and by what its people decide. */
class SwarmCountsTest {
    private final Following following = new Following();

    private static BitSet stream(int... seqs) {
        BitSet stream = new BitSet();
        IntStream.of(seqs).forEach(stream::set);
        return stream;
    }

    private void upToDate(long seq) {
        following.resume();
        following.welcome();
        assertThat(following.upTo(seq)).isTrue();
    }

    @Test
    void whoGotEverythingOnceHasLostNothing() {
        upToDate(3);
        assertThat(following.entry(4, 6)).isTrue();
        assertThat(following.entry(7, 7)).isTrue();
        assertThat(following.upTo(9)).isFalse();
        assertThat(following.resume()).isEqualTo(9);
        assertThat(following.lost(stream(6, 7))).isZero();
        assertThat(following.doubled()).isZero();
    }

    @Test
    void anEntryThatNeverCameIsLostThoughTheRestIsCovered() {
        upToDate(3);
        following.entry(4, 4);
        following.upTo(9);
        assertThat(following.mustAsk()).isFalse();
        assertThat(following.lost(stream(4, 7))).isEqualTo(1);
    }

    @Test
    void aGapIsAskedForOnceAndIsNoLossWhenItIsFilled() {
        upToDate(3);
        following.entry(6, 7);
        assertThat(following.mustAsk()).isTrue();
        assertThat(following.resume()).isEqualTo(3);
        assertThat(following.mustAsk()).isFalse();
        following.upTo(8);
        assertThat(following.lost(stream(5, 7))).isEqualTo(1);
        following.welcome();
        assertThat(following.entry(4, 5)).isTrue();
        assertThat(following.entry(6, 7)).isFalse();
        assertThat(following.upTo(8)).isTrue();
        assertThat(following.lost(stream(5, 7))).isZero();
        assertThat(following.doubled()).isZero();
        assertThat(following.resume()).isEqualTo(8);
    }

    @Test
    void whatComesTwiceIsDoubledUnlessItWasAskedForAgain() {
        upToDate(0);
        following.entry(1, 1);
        assertThat(following.entry(1, 1)).isFalse();
        assertThat(following.doubled()).isEqualTo(1);
        following.resume();
        // On its way before the server heard the question, and then once more in the answer.
        following.entry(2, 2);
        following.welcome();
        following.entry(2, 2);
        assertThat(following.doubled()).isEqualTo(1);
        following.entry(1, 1);
        assertThat(following.doubled()).as("not asked for").isEqualTo(2);
        following.upTo(2);
        following.entry(2, 2);
        assertThat(following.doubled()).isEqualTo(3);
    }

    @Test
    void oneQuestionAtATime() {
        upToDate(3);
        following.resume();
        following.entry(6, 7);
        assertThat(following.asking()).isTrue();
        assertThat(following.mustAsk()).as("the answer will fill the gap").isFalse();
        following.welcome();
        following.entry(4, 5);
        following.entry(6, 7);
        following.upTo(7);
        assertThat(following.asking()).isFalse();
        following.entry(9, 9);
        assertThat(following.mustAsk()).isTrue();
        assertThat(following.doubled()).isZero();
    }

    @Test
    void aQuestionEndsWithItsConnection() {
        upToDate(3);
        following.resume();
        following.connected();
        assertThat(following.asking()).isFalse();
        assertThat(following.upTo(5)).isFalse();
    }

    @Test
    void anotherCellBeginsAgain() {
        upToDate(0);
        following.entry(1, 5);
        following.beginAgain();
        upToDate(0);
        assertThat(following.entry(1, 5)).isTrue();
        assertThat(following.doubled()).isZero();
    }

    @Test
    void aShareOfDelaysIsOneOfThemByNearestRank() {
        Lateness.Collected one = new Lateness.Collected();
        Lateness.Collected other = new Lateness.Collected();
        LongStream.rangeClosed(1, 150).forEach(i -> one.add(i * 1000));
        LongStream.rangeClosed(151, 200).forEach(i -> other.add(i * 1000));
        Lateness all = Lateness.of(List.of(other, one));
        assertThat(all.count()).isEqualTo(200);
        assertThat(all.millis(0.5)).isEqualTo(100);
        assertThat(all.millis(0.99)).isEqualTo(198);
        assertThat(all.millis(1)).isEqualTo(200);
        assertThatIllegalStateException()
                .isThrownBy(() -> Lateness.of(List.of()).millis(0.5));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void theServersClockIsKnownAsWellAsItSays(long seed) {
        Random random = new Random(seed);
        ServerTime time = new ServerTime();
        assertThat(time.uncertainMicros()).isEqualTo(Long.MAX_VALUE);
        long difference = random.nextLong(1_000_000_000_000L);
        long nanos = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            long asked = nanos;
            long read = asked + random.nextLong(30_000_000);
            long heard = read + random.nextLong(30_000_000);
            time.answered(difference + read / 1000, asked, heard);
            nanos = heard + random.nextLong(5_000_000_000L);
            assertThat(Math.abs(time.microsAt(nanos) - (difference + nanos / 1000)))
                    .isLessThanOrEqualTo(time.uncertainMicros() + 2);
        }
        assertThat(time.uncertainMicros()).isLessThan(15_000);
    }

    @Test
    void aClockThatIsSetIsBelievedAfterAWhile() {
        ServerTime time = new ServerTime();
        long nanos = System.nanoTime();
        time.answered(5_000_000, nanos, nanos + 1_000_000);
        for (int i = 0; i < 3; i++) {
            time.answered(905_000_000, nanos, nanos + 1_000_000);
        }
        assertThat(time.microsAt(nanos)).isCloseTo(905_000_000, within(1_000L));
    }

    private static SwarmPlan plan(long seed, int acknowledge, int decide) {
        return new SwarmPlan(
                URI.create("http://localhost:8080"),
                List.of("K7M4RX"),
                10,
                Duration.ZERO,
                Duration.ZERO,
                seed,
                acknowledge,
                decide,
                Duration.ofSeconds(8),
                10);
    }

    @Test
    void theSameSeedMakesTheSamePeopleInWhateverOrderThingsCome() {
        Temper one = new Temper(plan(7, 50, 50), 3);
        Temper same = new Temper(plan(7, 50, 50), 3);
        List<Temper.Response> forwards =
                LongStream.rangeClosed(1, 50).mapToObj(one::to).toList();
        List<Temper.Response> backwards = LongStream.rangeClosed(1, 50)
                .mapToObj(i -> same.to(51 - i))
                .toList()
                .reversed();
        assertThat(backwards).isEqualTo(forwards);
        assertThat(new Temper(plan(8, 50, 50), 3).to(1)).isNotEqualTo(forwards.getFirst());
        assertThat(new Temper(plan(7, 50, 50), 4).to(1)).isNotEqualTo(forwards.getFirst());
    }

    @Test
    void asManyActAsWasSaidAndHalfOfThemWithinTheTime() {
        List<Temper.Response> responses = IntStream.range(0, 200)
                .mapToObj(player -> new Temper(plan(1, 20, 2), player))
                .flatMap(temper -> LongStream.range(0, 50).mapToObj(temper::to))
                .toList();
        assertThat(responses.stream().filter(Temper.Response::acknowledges).count())
                .isCloseTo(2_000, within(200L));
        assertThat(responses.stream().filter(Temper.Response::decides).count()).isCloseTo(200, within(60L));
        assertThat(responses.stream()
                        .filter(r -> r.acknowledge().compareTo(Duration.ofSeconds(8)) <= 0)
                        .count())
                .isCloseTo(5_000, within(200L));
        assertThat(responses).allSatisfy(r -> {
            assertThat(r.see()).isLessThan(r.acknowledge());
            assertThat(r.acknowledge()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(80));
        });
    }

    @Test
    void asManyConnectionsAreLostAsWasSaid() {
        double perMinute = IntStream.range(0, 2_000)
                .mapToObj(player -> new Temper(plan(1, 0, 0), player))
                .filter(temper -> temper.toNextLoss().compareTo(Duration.ofMinutes(1)) < 0)
                .count();
        assertThat(perMinute / 2_000).isCloseTo(1 - Math.exp(-0.1), within(0.025));
    }

    @Test
    void receiptsThatMayHaveBeenLostGoAgain() {
        Receipts.Box receipts = new Receipts.Box();
        receipts.add(4);
        receipts.add(5);
        assertThat(receipts.take(0)).containsExactly(4, 5);
        receipts.add(4);
        assertThat(receipts.isEmpty()).isTrue();
        receipts.lost();
        assertThat(receipts.take(1)).containsExactly(4, 5);
        receipts.add(6);
        assertThat(receipts.take(70_000_000_000L)).containsExactly(6);
        receipts.lost();
        assertThat(receipts.take(70_000_000_001L)).as("an hour later").containsExactly(6);
    }

    @Test
    void aPlanOutsideItsRangesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(1, 101, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(1, 0, -1));
    }
}
