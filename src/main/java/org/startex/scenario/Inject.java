package org.startex.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.ObjectiveCode;

/**
 * A piece of the story that reaches players at a moment.
 *
 * @param due exercise time at which it falls due; of one that waits for a condition its own time, if it has one; else the moment of STARTEX, from which its expected actions count
 * @param kind what makes it leave
 * @param from who speaks or writes in the story
 * @param to cells, or roles in cells
 * @param text Markdown, as players read it
 * @param ksbs knowledge, skills and behaviours that somebody may show in answer
 * @param lrc steps or modular responses of the Local Resilience Capability that it exercises
 * @param notes for controllers; never shown to players; may be empty
 * @param script what a controller says for it, or null where nobody does
 */
public record Inject(
        InjectNumber number,
        String title,
        ExerciseTime due,
        InjectKind kind,
        String from,
        List<Addressee> to,
        Channel channel,
        String text,
        List<ExpectedAction> expected,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs,
        List<LrcCode> lrc,
        String notes,
        List<Attachment> attachments,
        @Nullable VoiceScript script) {
    public Inject {
        to = List.copyOf(to);
        expected = List.copyOf(expected);
        objectives = List.copyOf(objectives);
        ksbs = List.copyOf(ksbs);
        lrc = List.copyOf(lrc);
        attachments = List.copyOf(attachments);
    }

    /** What a controller says for it, if one does. */
    public Optional<VoiceScript> voice() {
        return Optional.ofNullable(script);
    }

    /** Whether it has a time of its own. */
    public boolean hasTime() {
        return kind.hasTime();
    }
}
