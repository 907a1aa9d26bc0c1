package org.startex.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startex.kernel.Texts;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.mail.Posted.State;

/**
 * What has become of an inject's mail, by address: the latest to each counts, be it the inject, its correction or its recall.
 *
 * @param latest the latest mail to each address
 */
record MailSummary(List<Posted> latest) {
    private static final Texts TEXTS = Texts.of("ui-mail");

    MailSummary {
        latest = List.copyOf(latest);
    }

    /** From all mails of an inject, in the order in which they were written. */
    static MailSummary of(List<Posted> mails) {
        Map<MailAddress, Posted> byAddress = new LinkedHashMap<>();
        mails.forEach(mail -> byAddress.put(mail.to(), mail));
        return new MailSummary(List.copyOf(byAddress.values()));
    }

    private long count(State state) {
        return latest.stream().filter(mail -> mail.state() == state).count();
    }

    /** Whether something failed and needs a person. */
    boolean failed() {
        return count(State.FAILED) > 0;
    }

    /** {@code Sent to 2 of 3 addresses; 1 failed: 550 mailbox unavailable}. */
    String words() {
        String sent = TEXTS.get("sum.sent", count(State.SENT), latest.size());
        String waiting = count(State.WAITING) == 0 ? "" : TEXTS.get("sum.waiting", count(State.WAITING));
        String kept = count(State.WITHDRAWN) == 0 ? "" : TEXTS.get("sum.kept", count(State.WITHDRAWN));
        String failed = latest.stream()
                .filter(mail -> mail.state() == State.FAILED)
                .map(Posted::answer)
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .map(why -> TEXTS.get("sum.failed", count(State.FAILED), why))
                .orElse("");
        return sent + waiting + kept + failed;
    }
}
