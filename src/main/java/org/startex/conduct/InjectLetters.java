package org.startex.conduct;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.mail.Enclosure;
import org.startex.mail.Letter;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;

/**
 * Which mails an entry of the record causes, and what they say. Every one says EXERCISE in its subject and in the first and the last line, with the exercise's own marking and code word. Pure.
 */
final class InjectLetters {
    private static final Texts TEXTS = Texts.of("inject-mail");
    private static final DateTimeFormatter STORY = DateTimeFormatter.ofPattern(TEXTS.get("story-time"), Locale.UK);

    private static final String MATTER = "inject ";
    private static final String MAP = "application/geo+json";
    private static final long MOST_BYTES = 10_000_000;

    private InjectLetters() {}

    /** Groups the mails of one inject. */
    static String matter(long inject) {
        return MATTER + inject;
    }

    /** The inject that a mail belongs to, if it belongs to one. */
    static Optional<Long> inject(Posted mail) {
        return mail.matter().startsWith(MATTER)
                ? Optional.of(Long.valueOf(mail.matter().substring(MATTER.length())))
                : Optional.empty();
    }

    private static String key(long entry, MailAddress to) {
        return String.format(Locale.ROOT, "%012d %s", entry, to.folded());
    }

    /** Whether the mail with this key is the inject itself, not what followed it. */
    static boolean isInject(Posted mail, long inject) {
        return mail.key().equals(key(inject, mail.to()));
    }

    /** The mails of an inject that has been delivered, one to each address: none unless its channel is mail. */
    static List<Letter> delivered(Play play, LedgerEntry entry, InjectDelivered inject, List<MailBox> boxes) {
        if (inject.channel() != Channel.MAIL) {
            return List.of();
        }
        String subject = TEXTS.get("subject", inject.words().title());
        List<FileRef> enclosed = enclosed(inject.words().files());
        String text = text(
                play,
                entry,
                inject.to(),
                inject.words(),
                enclosed,
                "",
                inject.words().text());
        return recipients(inject.to(), entry.audience(), boxes).stream()
                .map(to -> letter(play, entry, entry.seq(), to, subject, text, enclosed, entry.recordedAt()))
                .toList();
    }

    /** The mails of an inject to those of its addresses that have had none of it, since they were added later. They say what it says now; one that was recalled goes to nobody. */
    static List<Letter> late(
            Play play, LedgerEntry entry, Delivered inject, List<MailBox> boxes, List<Posted> before, Instant now) {
        if (inject.channel() != Channel.MAIL || inject.recalled().isPresent()) {
            return List.of();
        }
        Set<String> had = before.stream().map(mail -> mail.to().folded()).collect(toSet());
        List<FileRef> enclosed = enclosed(inject.words().files());
        String says = inject.corrections().isEmpty()
                ? inject.words().text()
                : inject.corrections().getLast().text();
        String subject = TEXTS.get("subject", inject.words().title());
        String text = text(play, entry, inject.to(), inject.words(), enclosed, "", says);
        return recipients(inject.to(), inject.audience(), boxes).stream()
                .filter(to -> !had.contains(to.folded()))
                .map(to -> letter(play, entry, inject.seq(), to, subject, text, enclosed, now))
                .toList();
    }

    /**
     * The files that go with the mail, in their order, as long as they fit: together at most 10 MB, since mail servers refuse more than some 20 MB and files grow by a third on their way. Their
     * types were checked by content when they came into the library. Maps stay on the page, which draws them.
     */
    static List<FileRef> enclosed(List<FileRef> files) {
        List<FileRef> some = new ArrayList<>();
        long bytes = 0;
        for (FileRef file : files) {
            if (!file.mediaType().equals(MAP) && bytes + file.bytes() <= MOST_BYTES) {
                some.add(file);
                bytes += file.bytes();
            }
        }
        return some;
    }

    /** The mails that follow when an inject is recalled or corrected: to whoever was, or may have been, sent what they are about. */
    static List<Letter> amended(Play play, LedgerEntry entry, InjectAmended act, List<Posted> before) {
        return play.delivered(act.inject())
                .filter(inject -> inject.channel() == Channel.MAIL)
                .map(inject -> switch (act) {
                    case InjectRecalled recalled ->
                        follow(
                                play,
                                entry,
                                inject,
                                TEXTS.get("subject.recalled", inject.words().title()),
                                TEXTS.get("recalled"),
                                "",
                                reached(before));
                    case InjectCorrected corrected ->
                        follow(
                                play,
                                entry,
                                inject,
                                TEXTS.get("subject.corrected", inject.words().title()),
                                TEXTS.get("corrected"),
                                corrected.words().text(),
                                meant(before));
                })
                .orElse(List.of());
    }

    private static List<Letter> follow(
            Play play,
            LedgerEntry entry,
            Delivered inject,
            String subject,
            String lead,
            String says,
            Set<MailAddress> addresses) {
        String text = text(play, entry, inject.to(), inject.words(), List.of(), lead, says);
        return addresses.stream()
                .map(to -> letter(play, entry, inject.seq(), to, subject, text, List.of(), entry.recordedAt()))
                .toList();
    }

