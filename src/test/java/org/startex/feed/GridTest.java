package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often frames come, and when, tells a cell nothing of what the others do. */
@FeedTest
class GridTest {
    private static final Duration GRID = Duration.ofSeconds(2);
    private static final Duration TOLERANCE = Duration.ofMillis(400);
    private static final int INTERVALS = 3;

    @Autowired
    Stage stage;

    /** The frames of a page with nothing for it, over some whole intervals from one {@code upTo} to the next. */
    private List<Page.Frame> watch(Page page, Runnable others) {
        Page.Frame first = page.next("upTo");
        others.run();
        List<Page.Frame> frames = new ArrayList<>(List.of(first));
        for (int i = 0; i < INTERVALS; i++) {
            frames.add(page.next(frame -> true));
        }
        return frames;
    }

    @Test
    void aCellWithoutContentHearsTheSameWhetherOthersGetNothingOrFiftyEntries() {
        Stage.Exercise exercise = stage.started();
        Page quiet = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page busy = exercise.resumed(exercise.join(Stage.TACTICAL));

        List<Page.Frame> without = watch(quiet, () -> {});
        List<Page.Frame> with = watch(quiet, () -> {
            for (int i = 0; i < 50; i++) {
                exercise.adHoc("Others " + i, "x", "tactical");
            }
        });

        assertThat(busy.entries()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(with)
                .extracting(Page.Frame::type)
                .isEqualTo(without.stream().map(Page.Frame::type).toList());
        assertThat(with).extracting(Page.Frame::type).containsOnly("upTo");
        // The second run started in a later interval of the same grid.
        assertOnGrid(without);
        assertOnGrid(with);
        long between =
                Math.floorMod(grid(with) - grid(without) + GRID.toNanos() / 2, GRID.toNanos()) - GRID.toNanos() / 2;
        assertThat(Duration.ofNanos(between).abs()).isLessThan(TOLERANCE);
        quiet.close();
        busy.close();
    }

    @Test
    void everybodyHearsTheSameUpToAtTheSameTime() {
        Stage.Exercise exercise = stage.started();
        Page one = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page other = exercise.resumed(exercise.join(Stage.TACTICAL));
        List<Page.Frame> first = watch(one, () -> exercise.adHoc("To the other", "x", "tactical"));
        List<Page.Frame> second =
                other.all().stream().filter(frame -> frame.is("upTo")).toList();
        // The last but one: by now the other page has heard it too, or never will.
        Page.Frame last = first.get(INTERVALS - 1);
        assertThat(second).anySatisfy(frame -> {
            assertThat(frame.seq()).isEqualTo(last.seq());
            assertThat(Duration.ofNanos(frame.nanos() - last.nanos()).abs()).isLessThan(TOLERANCE);
        });
        one.close();
        other.close();
    }

    /** Most come on the grid: a busy machine may hold one of them up. */
    private static void assertOnGrid(List<Page.Frame> frames) {
        long grid = grid(frames);
        long late = IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).nanos() - grid - i * GRID.toNanos() > TOLERANCE.toNanos())
                .count();
        assertThat(late).as("frames that came off the grid").isLessThan(frames.size() / 2);
    }

    /** When the first should have come, if the one that was held up least was on time; in nanoseconds. */
    private static long grid(List<Page.Frame> frames) {
        return IntStream.range(0, frames.size())
                .mapToLong(i -> frames.get(i).nanos() - i * GRID.toNanos())
                .min()
                .orElseThrow();
    }
}
