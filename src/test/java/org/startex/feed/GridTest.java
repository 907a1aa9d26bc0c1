package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often frames come, and when, tells a cell nothing of what the others do. */
@FeedTest
class GridTest {
    private static final Duration GRID = Duration.ofSeconds(2);
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
        assertThat(phase(with)).isCloseTo(phase(without), within(400.0));
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
            assertThat(Math.abs(frame.nanos() - last.nanos()))
                    .isLessThan(Duration.ofMillis(400).toNanos());
        });
        one.close();
        other.close();
    }

    private static void assertOnGrid(List<Page.Frame> frames) {
        for (int i = 1; i < frames.size(); i++) {
            long apart = frames.get(i).nanos() - frames.get(i - 1).nanos();
            assertThat(Duration.ofNanos(apart)).isBetween(GRID.minusMillis(400), GRID.plusMillis(400));
        }
    }

    /** Where in the interval the frames come, in milliseconds. */
    private static double phase(List<Page.Frame> frames) {
        return Math.floorMod(frames.getLast().nanos(), GRID.toNanos()) / 1e6;
    }
}
