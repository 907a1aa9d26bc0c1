package org.startex.ui.competency;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.startex.competency.ActKind;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceContext;
import org.startex.competency.EvidenceKind;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.StateChip;
import org.startex.ui.UserZone;

/** Evidence in words: what a piece is called, where a claim stands, which day it was. */
final class PieceWords {
    private static final Texts TEXTS = Texts.of("ui-competency");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PieceWords() {}

    /** What happened, as a title. */
    static String title(EvidenceKind kind, EvidenceContext context) {
        EvidenceContext.Decided decided = context.decision();
        return switch (kind) {
            case DECISION ->
                decided == null
                        ? TEXTS.get("kind.decision")
                        : TEXTS.get("title.decision", String.valueOf(decided.number()), decided.decision());
            case ACTION ->
                TEXTS.get(
                        "title.action",
                        context.action() == null ? "" : context.action().text());
            case OBSERVATION ->
                context.observations().stream()
                        .findFirst()
                        .map(one -> one.note().isBlank()
                                ? TEXTS.get("title.observation.bare", one.by())
                                : TEXTS.get("title.observation", one.by(), one.note()))
                        .orElse(TEXTS.get("kind.observation"));
        };
    }

    static String icon(EvidenceKind kind) {
        return switch (kind) {
            case DECISION -> "decision";
            case ACTION -> "stop";
            case OBSERVATION -> "observation";
        };
    }

    static String kind(EvidenceKind kind) {
        return TEXTS.get("kind." + key(kind));
    }

    static String state(ClaimState state) {
        return TEXTS.get("claim." + key(state));
    }

    static StateChip chip(ClaimState state) {
        String word = state(state);
        return switch (state) {
            case WAITING -> new StateChip("due", "due", word);
            case ACCEPTED -> new StateChip("ack", "ack", word);
            case DECLINED -> new StateChip("pending", "cross", word);
            case MORE_WANTED -> new StateChip("held", "more", word);
            case WITHDRAWN -> new StateChip("pending", "left", word);
        };
    }

    static String act(ActKind act) {
        return TEXTS.get("act." + key(act));
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(UserZone.of(UI.getCurrent())));
    }

    /** The violet tag of what comes from an exercise. */
    static Span tag(EvidenceContext context) {
        return Html.span("extag", TEXTS.get("ex.of", context.exercise()));
    }

    static String codes(Collection<KsbCode> codes) {
        return String.join(" ", codes.stream().map(KsbCode::value).toList());
    }

    /** {@code 5, 6 and 10}. */
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : TEXTS.get("list.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
