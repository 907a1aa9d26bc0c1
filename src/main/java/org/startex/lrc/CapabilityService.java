package org.startex.lrc;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.Words;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;

/** The partnership's priority groups and modular responses. Everybody with an account reads them; the LRC working group keeps them. */
@Service
public class CapabilityService {
    private static final int CODE_LENGTH = 40;

    private final CapabilityRepository repository;
    private final ParticipantRegister register;
    private final TransactionOperations transaction;
    private final InstantSource time;

    CapabilityService(
            CapabilityRepository repository,
            ParticipantRegister register,
            TransactionOperations transaction,
            InstantSource time) {
        this.repository = repository;
        this.register = register;
        this.transaction = transaction;
        this.time = time;
    }

    /** All priority groups by name, retired ones last. For whoever is signed in. */
    public List<PriorityGroup> groups(Caller caller) {
        Rights.requireReader(caller, "see priority groups");
        return repository.groups();
    }

    /** All modular responses by title, retired ones last. For whoever is signed in. */
    public List<ModularResponse> responses(Caller caller) {
        Rights.requireReader(caller, "see modular responses");
        return repository.responses();
    }

    /** What was done with a group or a response, the earliest first. For whoever is signed in. */
    public List<ItemStep> history(Caller caller, LrcCode code) {
        Rights.requireReader(caller, "see the history of a group or response");
        Names names = new Names(register);
        return repository.history(code).stream()
                .map(step -> new ItemStep(
                        step.nr(), step.at(), names.of(step.by()), step.act(), step.words(), step.reason()))
                .toList();
    }

