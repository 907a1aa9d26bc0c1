package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.startex.people.PlainName.Fault;
import org.startex.people.PlainName.Fit;
import org.startex.people.PlainName.Unfit;

class PlainNameTest {
    @Test
    void namesOfAllKindsAreKeptAsTheyAre() {
        for (String name : new String[] {"M. Okafor", "Siân Ó Briain-Ŵyn", "O'Neill", "李小龙", "X"}) {
            assertThat(PlainName.read(name)).isEqualTo(new Fit(name));
        }
    }

    @Test
    void spacesAreTidiedAndAccentsComposed() {
        assertThat(PlainName.read("  M. \u00a0 Okafor ")).isEqualTo(new Fit("M. Okafor"));
        assertThat(PlainName.read("Sia\u0302n")).isEqualTo(new Fit("Siân"));
    }

    @Test
    void marksThatNobodySeesAreDropped() {
        assertThat(PlainName.read("M.\u200b Oka\u202efor\ufeff")).isEqualTo(new Fit("M. Okafor"));
    }

    @Test
    void nothingIsNoName() {
        assertThat(PlainName.read(" \u200b ")).isEqualTo(new Unfit(Fault.EMPTY));
        assertThat(PlainName.readOptional(" ")).isEqualTo(new Fit(""));
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreRefused() {
        for (String name : new String[] {"a\0b", "a\nb", "a\uD83Db", "\uDE92", "a\uE000"}) {
            assertThat(PlainName.read(name)).isEqualTo(new Unfit(Fault.UNREADABLE));
        }
    }

    @Test
    void eightyCharactersAreTheMostAndAFloodCostsNothing() {
        assertThat(PlainName.read("🚒".repeat(80))).isEqualTo(new Fit("🚒".repeat(80)));
        assertThat(PlainName.read("x".repeat(81))).isEqualTo(new Unfit(Fault.TOO_LONG));
        assertThat(PlainName.read("x".repeat(10_000_000))).isEqualTo(new Unfit(Fault.TOO_LONG));
    }
}
