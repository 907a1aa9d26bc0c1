package org.startex.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.FacilitationService;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Presence;
import org.startex.conduct.ReceiptService;
import org.startex.conduct.RecordService;
import org.startex.conduct.SafetyService;
import org.startex.conduct.SteeringService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.KeyFingerprint;
import org.startex.ledger.Signer;
import org.startex.logbook.LogbookService;
import org.startex.logbook.MessageService;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.people.SignedInPerson;
import org.startex.scenario.ScenarioService;

/** What every screen of an exercise works with. */
@Component
public class ExerciseTools {
    private final ConductService conduct;
    private final SteeringService steering;
    private final SafetyService safety;
    private final StaffPresence staff;
    private final FacilitationService facilitation;
    private final JoiningService joining;
    private final RecordService record;
    private final ReceiptService receipts;
    private final LogbookService logbook;
    private final MessageService messages;
    private final ObjectProvider<Presence> presence;
    private final CurrentCaller caller;
    private final InstantSource time;
    private final LedgerEar ear;
    private final AuthenticationContext authentication;
    private final ObjectProvider<Signer> signer;
    private final ScenarioService scenarios;
    private final ObjectProvider<CitedBy> citing;

    ExerciseTools(
            ConductService conduct,
            SteeringService steering,
            SafetyService safety,
            StaffPresence staff,
            FacilitationService facilitation,
            JoiningService joining,
            RecordService record,
            ReceiptService receipts,
            LogbookService logbook,
            MessageService messages,
            ObjectProvider<Presence> presence,
            CurrentCaller caller,
            InstantSource time,
            LedgerEar ear,
            AuthenticationContext authentication,
            ObjectProvider<Signer> signer,
            ScenarioService scenarios,
            ObjectProvider<CitedBy> citing) {
        this.conduct = conduct;
        this.steering = steering;
        this.safety = safety;
        this.staff = staff;
        this.facilitation = facilitation;
        this.joining = joining;
        this.record = record;
        this.receipts = receipts;
        this.logbook = logbook;
        this.messages = messages;
        this.presence = presence;
        this.caller = caller;
        this.time = time;
        this.ear = ear;
        this.authentication = authentication;
        this.signer = signer;
        this.scenarios = scenarios;
        this.citing = citing;
    }

    public ConductService conduct() {
        return conduct;
    }

    public SteeringService steering() {
        return steering;
    }

    public SafetyService safety() {
        return safety;
    }

    /** Who of the staff has which screen open. */
    public StaffPresence staff() {
        return staff;
    }

    public MessageService messages() {
        return messages;
    }

    public FacilitationService facilitation() {
        return facilitation;
    }

    public JoiningService joining() {
        return joining;
    }

    public RecordService record() {
        return record;
    }

    public ReceiptService receipts() {
        return receipts;
    }

    public LogbookService logbook() {
        return logbook;
    }

    public LedgerEar ear() {
        return ear;
    }

    public Caller caller() {
        return caller.get();
    }

    public Optional<SignedInPerson> person() {
        return caller.signedIn();
    }

    public Instant now() {
        return time.instant();
    }

    /** Whose page is connected just now. */
    public Predicate<ParticipantId> connected(ExerciseId exercise) {
        Presence known = presence.getIfAvailable();
        return participant ->
                (known != null && known.connected(exercise, participant)) || staff.here(exercise, participant);
    }

    /** When a participant's page was last heard of. */
    public Optional<Instant> lastSeen(ExerciseId exercise, ParticipantId participant) {
        return Optional.ofNullable(presence.getIfAvailable()).flatMap(known -> known.lastSeen(exercise, participant));
    }

    /**
     * The exercise as the caller sees it now; empty if there is none.
     *
     * @throws org.startex.people.NotAllowed if the caller is not of its staff
     */
    public Optional<Scene> scene(ExerciseId id) {
        Caller asking = caller();
        if (!(conduct.exercise(asking, id) instanceof Exercise.InPlay exercise)) {
            return Optional.empty();
        }
        return Optional.of(new Scene(
                asking,
                exercise,
                conduct.standing(asking, id).map(standing -> standing.role()),
                Map.copyOf(conduct.names(asking, id)),
                now()));
    }

    /** What cites an entry, in all workspaces, as far as the caller may see it. */
    public List<CitedBy.Link> citing(EntryRef entry) {
        Caller asking = caller();
        return citing.orderedStream()
                .flatMap(workspace -> workspace.of(asking, entry).stream())
                .toList();
    }

    /** Files of an inject, for whoever sits here. */
    public AttachmentLinks attachments() {
        return new AttachmentLinks(scenarios, this::caller);
    }

    /** A key that seals or has sealed records here. */
    public Optional<PublicKey> publicKey(KeyFingerprint fingerprint) {
        return Optional.ofNullable(signer.getIfAvailable()).flatMap(known -> known.publicKey(fingerprint));
    }

    void signOut() {
        authentication.logout();
    }
}
