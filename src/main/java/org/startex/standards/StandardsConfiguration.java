package org.startex.standards;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the catalogues to the modules above. */
@Configuration(proxyBeanMethods = false)
class StandardsConfiguration {
    @Bean
    StandardsCatalogue standardsCatalogue() {
        return StandardsCatalogue.load();
    }

    @Bean
    LrcManual lrcManual() {
        return LrcManual.load();
    }

    @Bean
    NationalStandards nationalStandards() {
        return NationalStandards.load();
    }

    @Bean
    LessonThemes lessonThemes() {
        return LessonThemes.load();
    }
}