    private static Letter letter(
            Play play,
            LedgerEntry entry,
            long inject,
            MailAddress to,
            String subject,
            String text,
            List<FileRef> files,
            Instant written) {
        return new Letter(
                play.id().value(),
                key(entry.seq(), to),
                matter(inject),
                to,
                oneLine(subject),
                text,
                true,
                false,
                written,
                files.stream()
                        .<Enclosure>map(file -> new Enclosure.Stored(file.name(), file.mediaType(), file.digest()))
                        .toList());
    }

    /** A title is what somebody wrote, perhaps in a file: nothing of it may become a header of its own. */
    static String oneLine(String subject) {
        String line =
                subject.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029\\u0085]+", " ").strip();
        return line.length() <= Letter.LONGEST_SUBJECT ? line : line.substring(0, Letter.LONGEST_SUBJECT - 1) + "…";
    }

    /** A cell's inject goes to every address of the cell; a role's to the role's own, and to the cell's where it fell to the whole cell because nobody holds the role. */
    static Set<MailAddress> recipients(List<Addressee> to, Audience audience, List<MailBox> boxes) {
        Set<MailAddress> all = new LinkedHashSet<>();
        for (Addressee each : to) {
            List<MailBox> own =
                    boxes.stream().filter(box -> box.owner().equals(each)).toList();
            boolean cell = each.wholeCell() || (own.isEmpty() && fellToCell(each, audience));
            boxes.stream()
                    .filter(box -> cell ? box.owner().cell().equals(each.cell()) : own.contains(box))
                    .forEach(box -> all.add(box.address()));
        }
        return all;
    }

    private static boolean fellToCell(Addressee role, Audience audience) {
        return audience instanceof Audience.Addressees reached
                && reached.addressees().contains(new Addressee(role.cell(), ""));
    }

    /** Whoever has a mail of this inject, or may have it: an attempt in vain may only have lost the server's answer. */
    private static Set<MailAddress> reached(List<Posted> before) {
        return addresses(
                before,
                mail -> mail.state() == Posted.State.SENT
                        || (mail.state() == Posted.State.WITHDRAWN && mail.attempts() > 0));
    }

    /** Whoever was to have a mail of this inject, unless a controller kept it back. */
    private static Set<MailAddress> meant(List<Posted> before) {
        return addresses(before, mail -> mail.state() != Posted.State.WITHDRAWN);
    }

    private static Set<MailAddress> addresses(List<Posted> before, Predicate<Posted> which) {
        Map<MailAddress, List<Posted>> byAddress =
                before.stream().collect(groupingBy(Posted::to, LinkedHashMap::new, toList()));
        Set<MailAddress> some = new LinkedHashSet<>();
        byAddress.forEach((address, mails) -> {
            if (mails.stream().anyMatch(which)) {
                some.add(address);
            }
        });
        return some;
    }

    private static String text(
            Play play,
            LedgerEntry entry,
            List<Addressee> to,
            DeliveredWords words,
            List<FileRef> enclosed,
            String lead,
            String says) {
        Plan plan = play.plan();
        String mark = mark(plan);
        List<String> parts = new ArrayList<>(List.of(mark, TEXTS.get("play")));
        if (!lead.isEmpty()) {
            parts.add(lead);
        }
        parts.add(TEXTS.get(
                "head",
                oneLine(words.from()),
                to.stream().map(each -> name(plan, each)).collect(joining(", ")),
                story(plan, entry),
                oneLine(words.title())));
        if (!says.isEmpty()) {
            parts.add(says.strip());
        }
        List<FileRef> onPage =
                words.files().stream().filter(file -> !enclosed.contains(file)).toList();
        if (!enclosed.isEmpty()) {
            parts.add(TEXTS.get("files.enclosed", names(enclosed)));
        }
        if (!onPage.isEmpty()) {
            parts.add(TEXTS.get("files", names(onPage)));
        }
        parts.add(mark);
        return String.join("\n\n", parts) + "\n";
    }

    private static String names(List<FileRef> files) {
        return files.stream().map(FileRef::name).collect(joining(", "));
    }

    /** The line with which every mail of an exercise begins and ends. */
    static String mark(Plan plan) {
        String marking = oneLine(plan.marking());
        String title = oneLine(plan.title());
        return plan.codeWord().isBlank()
                ? TEXTS.get("mark.no-code-word", marking, title)
                : TEXTS.get("mark", marking, title, oneLine(plan.codeWord()));
    }

    private static String story(Plan plan, LedgerEntry entry) {
        ExerciseTime time = entry.exerciseTime();
        LocalDateTime at = time == null ? plan.start() : plan.start().plus(time.micros(), ChronoUnit.MICROS);
        return STORY.format(at);
    }

    /** A cell, or a role in it, in the plan's words. */
    static String name(Plan plan, Addressee to) {
        return plan.place(to.cell())
                .map(place -> place.posts().stream()
                        .filter(post -> post.code().equals(to.role()))
                        .findFirst()
                        .map(post -> TEXTS.get("role", place.title(), post.title()))
                        .orElse(place.title()))
                .orElse(to.toString());
    }
}
