package org.startex.debrief;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startex.kernel.ParticipantId;

/**
 * The answers of a hot debrief, question by question. The order within a question is one of chance, and another for each question, so that answers without a name can neither be put in
 * the order they came nor put together again.
 *
 * @param answered who has answered, with or without their name
 * @param keptBack how many answers without a name are not shown: all of them while the hot debrief is open, and for good when there are fewer than {@link #FEWEST}
 */
public record HotAnswers(
        HotDebrief.State state,
        Naming naming,
        Set<ParticipantId> answered,
        int keptBack,
        List<Said> wentWell,
        List<Said> didNot,
        List<Said> differently) {
    /** The fewest answers without a name that are shown: one or two could be told by asking around. */
    public static final int FEWEST = 3;

    public HotAnswers {
        answered = Set.copyOf(answered);
        wentWell = List.copyOf(wentWell);
        didNot = List.copyOf(didNot);
        differently = List.copyOf(differently);
    }

    /** One answer to one question. */
    public record Said(String text, Optional<ParticipantId> by) {}
}
