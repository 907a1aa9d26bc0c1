package org.startex.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.Play;
import org.startex.kernel.CellCode;

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
                plan.noDuffLines(),
                contacts(plan, member),
                socket.plain() ? List.of(PLAIN_HTTP) : List.of());
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
