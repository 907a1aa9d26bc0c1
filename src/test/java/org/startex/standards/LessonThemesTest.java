package org.startex.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonThemesTest {
    @Test
    void theSixThemesOfTheDigestNameTheirSource() {
        LessonThemes known = LessonThemes.load();
        assertThat(known.themes())
                .containsExactly(
                        "Information format and flow",
                        "Gaps in planning and preparedness",
                        "Role resilience",
                        "Training and exercising",
                        "Technological resilience and redundancy",
                        "Media challenges");
        assertThat(known.source()).startsWith("UK Resilience Lessons Digest, issue 2");
    }
}
