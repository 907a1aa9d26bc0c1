package org.startex.competency;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.ConductService;
import org.startex.conduct.RecordService;
import org.startex.conduct.Standing;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;
import org.startex.standards.StandardsCatalogue;

/**
 * Evidence from sealed exercises: what may become a piece, pieces with their claims, and what assessors make of each claim. Read and judged by the learner and the assessors whom the
 * learner named, and by nobody else.
 */
@Service
public class EvidenceService {
    private final EvidenceRepository evidence;
    private final LearnerRepository learners;
    private final LearnerRights rights;
    private final Proposals proposals;
    private final RecordService records;
    private final ConductService conduct;
    private final ParticipantRegister register;
    private final StandardsCatalogue standard;
    private final TransactionOperations transaction;
    private final InstantSource time;

    EvidenceService(
            EvidenceRepository evidence,
            LearnerRepository learners,
            LearnerRights rights,
            Proposals proposals,
            RecordService records,
            ConductService conduct,
            ParticipantRegister register,
            StandardsCatalogue standard,
            TransactionOperations transaction,
            InstantSource time) {
        this.evidence = evidence;
        this.learners = learners;
        this.rights = rights;
        this.proposals = proposals;
        this.records = records;
        this.conduct = conduct;
        this.register = register;
        this.standard = standard;
        this.transaction = transaction;
        this.time = time;
    }

    // What the learner does

    /**
     * What in the sealed exercises in which the caller took part signed in may become evidence, the latest first; also what is a piece already. For whoever is signed in, about
     * themselves.
     */
    public List<Proposal> proposals(Caller caller) {
        PersonId person = rights.person(caller, "see one's own proposals");
        List<EvidencePiece> pieces = evidence.of(person);
        return proposals.of(person).stream()
                .map(one -> new Proposal(
                        one.entry(),
                        one.part(),
                        one.kind(),
                        one.suggested(),
                        one.context(),
                        pieces.stream()
                                .filter(piece -> one.is(piece.entry(), piece.part()))
                                .map(EvidencePiece::id)
                                .findFirst()
                                .orElse(null)))
                .sorted(Comparator.comparing((Proposal one) -> one.context().occurredAt())
                        .reversed()
                        .thenComparingInt(Proposal::part))
                .toList();
    }

    /** Titles of exercises that the caller takes part in and that can give no evidence yet, because they are not sealed. For whoever is signed in. */
    public List<String> unsealed(Caller caller) {
        return proposals.unsealed(rights.person(caller, "see one's own exercises"));
    }

    /**
     * Makes a piece of a proposal, with what stood around it, and claims KSBs. For learners, about themselves.
     *
     * @param part as the proposal has it
     * @param statement what it shows, in the learner's words
     */
    public Change<EvidenceId> submit(Caller caller, EntryRef entry, int part, String statement, Set<KsbCode> ksbs) {
        PersonId person = rights.person(caller, "make a piece of evidence");
        if (learners.enrolledAt(person).isEmpty()) {
            return Change.refuse(Refusal.NOT_ENROLLED);
        }
        Optional<Refusal> bad = Claims.check(statement, ksbs, this::known);
        if (bad.isPresent()) {
            return Change.refuse(bad.get());
        }
        Optional<Proposal> proposal = proposals.in(entry.exercise(), person).stream()
                .filter(one -> one.is(entry, part))
                .findFirst();
        if (proposal.isEmpty()) {
            return Change.refuse(Refusal.NO_SUCH_PROPOSAL);
        }
        EvidencePiece piece = new EvidencePiece(
                EvidenceId.random(),
                person,
                entry,
                part,
                proposal.get().kind(),
                statement.strip(),
                proposal.get().context(),
                now(),
                List.of());
        return unlessTaken(Refusal.ALREADY_A_PIECE, () -> {
            evidence.insert(piece);
            Claims.begin(piece, inOrder(ksbs), Moment.of(person, piece.madeAt()))
                    .forEach(act -> evidence.insert(piece.id(), act));
            return Change.done(piece.id());
        });
    }

    /** Claims one more KSB, or one that was taken back, on a piece. For its learner. */
    public Change<EvidenceId> claim(Caller caller, EvidenceId id, KsbCode ksb) {
        return byLearner(caller, id, "claim a KSB", (piece, now) -> Claims.claim(piece, ksb, this::known, now));
    }

    /** Takes a claim back that is not judged for good. For its learner. */
    public Change<EvidenceId> withdraw(Caller caller, EvidenceId id, KsbCode ksb) {
        return byLearner(caller, id, "take a claim back", (piece, now) -> Claims.withdraw(piece, ksb, now));
    }

    /** Adds what an assessor asked for; the claim waits again. For its learner. */
    public Change<EvidenceId> resubmit(Caller caller, EvidenceId id, KsbCode ksb, String words) {
        return byLearner(caller, id, "add to a claim", (piece, now) -> Claims.resubmit(piece, ksb, words, now));
    }

    // What assessors do

