package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {
    @Test
    void twelveCharactersAreEnoughWhateverTheyAre() {
        assertThat(PasswordRule.fault("okafor", "eleven char")).contains(AccountFault.PASSWORD_SHORT);
        assertThat(PasswordRule.fault("okafor", "twelve chars")).isEmpty();
        assertThat(PasswordRule.fault("okafor", "            ")).isEmpty();
        assertThat(PasswordRule.fault("okafor", "ŵŷŵŷŵŷŵŷŵŷŵŷ")).isEmpty();
    }

    @Test
    void aCharacterOutsideTheBasicPlaneCountsOnce() {
        assertThat(PasswordRule.fault("okafor", "🚒".repeat(11))).contains(AccountFault.PASSWORD_SHORT);
        assertThat(PasswordRule.fault("okafor", "🚒".repeat(12))).isEmpty();
    }

    @Test
    void theUsernameMayNotBeInIt() {
        assertThat(PasswordRule.fault("okafor", "my-OKAFOR-2026!")).contains(AccountFault.PASSWORD_CONTAINS_USERNAME);
    }

    @Test
    void halfACharacterAndControlCharactersAreRefused() {
        assertThat(PasswordRule.fault("okafor", "abcdefghijkl\uD83D")).contains(AccountFault.PASSWORD_UNREADABLE);
        assertThat(PasswordRule.fault("okafor", "abcdefghijkl\0")).contains(AccountFault.PASSWORD_UNREADABLE);
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        assertThat(PasswordRule.fault("okafor", "x".repeat(200))).isEmpty();
        assertThat(PasswordRule.fault("okafor", "x".repeat(201))).contains(AccountFault.PASSWORD_LONG);
    }
}
