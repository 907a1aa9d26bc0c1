package org.startex.competency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import org.startex.logbook.ActionWords;

/**
 * What stood around an act when it happened, copied from the sealed record when the piece was made: it can be read on its own.
 *
 * @param exercise its title
 * @param scenario the scenario's name in the library
 * @param name the learner's name in the exercise
 * @param cell the cell's title
 * @param post the title of the learner's role in the cell, or empty
 * @param time exercise time, written as {@code T+01:24:36}; empty before STARTEX
 * @param hash of the entry
 * @param decision what was decided and why; null for an observation that is about no decision
 * @param action the action itself; null unless the piece is one
 * @param answers the inject that was answered or observed; null if none
 * @param known the injects that the learner's page had then
 * @param reliedOn entries on which the decision relied
 * @param observations what evaluators recorded of the learner about it
 */
public record EvidenceContext(
        String exercise,
        String scenario,
        String name,
        String cell,
        String post,
        Instant occurredAt,
        Instant recordedAt,
        String time,
        String hash,
        @Nullable Decided decision,
        @Nullable ActionWords action,
        @Nullable Known answers,
        List<Known> known,
        List<Known> reliedOn,
        List<Observed> observations,
        Sealed seal) {
    public EvidenceContext {
        known = List.copyOf(known);
        reliedOn = List.copyOf(reliedOn);
        observations = List.copyOf(observations);
    }

    /** A decision as logged. */
    public record Decided(
            int number,
            String maker,
            String decision,
            String rationale,
            String options,
            String expectedEffect,
            String lateReason,
            List<ActionWords> actions) {
        public Decided {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Something that the learner's page had.
     *
     * @param number an inject's number, or empty
     * @param seen whether it had been on the screen
     */
    public record Known(long seq, String number, String title, String from, String text, boolean seen) {}

    /**
     * What an evaluator recorded of the learner.
     *
     * @param by their name in the exercise
     * @param person who they are, where they have an account
     * @param rating in the words of its scale, or empty
     */
    public record Observed(
            long seq,
            String hash,
            String by,
            @Nullable PersonId person,
            List<KsbCode> ksbs,
            String rating,
            String note) {
        public Observed {
            ksbs = List.copyOf(ksbs);
        }
    }

    /** The seal of the record. */
    public record Sealed(long entries, Instant at, String headHash, String fingerprint) {}

    /** Whether this person observed the learner in what is shown. */
    public boolean observedBy(PersonId person) {
        return observations.stream().anyMatch(one -> person.equals(one.person()));
    }
}
