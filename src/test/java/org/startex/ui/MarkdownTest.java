package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void whatIsNestedDeeperThanAnybodyReadsIsShownAllTheSame() {
        assertThat(Markdown.html(">".repeat(20_000) + "end")).contains("end");
    }

    @Test
    void whatLooksLikeHtmlIsShownNotObeyed() {
        assertThat(Markdown.html("**now** <script>alert(1)</script>"))
                .doesNotContain("<script>")
                .contains("<strong>now</strong>");
    }

    @Test
    void aTableIsATable() {
        assertThat(Markdown.html("| Time | Wind |\n| --- | --- |\n| 10:45 | south |"))
                .contains("<th>Wind</th>")
                .contains("<td>south</td>");
    }

    @Test
    void aLinkThatRunsCodeLeadsNowhere() {
        assertThat(Markdown.html("[press](javascript:alert(1))")).doesNotContain("javascript:");
    }

    @Test
    void picturesFromElsewhereAreNotFetched() {
        assertThat(Markdown.html("![x](https://example.org/x.png)")).doesNotContain("<img");
    }
}
