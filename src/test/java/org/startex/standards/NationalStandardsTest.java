package org.startex.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NationalStandardsTest {
    private final NationalStandards national = NationalStandards.load();

    @Test
    void sevenOfTheElevenAreKnown() {
        assertThat(national.inSuite()).isEqualTo(11);
        assertThat(national.standards())
                .extracting(standard -> standard.reference().urn())
                .containsExactly("SFJCCAA2", "SFJCCAB1", "SFJCCAC1", "SFJCCAE1", "SFJCCAF1", "SFJCCAF2", "SFJCCAG1");
        assertThat(national.source()).contains("Skills for Justice").contains("April 2025");
    }

    @Test
    void whatIsKnownOfElementsIsMarkedAsASummaryAndNothingElseIsThere() {
        assertThat(national.standards())
                .flatExtracting(NosStandard::elements)
                .isNotEmpty()
                .allMatch(NosElement::summary)
                .allMatch(element -> element.kind() == NosKind.SKILLS_AND_BEHAVIOURS);
        assertThat(national.standards())
                .filteredOn(standard -> !standard.elements().isEmpty())
                .extracting(standard -> standard.reference().urn())
                .containsExactly("SFJCCAE1", "SFJCCAG1");
    }

    @Test
    void aNumberThatWasUsedAgainIsAnotherStandard() {
        assertThat(national.standard(new NosReference("SFJCCAG1", 2025)))
                .map(NosStandard::title)
                .contains("Respond to emergencies");
        assertThat(national.standard(new NosReference("SFJCCAG1", 2008))).isEmpty();
    }

    @Test
    void aReferenceHasAForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NosReference("sfj ag1", 2025));
        assertThatIllegalArgumentException().isThrownBy(() -> new NosReference("SFJCCAG1", 205));
        assertThat(new NosReference("SFJCCAG1", 2025)).hasToString("SFJCCAG1 (2025)");
    }
}
