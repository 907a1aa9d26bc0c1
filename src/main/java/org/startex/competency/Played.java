package org.startex.competency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.conduct.Play;
import org.startex.conduct.Post;
import org.startex.kernel.CellCode;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.SealedHead;
import org.startex.logbook.ActionWords;
import org.startex.logbook.Decision;
import org.startex.people.ParticipantName;

/**
 * A sealed exercise as far as evidence is concerned, and the rule what of it may become evidence of a participant: pure. Decisions that they logged or have confirmed, actions that name them as
 * owner, observations of them.
 *
 * @param seen observations, with the one who recorded each and whom it is about
 */
record Played(
        Play play,
        Map<ParticipantId, ParticipantName> names,
        List<Decision> decisions,
        List<Seen> seen,
        SealedHead seal) {
    /**
     * An observation.
     *
     * @param about the entry that it is about, or null
     * @param of whom it is about
     */
    record Seen(
            EvidenceContext.Observed observed,
            java.time.Instant occurredAt,
            java.time.Instant recordedAt,
            @Nullable ExerciseTime time,
            @Nullable Long about,
            List<ParticipantId> of) {}

    /** What may become evidence of the participant, in the order of the record. */
    List<Proposal> proposals(ParticipantId learner) {
        List<Proposal> all = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.by().equals(learner) && decision.stands()) {
                all.add(proposal(learner, decision, 0));
            }
            List<ActionWords> actions = decision.fact().words().actions();
            for (int i = 0; i < actions.size(); i++) {
                if (isNamed(learner, actions.get(i).owner())) {
                    all.add(proposal(learner, decision, i + 1));
                }
            }
        }
        seen.stream().filter(one -> one.of().contains(learner)).forEach(one -> all.add(proposal(learner, one)));
        all.sort(java.util.Comparator.comparingLong((Proposal p) -> p.entry().seq())
                .thenComparingInt(Proposal::part));
        return all;
    }

    private Proposal proposal(ParticipantId learner, Decision decision, int part) {
        boolean own = decision.by().equals(learner);
        Long inject = decision.fact().inReplyTo();
        List<EvidenceContext.Observed> observed = seen.stream()
                .filter(one -> one.of().contains(learner))
                .filter(one ->
                        Objects.equals(one.about(), decision.seq()) || (inject != null && inject.equals(one.about())))
                .map(Seen::observed)
                .toList();
        EvidenceContext context = new EvidenceContext(
                play.plan().title(),
                play.plan().slug(),
                name(learner),
                cell(learner),
                post(learner),
                decision.occurredAt(),
                decision.recordedAt(),
                time(decision.at()),
                decision.hash(),
                decided(decision),
                part == 0 ? null : decision.fact().words().actions().get(part - 1),
                inject == null ? null : known(inject, decision.fact().seen()),
                own ? known(decision.fact().received(), decision.fact().seen()) : List.of(),
                own ? known(decision.fact().reliedOn(), decision.fact().seen()) : List.of(),
                observed,
                sealed());
        return new Proposal(
                new EntryRef(play.id(), decision.seq()),
                part,
                part == 0 ? EvidenceKind.DECISION : EvidenceKind.ACTION,
                suggested(observed, inject),
                context,
                null);
    }

    private Proposal proposal(ParticipantId learner, Seen one) {
        Optional<Decision> decision = Optional.ofNullable(one.about()).flatMap(this::decision);
        Long inject = decision.map(d -> d.fact().inReplyTo()).orElse(one.about());
        EvidenceContext context = new EvidenceContext(
                play.plan().title(),
                play.plan().slug(),
                name(learner),
                cell(learner),
                post(learner),
                one.occurredAt(),
                one.recordedAt(),
                time(one.time()),
                one.observed().hash(),
                decision.map(this::decided).orElse(null),
                null,
                inject == null ? null : known(inject, List.of()),
                List.of(),
                List.of(),
                List.of(one.observed()),
                sealed());
        return new Proposal(
                new EntryRef(play.id(), one.observed().seq()),
                0,
                EvidenceKind.OBSERVATION,
                suggested(List.of(one.observed()), inject),
                context,
                null);
    }

    private List<KsbCode> suggested(List<EvidenceContext.Observed> observed, @Nullable Long inject) {
        Set<KsbCode> codes = new LinkedHashSet<>();
        observed.forEach(one -> codes.addAll(one.ksbs()));
        Optional.ofNullable(inject)
                .flatMap(play::delivered)
                .flatMap(delivered -> play.plan().inject(delivered.number()))
                .ifPresent(planned -> codes.addAll(planned.ksbs()));
        return List.copyOf(codes);
    }

    private Optional<Decision> decision(long seq) {
        return decisions.stream().filter(one -> one.seq() == seq).findFirst();
    }

    private EvidenceContext.Decided decided(Decision decision) {
        var words = decision.fact().words();
        return new EvidenceContext.Decided(
                decision.fact().number(),
                name(decision.by()),
                words.decision(),
                words.rationale(),
                words.options(),
                words.expectedEffect(),
                words.lateReason(),
                words.actions());
    }

    private List<EvidenceContext.Known> known(Collection<Long> seqs, Collection<Long> onScreen) {
        return seqs.stream()
                .map(seq -> known(seq, onScreen))
                .filter(Objects::nonNull)
                .toList();
    }

    /** An inject or a decision as known; null for an entry that is neither. */
    private EvidenceContext.@Nullable Known known(long seq, Collection<Long> onScreen) {
        Optional<Delivered> delivered = play.delivered(seq);
        if (delivered.isPresent()) {
            Delivered inject = delivered.get();
            return new EvidenceContext.Known(
                    seq,
                    inject.number().value(),
                    inject.words().title(),
                    inject.words().from(),
                    inject.words().text(),
                    onScreen.contains(seq));
        }
        return decision(seq)
                .map(one ->
                        new EvidenceContext.Known(seq, "", one.fact().words().decision(), name(one.by()), "", true))
                .orElse(null);
    }

    /** Whether the owner of an action, as written, is this participant by name; small letters and spaces do not matter. */
    private boolean isNamed(ParticipantId learner, String owner) {
        return !owner.isBlank() && fold(owner).equals(fold(name(learner)));
    }

    private static String fold(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private String name(ParticipantId participant) {
        return Optional.ofNullable(names.get(participant))
                .map(ParticipantName::name)
                .orElse("");
    }

    private Optional<Place> place(ParticipantId participant) {
        return play.member(participant).map(Member::cell).flatMap(play.plan()::place);
    }

    private String cell(ParticipantId participant) {
        return place(participant)
                .map(Place::title)
                .orElseGet(() -> play.member(participant)
                        .map(Member::cell)
                        .map(CellCode::value)
                        .orElse(""));
    }

    private String post(ParticipantId participant) {
        String code = play.member(participant).map(Member::post).orElse("");
        return place(participant).stream()
                .flatMap(place -> place.posts().stream())
                .filter(post -> post.code().equals(code))
                .map(Post::title)
                .findFirst()
                .orElse(code);
    }

    private static String time(@Nullable ExerciseTime time) {
        return Stream.ofNullable(time).map(ExerciseTime::toString).findFirst().orElse("");
    }

    private EvidenceContext.Sealed sealed() {
        return new EvidenceContext.Sealed(
                seal.entries(), seal.at(), seal.headHash(), seal.fingerprint().value());
    }
}