    /** Claims of the caller's learners that wait to be judged, the longest waiting first. For assessors. */
    public List<WaitingClaim> queue(Caller caller) {
        PersonId assessor = rights.assessor(caller, "see waiting claims");
        Map<PersonId, String> names = new HashMap<>();
        return evidence.waitingFor(assessor).stream()
                .flatMap(piece -> piece.claims().stream()
                        .filter(claim -> claim.state() == ClaimState.WAITING)
                        .map(claim ->
                                new WaitingClaim(piece, claim, names.computeIfAbsent(piece.learner(), this::name))))
                .sorted(Comparator.comparing(WaitingClaim::since)
                        .thenComparing(one -> one.claim().last().number()))
                .toList();
    }

    /**
     * Judges a claim, or corrects a judgement; the reason is always needed. What part the judge had in the exercise is kept with it. For the learner's own assessors.
     *
     * @param read {@link EvidencePiece#read} of what the assessor had before them
     */
    public Change<EvidenceId> judge(
            Caller caller, EvidenceId id, KsbCode ksb, Judgement judgement, String reason, int read) {
        PersonId judge = rights.requireJudge(caller, learnerOf(id, "judge evidence"), "judge evidence");
        return act(id, piece -> {
            Moment now = new Moment(
                    judge,
                    now(),
                    piece.context().observedBy(judge),
                    conduct.standing(caller, piece.entry().exercise())
                            .map(Standing::role)
                            .orElse(null));
            return Claims.judge(piece, ksb, judgement, reason, read, now);
        });
    }

    // What both do

    /** A piece. For its learner and the learner's assessors. */
    public EvidencePiece piece(Caller caller, EvidenceId id) {
        rights.requireReader(caller, learnerOf(id, "read evidence"), "read evidence");
        return evidence.piece(id).orElseThrow();
    }

    /** The names of everybody who has a part in a piece: learner and judges. For its learner and the learner's assessors. */
    public Map<PersonId, String> names(Caller caller, EvidenceId id) {
        EvidencePiece piece = piece(caller, id);
        Set<PersonId> all = piece.history().stream().map(EvidenceAct::by).collect(Collectors.toSet());
        all.add(piece.learner());
        return all.stream().collect(Collectors.toMap(Function.identity(), this::name));
    }

    /** Whether the caller may judge the claims of a piece. For its learner and the learner's assessors. */
    public boolean mayJudge(Caller caller, EvidenceId id) {
        return rights.mayJudge(caller, piece(caller, id).learner());
    }

    /** Checks that the record still bears a piece out. For its learner and the learner's assessors. */
    public Proof check(Caller caller, EvidenceId id) {
        EvidencePiece piece = piece(caller, id);
        EntryRef entry = piece.entry();
        boolean same = records.read(Caller.PROGRAM, entry.exercise(), entry.seq() - 1, 1).stream()
                .anyMatch(stored -> stored.seq() == entry.seq()
                        && stored.hash().equals(piece.context().hash()));
        return new Proof(same, records.verify(Caller.PROGRAM, entry.exercise()));
    }

    /** Pieces made of an entry that the caller may read; none for everybody else. For everybody. */
    public List<EvidencePiece> citing(Caller caller, EntryRef entry) {
        return evidence.citing(entry).stream()
                .filter(piece -> rights.mayRead(caller, piece.learner()))
                .toList();
    }

    // How

    private interface Rule {
        Change<EvidenceAct> decide(EvidencePiece piece, Moment now);
    }

    private Change<EvidenceId> byLearner(Caller caller, EvidenceId id, String what, Rule rule) {
        PersonId person = rights.requireLearner(caller, learnerOf(id, what), what);
        return act(id, piece -> rule.decide(piece, Moment.of(person, now())));
    }

    private Change<EvidenceId> act(EvidenceId id, Function<EvidencePiece, Change<EvidenceAct>> rule) {
        return unlessTaken(Refusal.CHANGED_MEANWHILE, () -> switch (rule.apply(
                evidence.piece(id).orElseThrow())) {
            case Change.Done<EvidenceAct>(EvidenceAct act) -> {
                evidence.insert(id, act);
                yield Change.done(id);
            }
            case Change.Refused<EvidenceAct>(Refusal refusal) -> Change.refuse(refusal);
        });
    }

    private Change<EvidenceId> unlessTaken(Refusal otherwise, java.util.function.Supplier<Change<EvidenceId>> act) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> act.get()));
        } catch (DuplicateKeyException taken) {
            return Change.refuse(otherwise);
        }
    }

    /** Whose piece it is; a piece that does not exist is refused like one that may not be read. */
    private PersonId learnerOf(EvidenceId id, String act) {
        return evidence.learnerOf(id).orElseThrow(() -> new NotAllowed(act));
    }

    private Set<KsbCode> inOrder(Set<KsbCode> ksbs) {
        return standard.ksbs().stream()
                .map(ksb -> ksb.code())
                .filter(ksbs::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean known(KsbCode code) {
        return standard.ksb(code).isPresent();
    }

    private String name(PersonId person) {
        return register.personName(person).orElse("");
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
