package org.startex.debrief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Words;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;

/** The rules of hot debriefs: pure. One set of answers for each participant, to be changed while it is open; without a name only by whoever holds the slip. */
final class HotDebriefs {
    private static final Pattern SLIP = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    private HotDebriefs() {}

    /** An answer as it is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] slipHash, @Nullable ParticipantId by, String wentWell, String didNot, String differently) {
        boolean isOf(ParticipantId participant) {
            return participant.equals(by);
        }

        boolean has(byte[] hash) {
            return Arrays.equals(slipHash, hash);
        }
    }

    /** What is to be kept after an answer came. */
    sealed interface Taking {
        record Taken(List<Kept> answers) implements Taking {}

        record Refused(Reason reason) implements Taking {}
    }

    static HotDebrief.State state(Exercise exercise, boolean closed) {
        if (closed) {
            return HotDebrief.State.CLOSED;
        }
        return Findings.afterEndex(exercise) ? HotDebrief.State.OPEN : HotDebrief.State.BEFORE;
    }

    /** What is wrong with an answer, if anything. */
    static Optional<Reason> check(HotDebrief.State state, Naming naming, HotAnswer answer) {
        return switch (state) {
            case BEFORE -> Optional.of(Reason.of("hot-debrief-before-endex"));
            case CLOSED -> Optional.of(Reason.of("hot-debrief-closed"));
            case OPEN -> {
                if (!naming.allows(answer.withName())) {
                    yield Optional.of(Reason.of("hot-debrief-naming", "withName"));
                }
                if (!SLIP.matcher(answer.slip()).matches()) {
                    yield Optional.of(Reason.of("not-in-protocol", "slip"));
                }
                if ((answer.wentWell() + answer.didNot() + answer.differently()).isBlank()) {
                    yield Optional.of(Reason.of("hot-debrief-empty", "wentWell"));
                }
                yield Words.check(answer.wentWell(), "wentWell", Words.TEXT, false)
                        .or(() -> Words.check(answer.didNot(), "didNot", Words.TEXT, false))
                        .or(() -> Words.check(answer.differently(), "differently", Words.TEXT, false));
            }
        };
    }

    /**
     * Takes an answer that is right in itself.
     *
     * @param before all answers of the exercise
     * @param given whether this participant has answered before
     */
    static Taking take(List<Kept> before, boolean given, ExerciseId exercise, ParticipantId by, HotAnswer answer) {
        byte[] slip = hash(exercise, answer.slip());
        List<Kept> others = before.stream()
                .filter(kept -> !kept.isOf(by) && !kept.has(slip))
                .toList();
        boolean replaces = others.size() < before.size();
        if (given != replaces) {
            return new Taking.Refused(Reason.of("hot-debrief-answered"));
        }
        List<Kept> after = new ArrayList<>(others);
        after.add(new Kept(
                slip,
                answer.withName() ? by : null,
                answer.wentWell().strip(),
                answer.didNot().strip(),
                answer.differently().strip()));
        return new Taking.Taken(after);
    }

    /** What may be shown of the answers. */
    static HotAnswers shown(HotDebrief.State state, Naming naming, Set<ParticipantId> answered, List<Kept> answers) {
        long nameless = answers.stream().filter(kept -> kept.by() == null).count();
        boolean showsNameless = state == HotDebrief.State.CLOSED && nameless >= HotAnswers.FEWEST;
        List<Kept> shown = answers.stream()
                .filter(kept -> kept.by() != null || showsNameless)
                .toList();
        return new HotAnswers(
                state,
                naming,
                answered,
                showsNameless ? 0 : (int) nameless,
                said(shown, "wentWell", Kept::wentWell),
                said(shown, "didNot", Kept::didNot),
                said(shown, "differently", Kept::differently));
    }

    private static List<HotAnswers.Said> said(List<Kept> answers, String question, Function<Kept, String> text) {
        @SuppressWarnings("ArrayRecordComponent")
        record Placed(byte[] place, HotAnswers.Said said) {}
        return answers.stream()
                .filter(kept -> !text.apply(kept).isEmpty())
                .map(kept -> new Placed(
                        sha256(question.getBytes(StandardCharsets.UTF_8), kept.slipHash()),
                        new HotAnswers.Said(text.apply(kept), Optional.ofNullable(kept.by()))))
                .sorted(Comparator.comparing(Placed::place, Arrays::compareUnsigned))
                .map(Placed::said)
                .toList();
    }

    static byte[] hash(ExerciseId exercise, String slip) {
        return sha256(exercise.toString().getBytes(StandardCharsets.UTF_8), slip.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
