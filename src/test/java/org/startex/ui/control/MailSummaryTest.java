package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.mail.Posted.State;
import org.startex.testing.SettableTime;

/** What controllers are told of an inject's mail in one line. */
class MailSummaryTest {
    @Test
    void countsAddressesAndSaysWhySomeFailed() {
        MailSummary summary = MailSummary.of(List.of(
                mail("1", "a@example.org", State.SENT, "250 ok"),
                mail("1", "b@example.org", State.SENT, "250 ok"),
                mail("1", "c@example.org", State.FAILED, "550 mailbox unavailable")));
        assertThat(summary.words()).isEqualTo("Sent to 2 of 3 addresses; 1 failed: 550 mailbox unavailable");
        assertThat(summary.failed()).isTrue();
    }

    @Test
    void theLatestMailToAnAddressCounts() {
        MailSummary summary = MailSummary.of(List.of(
                mail("1", "a@example.org", State.FAILED, "550 no"),
                mail("2", "A@example.org", State.SENT, "250 ok"),
                mail("2", "b@example.org", State.WAITING, ""),
                mail("2", "c@example.org", State.WITHDRAWN, "")));
        assertThat(summary.words()).isEqualTo("Sent to 1 of 3 addresses; 1 waiting; 1 kept back");
        assertThat(summary.failed()).isFalse();
    }

    @Test
    void oneAddressIsOne() {
        assertThat(MailSummary.of(List.of(mail("1", "a@example.org", State.SENT, "")))
                        .words())
                .isEqualTo("Sent to 1 of 1 address");
    }

    private static Posted mail(String key, String to, State state, String answer) {
        return new Posted(
                key,
                "inject 1",
                new MailAddress(to),
                "EXERCISE: x",
                state,
                1,
                SettableTime.START,
                SettableTime.START,
                answer,
                state == State.WAITING ? null : SettableTime.START);
    }
}
