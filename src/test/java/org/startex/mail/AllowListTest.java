package org.startex.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address, and to whom mail may be sent. */
class AllowListTest {
    private static final AllowList ALLOWED =
            AllowList.of(List.of("Rest.Centre@example.org", "council.example", "*.gov.example", "@bücher.example"));

    @ParameterizedTest
    @CsvSource({
        "rest.centre@example.org, true",
        "REST.CENTRE@EXAMPLE.ORG, true",
        "someone.else@example.org, false",
        "rest.centre+exercise@example.org, false",
        "rest.centre@sub.example.org, false",
        "anyone@council.example, true",
        "anyone+exercise@Council.Example, true",
        "anyone@mail.council.example, false",
        "anyone@notcouncil.example, false",
        "anyone@council.example.net, false",
        "anyone@defra.gov.example, true",
        "anyone@flood.defra.gov.example, true",
        "anyone@gov.example, false",
        "anyone@mygov.example, false",
        "anyone@bücher.example, true",
        "anyone@BÜCHER.example, true",
        "anyone@xn--bcher-kva.example, true",
        "anyone@bucher.example, false"
    })
    void whoIsAllowed(String address, boolean allowed) {
        assertThat(ALLOWED.allows(MailAddress.read(address).orElseThrow())).isEqualTo(allowed);
    }

    @Test
    void nobodyIsAllowedWithoutEntries() {
        assertThat(AllowList.NOBODY.allows(new MailAddress("a@example.org"))).isFalse();
        assertThat(AllowList.of(List.of()).allows(new MailAddress("a@example.org")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.", "example", "a b@example.org", "@", "*@example.org", "https://example.org", "*.*.org"})
    void whatIsNoEntryIsNamed(String entry) {
        assertThatThrownBy(() -> AllowList.of(List.of("example.org", entry)))
                .isInstanceOfSatisfying(
                        AllowList.Unfit.class,
                        unfit -> assertThat(unfit.entry()).isEqualTo(entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "@example.org",
                "x@",
                "x@example",
                "x@@example.org",
                "a,b@example.org",
                "a b@example.org",
                "<a@example.org>",
                "A Person <a@example.org>",
                "\"a b\"@example.org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "ä@example.org",
                "x@127.0.0.1",
                "x@[127.0.0.1]",
                "x@-a.org",
                "x@a_b.org",
                "x@example.org\r\nBcc: y@example.org",
                "x\r\nBcc: y@example.org",
                "x@example.org, y@example.org"
            })
    void whatIsNoAddressIsNotRead(String written) {
        assertThat(MailAddress.read(written)).isEmpty();
    }

    @Test
    void anAddressIsReadAsPeopleWriteIt() {
        assertThat(MailAddress.read("  G.Price@Council.Example ").orElseThrow().value())
                .isEqualTo("G.Price@council.example");
        assertThat(MailAddress.read("o'brien+flood@council.example")).isPresent();
        assertThat(new MailAddress("A@council.example")).isEqualTo(new MailAddress("a@council.example"));
        assertThat(MailAddress.read("x".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.read("a@" + "x.".repeat(126) + "org")).isEmpty();
    }
}
