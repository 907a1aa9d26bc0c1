package org.startex.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Member;
import org.startex.conduct.Play;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as JSON, encoded once for everybody; what differs from page to page is put in when it is sent.
 *
 * @param actor who made it, or null for the program
 * @param maker whose word it is about, for an entry that was recorded for somebody or what they said of it; else null
 * @param canWait whether nobody waits for it: an acknowledgement, for all but who gave it
 * @param head the frame up to what differs
 * @param body the body; without its end if it is an inject, to which each reader's own acknowledgement is added
 */
record EncodedEntry(
        long seq,
        Audience audience,
        @Nullable ParticipantId actor,
        @Nullable ParticipantId maker,
        boolean inject,
        boolean canWait,
        String head,
        String body) {
    /** Encodes an entry. */
    static EncodedEntry of(
            ServerMessage.Entry entry,
            Audience audience,
            @Nullable ParticipantId actor,
            @Nullable ParticipantId maker) {
        ObjectNode frame = (ObjectNode) FeedJson.MAPPER.readTree(FeedJson.write(entry));
        frame.remove("coversFrom");
        frame.remove("mine");
        ObjectNode body = (ObjectNode) frame.remove("body");
        boolean inject = entry.body() instanceof ServerMessage.Inject;
        body.remove("acknowledged");
        return new EncodedEntry(
                entry.seq(),
                audience,
                actor,
                maker,
                inject,
                entry.body() instanceof ServerMessage.Acknowledgement,
                open(frame),
                inject ? open(body) : body.toString());
    }

    private static String open(ObjectNode node) {
        String text = node.toString();
        return text.substring(0, text.length() - 1);
    }

    /** Whether it is for the participant's page now. What was recorded for somebody is for them wherever they sit meanwhile, so that they can answer it. */
    boolean isFor(ParticipantId participant, Play play) {
        return play.mayRead(participant, audience)
                || (participant.equals(maker)
                        && play.member(participant).filter(Member::present).isPresent());
    }

    /** Whether all who may read the audience are told, and nobody besides. */
    boolean forAudienceAlone() {
        return maker == null;
    }

    /** Whether the participant made it. */
    boolean by(ParticipantId participant) {
        return participant.equals(actor);
    }

    /**
     * One frame with these, in order.
     *
     * @param coversFrom the first sequence that the first of them covers
     * @param mine whether the page's participant made the last of them; the others somebody else did
     */
    static String frame(List<EncodedEntry> entries, long coversFrom, boolean mine) {
        EncodedEntry last = entries.getLast();
        if (entries.size() == 1) {
            return last.frame(coversFrom, mine, null);
        }
        StringBuilder frame = new StringBuilder("{\"type\":\"entries\",\"entries\":[");
        long from = coversFrom;
        for (EncodedEntry entry : entries) {
            frame.append(from == coversFrom ? "" : ",").append(entry.frame(from, mine && entry == last, null));
            from = entry.seq() + 1;
        }
        return frame.append("]}").toString();
    }

    /**
     * The frame for some page.
     *
     * @param acknowledged when its participant acknowledged the inject, or null
     */
    String frame(long coversFrom, boolean mine, @Nullable Instant acknowledged) {
        StringBuilder frame = new StringBuilder(head.length() + body.length() + 80)
                .append(head)
                .append(",\"coversFrom\":")
                .append(coversFrom)
                .append(",\"mine\":")
                .append(mine)
                .append(",\"body\":")
                .append(body);
        if (inject) {
            frame.append(",\"acknowledged\":");
            if (acknowledged == null) {
                frame.append("null}");
            } else {
                frame.append('"').append(FeedJson.exact(acknowledged)).append("\"}");
            }
        }
        return frame.append('}').toString();
    }
}
