package org.startex.ui.cards;

import java.util.Optional;
import org.startex.conduct.CueCard;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.scenario.InjectKind;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;

/** How a cue card stands, in words. */
final class CardWords {
    static final Texts TEXTS = Texts.of("ui-cards");

    private CardWords() {}

    /** Shape, word and colour; what has waited long stands out. */
    static StateChip chip(Scene scene, CueCard card) {
        String at = time(scene, card);
        return switch (card.state()) {
            case TO_SPEAK ->
                ended(scene)
                        ? new StateChip("skipped", "skipped", TEXTS.get("state.never"))
                        : card.late(scene.elapsed())
                                ? new StateChip("late", "late", TEXTS.get("state.late", at))
                                : new StateChip("due", "due", TEXTS.get("state.to-speak", at));
            case TO_COME -> new StateChip("pending", "pending", TEXTS.get("state.to-come", at));
            case WAITING -> new StateChip("pending", "pending", TEXTS.get("state.waiting"));
            case HELD -> new StateChip("held", "held", TEXTS.get("state.held"));
            case SPARE -> new StateChip("contingency", "contingency", TEXTS.get("state.spare"));
            case SPOKEN -> new StateChip("ack", "ack", TEXTS.get("state.spoken", at));
            case LEFT_OUT -> new StateChip("skipped", "skipped", TEXTS.get("state.left-out"));
        };
    }

    /** The same for a list, in fewer words. */
    static StateChip line(Scene scene, CueCard card) {
        if (card.state() != CueCard.State.TO_SPEAK || ended(scene)) {
            return chip(scene, card);
        }
        String at = time(scene, card);
        return card.late(scene.elapsed())
                ? new StateChip("late", "late", TEXTS.get("line.late", at))
                : new StateChip("due", "due", TEXTS.get("line.to-speak", at));
    }

    private static boolean ended(Scene scene) {
        return scene.exercise().endedAt().isPresent();
    }

    /** The clock of the story when it fell or falls due, or was said; empty while nobody knows. */
    static String time(Scene scene, CueCard card) {
        return card.time().map(scene.clock()::minutes).orElse("");
    }

    /** What it waits for, where it has no time. */
    static Optional<String> waitsFor(Scene scene, CueCard card) {
        return switch (card.kind()) {
            case InjectKind.Cued cued -> Optional.of(TEXTS.get("waits.cue", cued.cue()));
            case InjectKind.Conditional waits ->
                Optional.of(TEXTS.get("waits.condition", scene.conditions().waits(waits.when())));
            case InjectKind.Contingency spare -> Optional.of(TEXTS.get("waits.spare"));
            case InjectKind.Timed timed -> Optional.empty();
        };
    }

    /** Who said it, and when. */
    static String said(Scene scene, CueCard.Spoken spoken) {
        String at = scene.clock().seconds(spoken.at());
        return spoken.speaker().isEmpty()
                ? TEXTS.get("said", at, scene.name(spoken.by()))
                : TEXTS.get("said.by", at, spoken.speaker(), scene.name(spoken.by()));
    }

    /** Who heard a reply, and when it was noted. */
    static String heard(Scene scene, CueCard.Reply reply) {
        String at = scene.clock().seconds(reply.at());
        return reply.words().heardBy().isEmpty()
                ? TEXTS.get("heard", at, scene.name(reply.by()))
                : TEXTS.get("heard.by", at, reply.words().heardBy(), scene.name(reply.by()));
    }

    /** A refusal as the second of two controllers reads it: who was first, and when. */
    static String refusal(ExerciseTools tools, ExerciseId exercise, InjectNumber number, Reason reason) {
        return switch (reason.code()) {
            case "already-spoken" ->
                tools.scene(exercise)
                        .flatMap(scene -> CueCard.of(scene.play(), scene.now()).stream()
                                .filter(card -> card.number().equals(number))
                                .findFirst()
                                .flatMap(CueCard::spoken)
                                .map(spoken -> TEXTS.get("second.spoken", number, said(scene, spoken))))
                        .orElseGet(reason::message);
            default -> reason.message();
        };
    }
}
