package org.startex.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.startex.debrief.HotAnswer;
import org.startex.debrief.HotDebrief;

/** What is asked and answered about a hot debrief, as {@code docs/protocol.md} writes it. */
final class HotDebriefWords {
    private HotDebriefWords() {}

    /** My answer. */
    record Answer(
            @Nullable Boolean withName,
            @Nullable String slip,
            @Nullable String wentWell,
            @Nullable String didNot,
            @Nullable String differently) {
        HotAnswer read() throws JoinWords.NotInProtocol {
            if (withName == null) {
                throw new JoinWords.NotInProtocol();
            }
            return new HotAnswer(
                    withName,
                    JoinWords.given(slip),
                    JoinWords.given(wentWell),
                    JoinWords.given(didNot),
                    JoinWords.given(differently));
        }
    }

    /** What somebody answered with their name. */
    record Mine(String wentWell, String didNot, String differently) {}

    /** How it stands for whoever asks. */
    record Standing(
            String state,
            String naming,
            boolean answered,
            @Nullable Mine mine) {
        static Standing of(HotDebrief found) {
            return new Standing(
                    found.state().name().toLowerCase(Locale.ROOT),
                    found.naming().name().toLowerCase(Locale.ROOT),
                    found.answered(),
                    found.mine()
                            .map(mine -> new Mine(mine.wentWell(), mine.didNot(), mine.differently()))
                            .orElse(null));
        }
    }
}
