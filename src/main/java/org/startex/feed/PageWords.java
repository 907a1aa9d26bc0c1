package org.startex.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.Play;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;

/** What a page is told beside entries: who it is, how the exercise stands, and the clock. Pure. */
final class PageWords {
    /** What a page without TLS cannot do: keep its outbox encrypted, be installed. */
    static final String PLAIN_HTTP = "plain-http";

    private PageWords() {}

    static ServerMessage.Welcome welcome(Exercise exercise, Play play, Member member, FeedSocket socket) {
        Plan plan = play.plan();
        Optional<Place> place = Optional.ofNullable(member.cell()).flatMap(plan::place);
        return new ServerMessage.Welcome(
                play.id(),
                plan.title(),
                plan.marking(),
                plan.codeWord(),
                new ServerMessage.You(
                        member.participant(),
                        socket.name().name(),
                        socket.name().organisation(),
                        place.map(PageWords::named).orElse(null),
                        post(place, member),
                        member.admitted(),
                        socket.account()),
                exercise.word(),
                drilling(exercise),
                plan.noDuffLines(),
                contacts(plan, member),
                socket.plain() ? List.of(PLAIN_HTTP) : List.of());
    }

    /** Whether play stands for a drill of no duff, and for nothing real. */
    static boolean drilling(Exercise exercise) {
        return exercise instanceof Exercise.Stopped stopped && stopped.noDuff().drill();
    }

    private static ServerMessage.Contacts contacts(Plan plan, Member member) {
        CellCode own = member.cell();
        if (own == null) {
            return new ServerMessage.Contacts(List.of(), List.of());
        }
        return new ServerMessage.Contacts(
                plan.places().stream()
                        .filter(place -> plan.messages().allow(own, place.code()))
                        .map(PageWords::named)
                        .toList(),
                plan.messages().outsideBodies());
    }

    /** Who of a participant's own cell could take over their role: those who are present and hold none. Of other cells, and to others, nobody is named. */
    static Optional<ServerMessage.Colleagues> colleagues(
            Play play, ParticipantId participant, Function<ParticipantId, String> name) {
        return play.member(participant).map(member -> colleagues(play, member, name));
    }

    private static ServerMessage.Colleagues colleagues(Play play, Member member, Function<ParticipantId, String> name) {
        CellCode own = member.cell();
        if (own == null || !member.present() || member.post().isEmpty()) {
            return new ServerMessage.Colleagues(List.of());
        }
        return new ServerMessage.Colleagues(play.players().stream()
                .filter(other -> own.equals(other.cell()) && other.post().isEmpty())
                .map(other -> new ServerMessage.Colleague(other.participant(), name.apply(other.participant())))
                .sorted(Comparator.comparing(ServerMessage.Colleague::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    private static ServerMessage.@Nullable Named post(Optional<Place> place, Member member) {
        return place.flatMap(p -> p.posts().stream()
                        .filter(post -> post.code().equals(member.post()))
                        .map(post -> new ServerMessage.Named(post.code(), post.title()))
                        .findFirst())
                .orElse(null);
    }

    /** A cell by its code and title. */
    static ServerMessage.Named named(Place place) {
        return new ServerMessage.Named(place.code().value(), place.title());
    }

    static ServerMessage.ClockReading clock(Play play, Instant now) {
        return new ServerMessage.ClockReading(
                play.clock().running(),
                play.clock().elapsedAt(now).micros(),
                play.clock().pace().percent(),
                now,
                play.plan().start(),
                play.plan().length().micros());
    }
}
