package org.startex.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.startex.kernel.RatingScale;

class RatingScalesTest {
    private final RatingScales scales = StandardsCatalogue.load().ratingScales();

    @Test
    void theUsualOneIsPerformedWithoutWithSomeWithMajorChallengesOrUnable() {
        assertThat(scales.usual().steps())
                .extracting(RatingScale.Step::code, RatingScale.Step::title)
                .containsExactly(
                        tuple("P", "Performed without challenges"),
                        tuple("S", "Performed with some challenges"),
                        tuple("M", "Performed with major challenges"),
                        tuple("U", "Unable to be performed"));
        assertThat(scales.orUsual(null)).isEqualTo(scales.usual());
    }

    @Test
    void stepsAreRankedFromTheBestAndEachCodeIsThereOnce() {
        assertThat(scales.all()).extracting(RatingScale::code).doesNotHaveDuplicates();
        assertThat(scales.all()).allSatisfy(scale -> {
            assertThat(scale.steps()).extracting(RatingScale.Step::code).doesNotHaveDuplicates();
            assertThat(scale.steps())
                    .extracting(RatingScale.Step::rank)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, scale.steps().size())
                                    .boxed()
                                    .toList());
        });
    }
}
