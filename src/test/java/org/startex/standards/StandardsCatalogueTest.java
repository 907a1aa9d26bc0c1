package org.startex.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;

class StandardsCatalogueTest {
    private final StandardsCatalogue catalogue = StandardsCatalogue.load();

    @Test
    void holdsTheWholeStandard() {
        assertThat(catalogue.duties()).extracting(Duty::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(catalogue.ksbs().stream().collect(Collectors.groupingBy(Ksb::kind, Collectors.counting())))
                .containsEntry(KsbKind.KNOWLEDGE, 27L)
                .containsEntry(KsbKind.SKILL, 26L)
                .containsEntry(KsbKind.BEHAVIOUR, 9L);
    }

    @Test
    void quotesTheStandardExactly() {
        assertThat(catalogue.ksb(new KsbCode("S6")))
                .map(Ksb::text)
                .contains("Keep records of decisions, actions, those responsible and rationale.");
        assertThat(catalogue.standardName()).isEqualTo("ST1322 Resilience and emergencies professional, version 1.1");
        assertThat(catalogue.standardAttribution()).contains("Crown copyright").contains("Open Government Licence");
    }

    @Test
    void saysWhichStandardItIsAndByWhatRightItIsQuoted() {
        StandardReference reference = catalogue.standardReference();
        assertThat(reference.reference()).isEqualTo("ST1322");
        assertThat(reference.version()).isEqualTo("1.1");
        assertThat(reference.updated()).isEqualTo("15/10/2024");
        assertThat(reference.licence()).contains("Open Government Licence");
        assertThat(reference.publishedAt()).startsWith("https://");
    }

    @Test
    void thirtyOneOfTheKsbsAreRarelyShownByExercises() {
        assertThat(catalogue.ksbs().stream().map(Ksb::code).filter(catalogue::rarelyShownByExercises))
                .hasSize(31)
                .contains(new KsbCode("K1"), new KsbCode("S25"), new KsbCode("B5"))
                .doesNotContain(new KsbCode("K15"), new KsbCode("S22"), new KsbCode("S24"));
        assertThat(catalogue.dutiesOf(new KsbCode("S6")))
                .extracting(Duty::number)
                .containsExactly(1, 4, 8, 9);
    }

    @Test
    void everyKsbOfADutyIsKnownAndEveryKsbServesADuty() {
        var named = catalogue.duties().stream().flatMap(d -> d.ksbs().stream()).collect(Collectors.toSet());
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.ksbs().stream().map(Ksb::code).toList());
    }

    @Test
    void holdsEightStepsFiveModulesAndNineResponses() {
        assertThat(catalogue.lrcItems().stream().collect(Collectors.groupingBy(LrcItem::kind, Collectors.counting())))
                .containsEntry(LrcKind.STEP, 8L)
                .containsEntry(LrcKind.MODULE, 5L)
                .containsEntry(LrcKind.RESPONSE, 9L);
        assertThat(catalogue.lrc(new LrcCode("step-7")))
                .map(LrcItem::title)
                .contains("Deliver value to society through Local Resilience Capability");
    }

    @Test
    void whatIsNotInTheStandardIsNotKnown() {
        assertThat(catalogue.ksb(new KsbCode("K28"))).isEmpty();
        assertThat(catalogue.ksb(new KsbCode("B10"))).isEmpty();
        assertThat(catalogue.lrc(new LrcCode("step-9"))).isEmpty();
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        assertThat(catalogue.ksbsNear("s6")).first().isEqualTo("S6");
        assertThat(catalogue.lrcNear("stepp-7")).first().isEqualTo("step-7");
        assertThat(catalogue.lrcNear("response-spontaneous-volunteers")).contains("response-spontaneous-volunteering");
        assertThat(catalogue.lrcNear("coordinating-donations")).containsExactly("response-coordinating-donations");
        assertThat(catalogue.lrcNear("helicopter")).isEmpty();
    }
}
