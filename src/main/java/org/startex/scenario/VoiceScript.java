package org.startex.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a controller says by telephone, by radio or face to face for an inject: the content of a cue card. Players never see it.
 *
 * @param call whom to call
 * @param as who speaks, in the story
 * @param script Markdown, to be said in the controller's own words
 * @param answer what a good answer has; may be empty
 * @param onPage when the inject's text reaches the players' pages
 */
public record VoiceScript(String call, String as, String script, String answer, OnPage onPage) {
    /** When the text of an inject that is spoken reaches the players' pages. */
    public enum OnPage {
        /** Whenever the inject falls due, spoken or not: as injects without a cue card do. */
        WHEN_DUE,
        /** Once a controller has said it: it does not fall due by itself. */
        WHEN_SPOKEN;

        /** The code in a scenario: {@code when-spoken}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<OnPage> withCode(String code) {
            return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
        }
    }

    /** Whether players read nothing before it has been said. */
    public boolean awaited() {
        return onPage == OnPage.WHEN_SPOKEN;
    }
}
