package org.startex.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.Memory;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.logbook.Message;
import org.startex.logbook.MessageThread;

/** The chapter on requests for information: who asked which body what, how long the cell waited, and what nobody had answered at ENDEX. */
final class RequestsChapter {
    private static final Texts TEXTS = Texts.of("exchange");

    private final Source source;
    private final ExerciseTime end;

    /** @param end exercise time until which what is open has waited */
    RequestsChapter(Source source, ExerciseTime end) {
        this.source = source;
        this.end = end;
    }

    List<Block> compose() {
        List<MessageThread.Standing> requests = MessageThread.requests(MessageThread.of(source.play()));
        if (requests.isEmpty()) {
            return List.of(new Block.Paragraph(Words.of(TEXTS.get("requests.none"))));
        }
        long open = requests.stream().filter(MessageThread.Standing::open).count();
        return List.of(
                new Block.Paragraph(Words.of(TEXTS.get("requests.count", requests.size(), open))),
                new Block.Table(
                        List.of(
                                TEXTS.get("evidence.entry"),
                                TEXTS.get("time.story"),
                                TEXTS.get("requests.what"),
                                TEXTS.get("requests.waited"),
                                TEXTS.get("requests.answer")),
                        List.of(17, 12, 35, 12, 24),
                        requests.stream().map(this::row).toList()));
    }

    private List<Words> row(MessageThread.Standing request) {
        Memory asked = request.request().entry();
        Message message = request.request().message();
        return List.of(
                source.entryLink(asked.seq()),
                Words.of(source.storyTime(asked.time().orElse(null))),
                Words.of(
                        Run.strong(TEXTS.get(
                                        "requests.parties",
                                        Happenings.party(source, message.from(), message),
                                        Happenings.party(source, message.to(), message))
                                + " "),
                        Run.plain(message.words().text())),
                Words.of(waited(request)),
                answer(request));
    }

    private String waited(MessageThread.Standing request) {
        ExerciseTime until =
                Optional.ofNullable(request.closed()).flatMap(Memory::time).orElse(end);
        return Lengths.of(Duration.ofNanos(request.waited(until).micros() * 1000));
    }

    private Words answer(MessageThread.Standing request) {
        Memory closed = request.closed();
        if (closed == null) {
            return Words.of(Run.strong(TEXTS.get("requests.open")));
        }
        String text = closed.fact() instanceof Message message ? message.words().text() : "";
        return Words.of(
                Run.plain((closed.fact() instanceof Message.Declined
                                ? TEXTS.get("requests.declined", text)
                                : TEXTS.get("requests.answered", text))
                        + "\n"),
                Run.link(TEXTS.get("entry", closed.seq()), source.log(closed.seq())));
    }
}
