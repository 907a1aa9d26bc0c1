package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    @Test
    void markdownIsShownAsMeant() {
        assertThat(SafeHtml.of("We have **six** on *home oxygen*."))
                .isEqualTo("<p>We have <strong>six</strong> on <em>home oxygen</em>.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<iframe src='https://evil.example'></iframe>",
                "<!-- <b> -->"
            })
    void htmlOfTheAuthorIsShownAsText(String text) {
        assertThat(SafeHtml.of(text))
                .doesNotContainPattern("<(script|img|iframe|!--|b>)")
                .contains("&lt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](data:text/html,x)",
                "[a](vbscript:x)",
                "![a](javascript:x)",
                "<javascript:alert(1)>"
            })
    void addressesThatRunAreDropped(String text) {
        assertThat(SafeHtml.of(text)).doesNotContainPattern("href=\"[^\"]");
    }

    @Test
    void aLinkOpensInATabOfItsOwnThatKnowsNothingOfThisOne() {
        assertThat(SafeHtml.of("[plan](https://example.org/plan)"))
                .isEqualTo(
                        "<p><a rel=\"noopener noreferrer\" href=\"https://example.org/plan\" target=\"_blank\">plan</a></p>");
    }

    @Test
    void aPictureFromElsewhereIsNotLoaded() {
        assertThat(SafeHtml.of("![the *site*](https://example.org/site.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/site.png\"")
                .contains(">the <em>site</em></a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "1. ", "- ", "* > ", "**a *b "})
    void whatIsNestedDeeperThanAnybodyReadsIsShownAllTheSame(String nesting) {
        assertThat(SafeHtml.of(nesting.repeat(20_000) + "end")).contains("end");
    }

    @Test
    void aTableIsATable() {
        assertThat(SafeHtml.of("| Home | Beds |\n| --- | --- |\n| Tern House | 38 <b> |"))
                .contains("<table>", "<th>Home</th>", "<td>Tern House</td>", "&lt;b&gt;")
                .doesNotContain("|");
    }
}
