package org.startex.lrc;

import static org.startex.lrc.LrcWords.needed;
import static org.startex.lrc.LrcWords.optional;

import java.util.List;
import java.util.Optional;
import org.startex.conduct.Words;
import org.startex.kernel.LrcCode;

/**
 * A modular response as the working group describes it.
 *
 * @param comprises what it consists of
 * @param protocol how it is activated, or where that is written; empty while there is no activation protocol
 * @param serves the priority groups that it is for
 */
public record ResponseDraft(String title, String comprises, String protocol, List<LrcCode> serves) {
    public ResponseDraft {
        serves = List.copyOf(serves);
    }

    Optional<LrcRefusal> fault() {
        return LrcWords.first(
                needed(title, LrcField.TITLE, Words.TITLE),
                optional(comprises, LrcField.COMPRISES, Words.REASON),
                optional(protocol, LrcField.PROTOCOL, Words.TEXT));
    }

    ResponseDraft tidy() {
        return new ResponseDraft(
                title.strip(),
                comprises.strip(),
                protocol.strip(),
                serves.stream().distinct().toList());
    }
}
