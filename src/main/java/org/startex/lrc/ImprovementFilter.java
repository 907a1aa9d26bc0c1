package org.startex.lrc;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LrcCode;

/**
 * Which improvement records are wanted.
 *
 * @param search words that must all occur in number, title, value, protocol or owner; empty for all
 * @param step null for all
 * @param states none for all
 * @param group null for all
 * @param owner a role or a name, as it stands; empty for all
 * @param overdueOn only records that are overdue on this day; null for all
 */
public record ImprovementFilter(
        String search,
        @Nullable LrcCode step,
        Set<ImprovementState> states,
        @Nullable LrcCode group,
        String owner,
        @Nullable LocalDate overdueOn) {
    /** Every record. */
    public static final ImprovementFilter ALL = new ImprovementFilter("", null, Set.of(), null, "", null);

    public ImprovementFilter {
        states = Set.copyOf(states);
    }

    /** Whether a record is wanted. */
    public boolean wants(Improvement record) {
        ImprovementDraft draft = record.draft();
        return (step == null || step.equals(draft.step()))
                && (states.isEmpty() || states.contains(record.state()))
                && (group == null || group.equals(draft.group()))
                && (owner.isEmpty() || owner.equals(draft.ownerRole()) || owner.equals(record.ownerName()))
                && (overdueOn == null || record.overdue(overdueOn))
                && finds(record);
    }

    private boolean finds(Improvement record) {
        ImprovementDraft draft = record.draft();
        String text = String.join(
                        "\n",
                        Integer.toString(record.number()),
                        draft.title(),
                        draft.value(),
                        draft.judgedBy(),
                        draft.protocol(),
                        draft.ownerRole(),
                        record.ownerName())
                .toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
