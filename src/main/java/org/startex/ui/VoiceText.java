package org.startex.ui;

import org.startex.conduct.InjectSpoken;
import org.startex.conduct.InjectSpokenUndone;
import org.startex.conduct.InjectVoiced;
import org.startex.conduct.VoiceReplyNoted;
import org.startex.kernel.Texts;

/** What controllers recorded of injects that they spoke, as people say it. */
final class VoiceText {
    private static final Texts TEXTS = Texts.of("ui-cards");

    private VoiceText() {}

    static String summary(InjectVoiced fact, String who) {
        return switch (fact) {
            case InjectSpoken f ->
                f.speaker().isEmpty()
                        ? TEXTS.get("entry.spoken", who, f.number())
                        : TEXTS.get("entry.spoken.by", who, f.number(), f.speaker());
            case InjectSpokenUndone f -> TEXTS.get("entry.spoken-undone", who, f.number());
            case VoiceReplyNoted f ->
                f.words().heardBy().isEmpty()
                        ? TEXTS.get("entry.reply", who, f.number(), f.words().text())
                        : TEXTS.get(
                                "entry.reply.by",
                                who,
                                f.number(),
                                f.words().text(),
                                f.words().heardBy());
        };
    }
}
