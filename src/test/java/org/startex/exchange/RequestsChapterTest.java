package org.startex.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Exercise;
import org.startex.conduct.Played;
import org.startex.exchange.Report.Block;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Fact;
import org.startex.ledger.Ruling;
import org.startex.logbook.Message;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Party;

/** The report lists every request for information with how long it waited; what nobody answered before ENDEX stands out. */
class RequestsChapterTest {
    private static final String AGENCY = "Environment Agency duty officer";

    private final Played played = Played.running(1);

    @Test
    void answeredDeclinedAndOpenRequestsEachWithTheirWaitingTime() {
        long first = asks(2, "When does the river peak?");
        long second = asks(3, "Who holds the keys?");
        asks(10, "How many sandbags are left?");
        played.after(Duration.ofMinutes(1));
        add(
                played.director,
                new Message.Answered(
                        first, Party.of(Played.REST_CENTRE), first, new MessageWords("At 15:40.", AGENCY)));
        add(
                played.director,
                new Message.Declined(
                        second, Party.of(Played.REST_CENTRE), second, new MessageWords("Nobody answers.", AGENCY)));

        List<Block> chapter = chapter(30);

        assertThat(((Block.Paragraph) chapter.getFirst()).words().text())
                .startsWith("3 requests were made")
                .contains("one was still open at ENDEX");
        assertThat(((Block.Table) chapter.getLast()).rows())
                .extracting(
                        row -> row.get(2).text(),
                        row -> row.get(3).text(),
                        row -> row.get(4).text().lines().findFirst().orElse(""))
                .containsExactly(
                        tuple("Rest centre to " + AGENCY + ": When does the river peak?", "14:00", "“At 15:40.”"),
                        tuple(
                                "Rest centre to " + AGENCY + ": Who holds the keys?",
                                "11:00",
                                "Declined: “Nobody answers.”"),
                        tuple(
                                "Rest centre to " + AGENCY + ": How many sandbags are left?",
                                "15:00",
                                "Open: nobody answered"));
    }

    @Test
    void withoutARequestItSaysSo() {
        assertThat(chapter(30)).singleElement().isInstanceOf(Block.Paragraph.class);
    }

    /** @param minutes after the one before */
    private long asks(int minutes, String what) {
        played.after(Duration.ofMinutes(minutes));
        add(
                played.okafor,
                new Message.Requested(Party.of(Played.REST_CENTRE), null, null, false, new MessageWords(what, AGENCY)));
        return played.record.getLast().seq();
    }

    private void add(ParticipantId by, Fact fact) {
        ExerciseTime at = played.play().clock().elapsedAt(played.now);
        played.folds(Ruling.accept(
                List.of(new Draft(Actor.of(by), Audience.cell(Played.REST_CENTRE), played.now, at, fact))));
    }

    private List<Block> chapter(int endMinutes) {
        return new RequestsChapter(
                        new Source(
                                (Exercise.InPlay) played.state,
                                Map.of(),
                                List.of(),
                                Optional.empty(),
                                new PublicAddress(URI.create("http://localhost:8080"), false, false),
                                played.now),
                        ExerciseTime.minutes(endMinutes))
                .compose();
    }
}