    /** Adds a priority group. For the working group. */
    public LrcAnswer addGroup(Caller caller, GroupDraft written) {
        PersonId by = Rights.require(caller, "add a priority group");
        GroupDraft said = written.tidy();
        return said.fault()
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> {
                    LrcCode code = freeCode(
                            "group-",
                            said.name(),
                            each -> repository.group(each).isPresent());
                    if (repository.groupNamed(said.name(), code)) {
                        return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                    }
                    repository.insert(code, said, false);
                    return noted(code, by, ItemStep.Act.ADDED, words(said), "");
                }));
    }

    /**
     * Changes a priority group. For the working group.
     *
     * @param changes how often it had been written when the writer looked
     */
    public LrcAnswer changeGroup(Caller caller, LrcCode code, int changes, GroupDraft written, String reason) {
        PersonId by = Rights.require(caller, "change a priority group");
        GroupDraft said = written.tidy();
        return said.fault()
                .or(() -> reason(reason))
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> repository
                        .group(code)
                        .map(old -> {
                            if (old.retired()) {
                                return LrcAnswer.refused(LrcFault.RETIRED);
                            }
                            if (old.changes() != changes) {
                                return LrcAnswer.refused(LrcFault.CHANGED_MEANWHILE);
                            }
                            if (repository.groupNamed(said.name(), code)) {
                                return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                            }
                            repository.update(code, said);
                            return noted(code, by, ItemStep.Act.CHANGED, words(said), reason);
                        })
                        .orElseGet(() -> LrcAnswer.refused(LrcFault.UNKNOWN))));
    }

    /** Retires a priority group: it is no longer offered, and records that point at it keep it. For the working group. */
    public LrcAnswer retireGroup(Caller caller, LrcCode code, String reason) {
        return turnGroup(caller, code, true, reason);
    }

    /** Takes a retired priority group up again. For the working group. */
    public LrcAnswer restoreGroup(Caller caller, LrcCode code, String reason) {
        return turnGroup(caller, code, false, reason);
    }

    private LrcAnswer turnGroup(Caller caller, LrcCode code, boolean retire, String reason) {
        PersonId by = Rights.require(caller, "retire or restore a priority group");
        return reason(reason)
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> repository
                        .group(code)
                        .map(group -> {
                            if (group.retired() == retire) {
                                return LrcAnswer.refused(retire ? LrcFault.RETIRED : LrcFault.NOT_RETIRED);
                            }
                            if (!retire && repository.groupNamed(group.name(), code)) {
                                return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                            }
                            repository.setGroupRetired(code, retire);
                            return noted(code, by, act(retire), words(group.said()), reason);
                        })
                        .orElseGet(() -> LrcAnswer.refused(LrcFault.UNKNOWN))));
    }

    /** Adds a modular response. For the working group. */
    public LrcAnswer addResponse(Caller caller, ResponseDraft written) {
        PersonId by = Rights.require(caller, "add a modular response");
        ResponseDraft said = written.tidy();
        return said.fault()
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> {
                    LrcCode code = freeCode(
                            "response-",
                            said.title(),
                            each -> repository.response(each).isPresent());
                    if (repository.responseTitled(said.title(), code)) {
                        return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                    }
                    if (!servesKnown(said, List.of())) {
                        return new LrcAnswer.Refused(new LrcRefusal(LrcFault.NOT_A_CHOICE, LrcField.SERVES));
                    }
                    repository.insert(code, said, false);
                    return noted(code, by, ItemStep.Act.ADDED, words(said), "");
                }));
    }

    /**
     * Changes a modular response. For the working group.
     *
     * @param changes how often it had been written when the writer looked
     */
    public LrcAnswer changeResponse(Caller caller, LrcCode code, int changes, ResponseDraft written, String reason) {
        PersonId by = Rights.require(caller, "change a modular response");
        ResponseDraft said = written.tidy();
        return said.fault()
                .or(() -> reason(reason))
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> repository
                        .response(code)
                        .map(old -> {
                            if (old.retired()) {
                                return LrcAnswer.refused(LrcFault.RETIRED);
                            }
                            if (old.changes() != changes) {
                                return LrcAnswer.refused(LrcFault.CHANGED_MEANWHILE);
                            }
                            if (repository.responseTitled(said.title(), code)) {
                                return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                            }
                            if (!servesKnown(said, old.serves())) {
                                return new LrcAnswer.Refused(new LrcRefusal(LrcFault.NOT_A_CHOICE, LrcField.SERVES));
                            }
                            repository.update(code, said);
                            return noted(code, by, ItemStep.Act.CHANGED, words(said), reason);
                        })
                        .orElseGet(() -> LrcAnswer.refused(LrcFault.UNKNOWN))));
    }

    /** Retires a modular response: it is no longer offered, and records that point at it keep it. For the working group. */
    public LrcAnswer retireResponse(Caller caller, LrcCode code, String reason) {
        return turnResponse(caller, code, true, reason);
    }

    /** Takes a retired modular response up again. For the working group. */
    public LrcAnswer restoreResponse(Caller caller, LrcCode code, String reason) {
        return turnResponse(caller, code, false, reason);
    }

    private LrcAnswer turnResponse(Caller caller, LrcCode code, boolean retire, String reason) {
        PersonId by = Rights.require(caller, "retire or restore a modular response");
        return reason(reason)
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> repository
                        .response(code)
                        .map(response -> {
                            if (response.retired() == retire) {
                                return LrcAnswer.refused(retire ? LrcFault.RETIRED : LrcFault.NOT_RETIRED);
                            }
                            if (!retire && repository.responseTitled(response.title(), code)) {
                                return LrcAnswer.refused(LrcFault.NAME_TAKEN);
                            }
                            repository.setResponseRetired(code, retire);
                            return noted(code, by, act(retire), words(response.said()), reason);
                        })
                        .orElseGet(() -> LrcAnswer.refused(LrcFault.UNKNOWN))));
    }

    /** New links lead to groups in use only; one that was there may stay when its group was retired. */
    private boolean servesKnown(ResponseDraft said, List<LrcCode> before) {
        return said.serves().stream()
                .allMatch(code -> before.contains(code)
                        || repository.group(code).filter(g -> !g.retired()).isPresent());
    }

    private LrcAnswer noted(LrcCode code, PersonId by, ItemStep.Act act, String words, String reason) {
        repository.append(code, now(), by, act, words, reason.strip());
        return new LrcAnswer.Done(code.value());
    }

    private static ItemStep.Act act(boolean retire) {
        return retire ? ItemStep.Act.RETIRED : ItemStep.Act.RESTORED;
    }

    private static Optional<LrcRefusal> reason(String reason) {
        return LrcWords.first(LrcWords.needed(reason, LrcField.REASON, Words.REASON));
    }

    static String words(GroupDraft said) {
        return lines(said.name(), said.rationale(), said.description(), String.join("; ", said.needs()), said.scale());
    }

    static String words(ResponseDraft said) {
        String serves =
                String.join("; ", said.serves().stream().map(LrcCode::value).toList());
        return lines(said.title(), said.comprises(), said.protocol(), serves);
    }

    private static String lines(String... parts) {
        return String.join(
                "\n", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** A code that is made of the words, and of a number where others have the same. */
    static LrcCode freeCode(String prefix, String words, Predicate<LrcCode> taken) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .strip()
                .replaceAll("[ -]+", "-");
        String stem = plain.isEmpty() ? "own" : plain.substring(0, Math.min(plain.length(), CODE_LENGTH));
        LrcCode code = new LrcCode(prefix + stem);
        for (int next = 2; taken.test(code); next++) {
            code = new LrcCode(prefix + stem + "-" + next);
        }
        return code;
    }

    private LrcAnswer inTurn(Supplier<LrcAnswer> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            repository.lock();
            return act.get();
        }));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
