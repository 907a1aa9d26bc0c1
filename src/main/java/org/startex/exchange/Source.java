package org.startex.exchange;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.PlannedPhase;
import org.startex.conduct.Play;
import org.startex.conduct.Post;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.SealedHead;
import org.startex.people.ParticipantName;

/** An exercise as its documents draw on it: state, names, the whole record, the seal; and how times, places and entries are said in all of them. */
record Source(
        Exercise.InPlay exercise,
        Map<ParticipantId, ParticipantName> names,
        List<LedgerEntry> entries,
        Optional<SealedHead> seal,
        PublicAddress address,
        Instant madeAt) {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final int SHORT_HASH = 12;

    Play play() {
        return exercise.play();
    }

    Plan plan() {
        return play().plan();
    }

    /** EXERCISE three times, the classification and the code word, as on every screen. */
    String marking() {
        String word = TEXTS.get("marking");
        Set<String> parts =
                new LinkedHashSet<>(List.of(word + " " + word + " " + word, plan().marking(), plan().codeWord()));
        return Printable.of(parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · ")));
    }

    /** Safe in any file system: {@code caravan-site-2026-05-12}. */
    String fileName() {
        return plan().slug() + "-" + plan().plannedFor().atZone(plan().zone()).toLocalDate();
    }

    String name(@Nullable ParticipantId participant) {
        return participant == null
                ? TEXTS.get("who.program")
                : Optional.ofNullable(names.get(participant))
                        .map(ParticipantName::name)
                        .orElse(TEXTS.get("who.unknown"));
    }

    String organisation(ParticipantId participant) {
        return Optional.ofNullable(names.get(participant))
                .map(ParticipantName::organisation)
                .orElse("");
    }

    String who(LedgerEntry entry) {
        return name(entry.actor().participant().orElse(null));
    }

    String cell(CellCode code) {
        return plan().place(code).map(Place::title).orElse(code.value());
    }

    /** The title of a move, or its number. */
    String move(int number) {
        return play().schedule().phases().stream()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .map(PlannedPhase::title)
                .orElse(Integer.toString(number));
    }

    String post(CellCode code, String post) {
        return plan().place(code).stream()
                .flatMap(place -> place.posts().stream())
                .filter(each -> each.code().equals(post))
                .map(Post::title)
                .findFirst()
                .orElse(post);
    }

    String cells(List<Addressee> to) {
        return to.stream().map(each -> cell(each.cell())).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** The clock of the story: 10:24:36; or that it was before STARTEX. */
    String storyTime(@Nullable ExerciseTime time) {
        return time == null
                ? TEXTS.get("time.before")
                : plan().start().plus(time.toDuration()).format(CLOCK);
    }

    /** The clock of the story at an entry; STARTEX itself is its beginning. */
    String storyTime(LedgerEntry entry) {
        return storyTime(entry.fact() instanceof ExerciseStarted ? ExerciseTime.ZERO : entry.exerciseTime());
    }

    /** Wall time where the exercise was played. */
    ZonedDateTime real(Instant instant) {
        return instant.atZone(plan().zone());
    }

    String realClock(Instant instant) {
        return real(instant).format(CLOCK);
    }

    String realDate(Instant instant) {
        return real(instant).format(DATE_TIME);
    }

    Optional<LedgerEntry> entry(long seq) {
        return seq >= 1 && seq <= entries.size() ? Optional.of(entries.get((int) seq - 1)) : Optional.empty();
    }

    static String shortHash(LedgerEntry entry) {
        return entry.hash().substring(0, SHORT_HASH);
    }

    URI log(long seq) {
        return address.of("/exercise/" + play().id() + "/log?entry=" + seq);
    }

    /** The entry's number, leading to it, with the beginning of its hash. */
    Report.Words entryLink(long seq) {
        return entry(seq)
                .map(entry -> Report.Words.of(
                        Report.Run.link(TEXTS.get("entry", seq), log(seq)), Report.Run.code("\n" + shortHash(entry))))
                .orElseGet(() -> Report.Words.of(TEXTS.get("entry", seq)));
    }
}
