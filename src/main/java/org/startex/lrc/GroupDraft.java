package org.startex.lrc;

import static org.startex.lrc.LrcWords.demand;
import static org.startex.lrc.LrcWords.needed;
import static org.startex.lrc.LrcWords.optional;

import java.util.List;
import java.util.Optional;
import org.startex.conduct.Words;

/**
 * A priority group as the working group describes it.
 *
 * @param rationale why it is a priority
 * @param needs the kinds of need, one line each
 * @param scale how many, in words
 */
public record GroupDraft(String name, String rationale, String description, List<String> needs, String scale) {
    private static final int MOST_NEEDS = 20;

    public GroupDraft {
        needs = List.copyOf(needs);
    }

    Optional<LrcRefusal> fault() {
        return LrcWords.first(
                needed(name, LrcField.NAME, Words.TITLE),
                needed(rationale, LrcField.RATIONALE, Words.REASON),
                optional(description, LrcField.DESCRIPTION, Words.TEXT),
                demand(needs.size() <= MOST_NEEDS, LrcFault.TOO_LONG, LrcField.NEEDS),
                optional(String.join("\n", needs), LrcField.NEEDS, Words.TEXT),
                optional(scale, LrcField.SCALE, Words.TITLE));
    }

    GroupDraft tidy() {
        return new GroupDraft(
                name.strip(),
                rationale.strip(),
                description.strip(),
                needs.stream()
                        .map(String::strip)
                        .filter(need -> !need.isEmpty())
                        .distinct()
                        .toList(),
                scale.strip());
    }
}
