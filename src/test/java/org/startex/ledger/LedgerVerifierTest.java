package org.startex.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseId;

/** What a stranger with the file and a key can find out. */
class LedgerVerifierTest {
    private static final Instant AT = Instant.parse("2026-05-14T08:00:00.123456Z");

    private final TestKeys keys = new TestKeys();
    private final FactCodec codec = new FactCodec(List.of(Tallied.KINDS));

    /** An export of six entries, with or without its seal. */
    private List<String> exported(ExerciseId exercise, boolean sealed) throws IOException {
        return exported(exercise, sealed ? Optional.of(SealedHead.SEAL) : Optional.empty());
    }

    private List<String> exported(ExerciseId exercise, Optional<String> signedFor) throws IOException {
        StringWriter file = new StringWriter();
        LedgerExport export = new LedgerExport(file);
        export.header(exercise);
        byte[] prev = Hashes.NONE;
        for (int seq = 1; seq <= 6; seq++) {
            Draft draft = Tallied.draft(AT, new Tallied.Added(seq, "Remark " + seq + ", with \u00e9 and \"quotes\""));
            StoredEntry entry = StoredEntry.chain(exercise, seq, prev, AT, draft, codec.encode(draft.fact()));
            export.entry(entry);
            prev = entry.hash();
        }
        if (signedFor.isPresent()) {
            String purpose = signedFor.get();
            String head = Hashes.hex(prev);
            export.seal(
                    new SealedHead(
                            exercise,
                            purpose,
                            6,
                            AT,
                            head,
                            keys.current(),
                            Hashes.hex(keys.sign(SealedHead.statement(exercise, purpose, 6, AT, head)))),
                    Optional.of(keys.key()));
        }
        export.finish();
        return new ArrayList<>(file.toString().lines().toList());
    }

    private Verdict verify(List<String> lines) throws IOException {
        return LedgerVerifier.trusting(keys.key()).verify(new StringReader(String.join("\n", lines) + "\n"));
    }

    private static void isBroken(Verdict verdict, String place) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, b -> assertThat(b.place()).isEqualTo(place));
    }

    @Test
    void anUntouchedRecordIsIntactAndSealed() throws IOException {
        assertThat(verify(exported(ExerciseId.random(), true))).isInstanceOfSatisfying(Verdict.Sealed.class, s -> {
            assertThat(s.entries()).isEqualTo(6);
            assertThat(s.trusted()).isTrue();
        });
    }

    @Test
    void withoutATrustedKeyItSaysThatItDoesNotKnowWhoSealed() throws IOException {
        String file = String.join("\n", exported(ExerciseId.random(), true)) + "\n";
        assertThat(LedgerVerifier.withoutKey().verify(new StringReader(file)))
                .isInstanceOfSatisfying(
                        Verdict.Sealed.class, s -> assertThat(s.trusted()).isFalse());
    }

    @Test
    void anotherKeyIsNotTrusted() throws IOException {
        String file = String.join("\n", exported(ExerciseId.random(), true)) + "\n";
        isBroken(LedgerVerifier.trusting(new TestKeys().key()).verify(new StringReader(file)), "The seal");
    }

    @RepeatedTest(300)
    void anyChangedByteOfASealedRecordIsFound(RepetitionInfo seed) throws IOException {
        Random random = new Random(seed.getCurrentRepetition());
        String file = String.join("\n", exported(ExerciseId.random(), true)) + "\n";
        int at = random.nextInt(file.length());
        char was = file.charAt(at);
        char becomes = (char) (' ' + random.nextInt(95));
        if (was == becomes) {
            return;
        }
        String changed = file.substring(0, at) + becomes + file.substring(at + 1);
        assertThat(LedgerVerifier.trusting(keys.key()).verify(new StringReader(changed)))
                .as("byte %d: %s becomes %s", at, was, becomes)
                .isNotInstanceOf(Verdict.Sealed.class);
    }

    @Test
    void capitalsAreAChangeWhereverTheyStand() throws IOException {
        String file = String.join("\n", exported(ExerciseId.random(), true)) + "\n";
        LedgerVerifier verifier = LedgerVerifier.trusting(keys.key());
        for (int at = 0; at < file.length(); at++) {
            char was = file.charAt(at);
            if (Character.isLowerCase(was)) {
                String changed = file.substring(0, at) + Character.toUpperCase(was) + file.substring(at + 1);
                assertThat(verifier.verify(new StringReader(changed)))
                        .as("byte %d: %s in capitals", at, was)
                        .isNotInstanceOf(Verdict.Sealed.class);
            }
        }
    }

    @Test
    void aStatementSignedForAnotherPurposeIsNoSeal() throws IOException {
        isBroken(verify(exported(ExerciseId.random(), Optional.of("checkpoint"))), "The seal");
    }

    @Test
    void aChangedTextIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.set(3, lines.get(3).replace("Remark 3", "Remark 4"));
        isBroken(verify(lines), "Entry 3");
    }

    @Test
    void aChangedFactIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.set(4, lines.get(4).replace("{\\\"number\\\":4}", "{\\\"number\\\":5}"));
        isBroken(verify(lines), "Entry 4");
    }

    @Test
    void aRemovedLineIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.remove(3);
        isBroken(verify(lines), "Entry 4");
    }

    @Test
    void twoSwappedLinesAreNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.set(2, lines.set(3, lines.get(2)));
        isBroken(verify(lines), "Entry 3");
    }

    @Test
    void aLineFromAnotherExerciseIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.set(3, exported(ExerciseId.random(), true).get(3));
        isBroken(verify(lines), "Entry 3");
    }

    @Test
    void aLineFromAnotherExerciseWithItsIdChangedIsNamedToo() throws IOException {
        ExerciseId mine = ExerciseId.random();
        ExerciseId other = ExerciseId.random();
        List<String> lines = exported(mine, true);
        lines.set(3, exported(other, true).get(3).replace(other.toString(), mine.toString()));
        isBroken(verify(lines), "Entry 3");
    }

    @Test
    void anErasedTextWithoutItsRedactionIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.set(
                2,
                lines.get(2)
                        .replaceFirst("\"text\":\"(\\\\.|[^\"\\\\])*\"", "\"text\":null")
                        .replaceFirst("\"salt\":\"[0-9a-f]*\"", "\"salt\":null"));
        isBroken(verify(lines), "Entry 2");
    }

    @Test
    void aCutTailIsIntactButNotSealed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        assertThat(verify(lines.subList(0, 5))).isEqualTo(new Verdict.NotSealed(4));
        String file = String.join("\n", lines);
        String cut = file.substring(0, file.indexOf("Remark 5"));
        assertThat(LedgerVerifier.trusting(keys.key()).verify(new StringReader(cut)))
                .isEqualTo(new Verdict.NotSealed(4));
    }

    @Test
    void aSealOverMoreEntriesThanThereAreIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.remove(6);
        isBroken(verify(lines), "The seal");
    }

    @Test
    void somethingAfterTheSealIsNamed() throws IOException {
        List<String> lines = exported(ExerciseId.random(), true);
        lines.add(lines.get(6));
        isBroken(verify(lines), "Line 9");
    }

    @Test
    void anotherFileIsNoRecord() throws IOException {
        isBroken(verify(List.of("hello")), "Line 1");
        isBroken(verify(List.of("{\"a\":1}")), "Line 1");
        isBroken(LedgerVerifier.withoutKey().verify(new StringReader("")), "Line 1");
    }
}
