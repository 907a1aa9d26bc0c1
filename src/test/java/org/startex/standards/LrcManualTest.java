package org.startex.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startex.kernel.LrcCode;

class LrcManualTest {
    private final LrcManual manual = LrcManual.load();
    private final StandardsCatalogue catalogue = StandardsCatalogue.load();

    @Test
    void holdsTheEightStepsWithTheirQuestions() {
        assertThat(manual.steps()).extracting(LrcStep::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(manual.steps())
                .extracting(LrcStep::verb)
                .containsExactly("ALIGN", "WHO", "WHY", "WHAT", "WHO", "HOW", "DO", "EVALUATE");
        assertThat(manual.steps()).extracting(step -> step.questions().size()).containsExactly(2, 3, 2, 1, 2, 2, 2, 3);
    }

    @Test
    void quotesTheManualExactlyAndSaysWhoseWordsTheyAre() {
        assertThat(manual.step(8).orElseThrow().questions())
                .extracting(LrcQuestion::text)
                .containsExactly(
                        "What internal factors are needed to activate the Local Resilience Capability?",
                        "What evidence shows that societal resilience is being strengthened?",
                        "What information is available, and what needs to be collected, to inform the methodologies?");
        assertThat(manual.attribution())
                .isEqualTo("National Consortium for Societal Resilience [UK+], Strategy and Manual to create a Local"
                        + " Resilience Capability, 23 August 2023");
    }

    @Test
    void itsStepsAndResponsesAreThoseThatScenariosPointAt() {
        assertThat(manual.steps())
                .allSatisfy(step -> assertThat(catalogue.lrc(step.code()))
                        .map(LrcItem::title)
                        .contains(step.title()));
        assertThat(manual.caseStudy().responses())
                .hasSize(9)
                .allSatisfy(response -> assertThat(catalogue.lrc(response.code()))
                        .hasValueSatisfying(item -> {
                            assertThat(item.kind()).isEqualTo(LrcKind.RESPONSE);
                            assertThat(item.title()).isEqualTo(response.title());
                        }));
    }

    @Test
    void theCaseStudyHasThreeGroupsWithTheirNeeds() {
        assertThat(manual.caseStudy().groups())
                .extracting(LrcCaseStudy.Group::name, LrcCaseStudy.Group::scale)
                .containsExactly(
                        tuple("Flood V", "2,000 households"),
                        tuple("Caravan site 1", "500 medically vulnerable people"),
                        tuple("Community K", "450 socially vulnerable people"));
        assertThat(manual.caseStudy().groups().get(1).needs())
                .containsExactly("Prepare grab bags", "Warning and informing", "Evacuation support", "Welfare");
    }

    @Test
    void whatIsNotAStepIsNotFound() {
        assertThat(manual.step(0)).isEmpty();
        assertThat(manual.step(9)).isEmpty();
        assertThat(Stream.of("step-9", "module-community-hub").map(LrcCode::new))
                .allSatisfy(code -> assertThat(manual.step(code)).isEmpty());
    }
}
