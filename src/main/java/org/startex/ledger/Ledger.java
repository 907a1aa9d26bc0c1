package org.startex.ledger;

import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;

/**
 * The records of all exercises. Each has one writer at a time; an act is answered after its entries are committed, and never before. It knows no
 * callers: the modules that act decide who may.
 *
 * @param <S> the state into which entries fold
 */
public final class Ledger<S> implements AutoCloseable {
    private final LedgerRepository repository;
    private final FactCodec codec;
    private final Story<S> story;
    private final InstantSource time;
    private final Signer signer;
    private final Consumer<LedgerAdvanced> afterCommit;
    private final Map<ExerciseId, Desk<S>> desks = new ConcurrentHashMap<>();

    Ledger(
            LedgerRepository repository,
            FactCodec codec,
            Story<S> story,
            InstantSource time,
            Signer signer,
            Consumer<LedgerAdvanced> afterCommit) {
        this.repository = repository;
        this.codec = codec;
        this.story = story;
        this.time = time;
        this.signer = signer;
        this.afterCommit = afterCommit;
    }

    /**
     * Hands an act to the exercise's writer. The answer comes after the commit; it fails with {@link LedgerUnavailable} when the record cannot be
     * reached, and then the same act may be sent again.
     *
     * @param clientId the act's own id: the same one again is answered as the first time, and refused with {@code same-id-other-content} when
     *     {@code request} differs; null only for the program's acts that are harmless to repeat
     * @param request the act's content as text, to compare
     */
    public CompletableFuture<Answer> submit(
            ExerciseId exercise, Actor actor, @Nullable ClientId clientId, String request, Act<S> act) {
        Command<S> command = new Command<>(actor, clientId, Hashes.ofRequest(request), act, new CompletableFuture<>());
        desk(exercise).take(command);
        return command.answer();
    }

    /** The state after the last committed entry. */
    public S state(ExerciseId exercise) {
        return desk(exercise).known().state();
    }

    /** The sequence of the last committed entry, 0 when there is none. */
    public long head(ExerciseId exercise) {
        return desk(exercise).known().seq();
    }

    /** Committed entries after a sequence, in order. */
    public List<LedgerEntry> read(ExerciseId exercise, long after, int limit) {
        return repository.after(exercise, after, limit).stream()
                .map(this::decode)
                .toList();
    }

    /** The seal, once the record is sealed. */
    public Optional<SealedHead> seal(ExerciseId exercise) {
        return repository.seal(exercise);
    }

    /** Writes the whole record as lines of JSON that {@link LedgerVerifier} checks without this program's database. */
    public void export(ExerciseId exercise, Writer out) throws IOException {
        LedgerExport export = new LedgerExport(out);
        Optional<SealedHead> seal = repository.seal(exercise);
        export.header(exercise);
        repository.each(exercise, export::entry);
        if (seal.isPresent()) {
            export.seal(seal.get(), signer.publicKey(seal.get().fingerprint()));
        }
        export.finish();
    }

    /** Checks the stored record as the command line checks an export. */
    public Verdict verify(ExerciseId exercise) {
        ChainCheck check = new ChainCheck(exercise);
        repository.each(exercise, check::entry);
        return check.verdict(repository.seal(exercise), signer::publicKey);
    }

    /** Stops the writers after what they hold. */
    @Override
    public void close() {
        desks.values().forEach(Desk::close);
    }

    private Desk<S> desk(ExerciseId exercise) {
        return desks.computeIfAbsent(
                exercise, id -> new Desk<>(id, repository, story, this::decode, codec, time, signer, afterCommit));
    }

    private LedgerEntry decode(StoredEntry stored) {
        Long micros = stored.exerciseTime();
        return new LedgerEntry(
                stored.exercise(),
                stored.seq(),
                stored.recordedAt(),
                stored.occurredAt(),
                micros == null ? null : new ExerciseTime(micros),
                new Actor(stored.actor()),
                Audience.of(stored.audience()),
                stored.kind(),
                codec.decode(stored.kind(), stored.version(), stored.facts(), stored.text()),
                Hashes.hex(stored.hash()));
    }
}
