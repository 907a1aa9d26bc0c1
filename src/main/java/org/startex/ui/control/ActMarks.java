package org.startex.ui.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.ActMark;
import org.startex.conduct.Delivered;
import org.startex.conduct.Handling;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** Who has done what with an inject, in words: where it stands, and for a second controller who comes too late. */
final class ActMarks {
    private static final Texts TEXTS = Texts.of("ui-steering");

    private ActMarks() {}

    /** How an inject that has not left stands, if controllers have acted on it. */
    static Optional<String> standing(Scene scene, Handling handling) {
        return handling.skipped()
                .map(mark -> said(scene, mark, "standing.skipped", "standing.skipped.because"))
                .or(() -> handling.held().map(mark -> said(scene, mark, "standing.held", "standing.held.because")));
    }

    /** Who has corrected an inject last. */
    static String corrected(Scene scene, ActMark mark) {
        return said(scene, mark, "standing.corrected", "standing.corrected.because");
    }

    /** Who has recalled an inject. */
    static String recalled(Scene scene, ActMark mark) {
        return said(scene, mark, "standing.recalled", "standing.recalled.because");
    }

    private static String said(Scene scene, ActMark mark, String plain, String because) {
        String who = scene.name(mark.by());
        String at = at(scene, mark.at());
        return mark.reason().isBlank() ? TEXTS.get(plain, who, at) : TEXTS.get(because, who, at, mark.reason());
    }

    private static String at(Scene scene, Instant at) {
        return scene.play()
                .clock()
                .started()
                .filter(started -> !at.isBefore(started))
                .map(started -> scene.clock().seconds(scene.play().clock().elapsedAt(at)))
                .orElse(Words.say("log.before"));
    }

    /** A refusal as the second of two controllers reads it: who was first, and when. */
    static String refusal(ExerciseTools tools, ExerciseId exercise, InjectNumber number, Reason reason) {
        return tools.scene(exercise)
                .flatMap(scene -> first(tools, scene, number, reason.code()))
                .orElseGet(reason::message);
    }

    private static Optional<String> first(ExerciseTools tools, Scene scene, InjectNumber number, String code) {
        Optional<Handling> handling = scene.play().handling(number);
        Optional<ActMark> last = handling.flatMap(Handling::lastAct);
        return switch (code) {
            case "already-held" ->
                handling.flatMap(Handling::held).map(mark -> told(scene, mark, "second.held", number));
            case "already-skipped" ->
                handling.flatMap(Handling::skipped).map(mark -> told(scene, mark, "second.skipped", number));
            case "not-held" -> last.map(mark -> told(scene, mark, "second.released", number));
            case "not-skipped" -> last.map(mark -> told(scene, mark, "second.put-back", number));
            case "readdressed-meanwhile" -> last.map(mark -> told(scene, mark, "second.readdressed", number));
            case "already-recalled" ->
                scene.play()
                        .delivered(number)
                        .flatMap(Delivered::recalled)
                        .map(mark -> told(scene, mark, "second.recalled", number));
            case "corrected-meanwhile" ->
                scene.play()
                        .delivered(number)
                        .filter(inject -> !inject.corrections().isEmpty())
                        .map(inject ->
                                told(scene, inject.corrections().getLast().mark(), "second.corrected", number));
            case "moved-meanwhile" -> last.map(mark -> told(scene, mark, "second.moved", number));
            case "already-delivered" -> scene.play().delivered(number).map(delivered -> sent(tools, scene, delivered));
            default -> Optional.empty();
        };
    }

    /** Who has postponed the rest meanwhile. */
    static Optional<String> postponed(ExerciseTools tools, ExerciseId exercise) {
        return tools.scene(exercise)
                .flatMap(scene -> scene.play()
                        .schedule()
                        .lastPostponed()
                        .map(mark -> TEXTS.get("second.postponed", scene.name(mark.by()), at(scene, mark.at()))));
    }

    private static String told(Scene scene, ActMark mark, String key, InjectNumber number) {
        return TEXTS.get(key, number.value(), scene.name(mark.by()), at(scene, mark.at()));
    }

    private static String sent(ExerciseTools tools, Scene scene, Delivered delivered) {
        String number = delivered.number().value();
        String at = scene.clock().seconds(delivered.time());
        List<LedgerEntry> entry = tools.record().read(tools.caller(), scene.id(), delivered.seq() - 1, 1);
        return delivered.byHand() && !entry.isEmpty()
                ? TEXTS.get(
                        "second.sent",
                        number,
                        scene.name(entry.getFirst().actor().participant().orElse(null)),
                        at)
                : TEXTS.get("second.left", number, at);
    }
}
