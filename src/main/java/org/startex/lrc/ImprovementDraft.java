package org.startex.lrc;

import static org.startex.lrc.LrcWords.demand;
import static org.startex.lrc.LrcWords.needed;
import static org.startex.lrc.LrcWords.optional;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Words;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;

/**
 * An improvement as the working group writes it.
 *
 * @param title what changes, in a line
 * @param step the step of the manual that it improves
 * @param module one of the strategy's five modules, or null
 * @param response the modular response whose activation protocol changes, or null
 * @param protocol what changes in a protocol, in words; may be empty
 * @param group the priority group that it is for, or null
 * @param ownerRole who sees to it, by role: people change, roles stay
 * @param owner the person in that role, or null
 * @param due by when; null is refused, but a form may be half filled in
 * @param value what is expected of it
 * @param judgedBy how one will know
 */
public record ImprovementDraft(
        String title,
        LrcCode step,
        @Nullable LrcCode module,
        @Nullable LrcCode response,
        String protocol,
        @Nullable LrcCode group,
        String ownerRole,
        @Nullable PersonId owner,
        @Nullable LocalDate due,
        String value,
        String judgedBy,
        ImprovementKind kind) {
    Optional<LrcRefusal> fault() {
        return LrcWords.first(
                needed(title, LrcField.TITLE, Words.TITLE),
                optional(protocol, LrcField.PROTOCOL, Words.TEXT),
                needed(ownerRole, LrcField.OWNER_ROLE, Words.TITLE),
                demand(due != null, LrcFault.MISSING, LrcField.DUE),
                needed(value, LrcField.VALUE, Words.TEXT),
                needed(judgedBy, LrcField.JUDGED_BY, Words.TEXT));
    }

    ImprovementDraft tidy() {
        return new ImprovementDraft(
                title.strip(),
                step,
                module,
                response,
                protocol.strip(),
                group,
                ownerRole.strip(),
                owner,
                due,
                value.strip(),
                judgedBy.strip(),
                kind);
    }
}
