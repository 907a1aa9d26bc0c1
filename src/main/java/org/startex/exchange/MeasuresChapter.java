package org.startex.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startex.conduct.AcknowledgementTimes;
import org.startex.conduct.Delivered;
import org.startex.debrief.Tempo;
import org.startex.debrief.TempoAxis;
import org.startex.debrief.TempoWords;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Chart;
import org.startex.exchange.Report.Line;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.CellCode;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;

/** The chapter on measures: how soon cells acknowledged and answered, in numbers and as curves, and how each inject fared. */
final class MeasuresChapter {
    private static final Texts TEXTS = Texts.of("exchange");

    private final Source source;
    private final Tempo tempo;
    private final Instant end;

    /** @param end ENDEX, or now while play goes on */
    MeasuresChapter(Source source, Tempo tempo, Instant end) {
        this.source = source;
        this.tempo = tempo;
        this.end = end;
    }

    List<Block> compose() {
        if (source.play().delivered().isEmpty()) {
            return List.of(paragraph(TEXTS.get("measures.none")));
        }
        List<Block> blocks = new ArrayList<>();
        if (tempo.overall().acknowledged().n() == 0) {
            blocks.add(paragraph(TEXTS.get("measures.nobody")));
        } else {
            blocks.add(paragraph(TEXTS.get("measures.how")));
            blocks.add(cells());
            blocks.add(paragraph(TempoWords.method()));
        }
        if (tempo.unattended() > 0) {
            blocks.add(paragraph(TempoWords.unattended(tempo)));
        }
        if (tempo.overall().acknowledged().n() > 0) {
            blocks.add(paragraph(TEXTS.get("chart.how")));
            TempoAxis axis = TempoAxis.of(tempo);
            blocks.add(
                    new Block.Charts(measured().map(cell -> chart(cell, axis)).toList()));
        }
        blocks.add(new Block.Heading(2, TEXTS.get("measures.by-inject")));
        blocks.add(paragraph(TEXTS.get("measures.by-inject.how")));
        blocks.add(injects());
        return blocks;
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(Words.of(text));
    }

    /** All cells together, and each to which something was sent. */
    private Stream<Tempo.OfCell> measured() {
        return Stream.concat(
                Stream.of(tempo.overall()),
                tempo.cells().stream().filter(cell -> cell.acknowledged().n() > 0));
    }

    private String name(Tempo.OfCell cell) {
        CellCode code = cell.cell();
        return code == null ? TEXTS.get("measures.all-cells") : source.cell(code);
    }

    private Block cells() {
        return new Block.Table(
                Stream.of(
                                "measures.cell",
                                "measures.injects",
                                "measures.acknowledged",
                                "measures.half-acknowledged",
                                "measures.answered",
                                "measures.half-answered")
                        .map(TEXTS::get)
                        .toList(),
                List.of(24, 9, 15, 19, 14, 19),
                measured()
                        .map(cell -> Stream.of(
                                        name(cell),
                                        Integer.toString(cell.acknowledged().n()),
                                        TempoWords.done(cell.acknowledged()),
                                        TempoWords.half(cell, cell.acknowledged()),
                                        TempoWords.done(cell.decided()),
                                        TempoWords.half(cell, cell.decided()))
                                .map(Words::of)
                                .toList())
                        .toList());
    }

    private Chart chart(Tempo.OfCell cell, TempoAxis axis) {
        return new Chart(
                name(cell),
                TEXTS.get(
                        "chart.caption",
                        TempoWords.done(cell.acknowledged()),
                        TempoWords.half(cell, cell.acknowledged()),
                        TempoWords.done(cell.decided()),
                        TempoWords.half(cell, cell.decided())),
                axis,
                List.of(
                        new Line(TEXTS.get("chart.acknowledgement"), cell.acknowledged(), cell.claims()),
                        new Line(TEXTS.get("chart.decision"), cell.decided(), false)));
    }

    private Block injects() {
        return new Block.Table(
                Stream.of(
                                "measures.inject",
                                "measures.asked",
                                "measures.acknowledged",
                                "measures.open",
                                "measures.median")
                        .map(TEXTS::get)
                        .toList(),
                List.of(48, 12, 16, 10, 14),
                source.play().delivered().stream()
                        .map(inject -> injectRow(inject, AcknowledgementTimes.of(source.play(), inject, end)))
                        .toList());
    }

    private List<Words> injectRow(Delivered inject, AcknowledgementTimes times) {
        return List.of(
                Words.of(
                        Run.link(inject.number().value(), source.log(inject.seq())),
                        Run.plain(" " + inject.words().title())),
                Words.of(Integer.toString(times.asked())),
                Words.of(Integer.toString(times.acknowledged())),
                Words.of(Integer.toString(times.open())),
                Words.of(times.median().map(Lengths::of).orElseGet(() -> TEXTS.get("measures.no-median"))));
    }
}
