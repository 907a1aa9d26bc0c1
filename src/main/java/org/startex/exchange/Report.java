package org.startex.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.startex.debrief.TempoAxis;
import org.startex.measures.SurvivalCurve;

/**
 * A document before it is written as a file: what it says, and nothing of how it looks.
 *
 * @param marking stands above and below every page
 */
record Report(String title, String subtitle, String marking, List<Block> blocks) {
    Report {
        blocks = List.copyOf(blocks);
    }

    /** A piece of a document. */
    sealed interface Block {
        /**
         * Stands above what follows.
         *
         * @param level 1 or 2
         */
        record Heading(int level, String text) implements Block {}

        record Paragraph(Words words) implements Block {}

        record Items(List<Words> items) implements Block {
            public Items {
                items = List.copyOf(items);
            }
        }

        /** Names and what they stand for, side by side. */
        record Facts(List<Fact> facts) implements Block {
            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /**
         * Rows below a head.
         *
         * @param widths of the columns, in parts of the whole
         */
        record Table(List<String> head, List<Integer> widths, List<List<Words>> rows) implements Block {
            public Table {
                head = List.copyOf(head);
                widths = List.copyOf(widths);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** Curves side by side, two in a row. */
        record Charts(List<Chart> charts) implements Block {
            public Charts {
                charts = List.copyOf(charts);
            }
        }
    }

    record Fact(String name, Words value) {}

    /**
     * What share of something was still open after each time.
     *
     * @param caption what it shows, in words: enough for those who cannot see it
     */
    record Chart(String title, String caption, TempoAxis axis, List<Line> lines) {
        Chart {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One curve of a chart.
     *
     * @param banded whether its interval is drawn too
     */
    record Line(String name, SurvivalCurve curve, boolean banded) {}

    /** Runs of text on one line or several. */
    record Words(List<Run> runs) {
        Words {
            runs = List.copyOf(runs);
        }

        static Words of(String text) {
            return new Words(List.of(Run.plain(text)));
        }

        static Words of(Run... runs) {
            return new Words(List.of(runs));
        }

        /** Everything that is said, without links. */
        String text() {
            return String.join("", runs.stream().map(Run::text).toList());
        }
    }

    /** Text that looks one way and leads to one place, if any. Line feeds begin new lines. */
    record Run(String text, Style style, Optional<URI> link) {
        static Run plain(String text) {
            return new Run(Printable.of(text), Style.PLAIN, Optional.empty());
        }

        static Run strong(String text) {
            return new Run(Printable.of(text), Style.STRONG, Optional.empty());
        }

        static Run quiet(String text) {
            return new Run(Printable.of(text), Style.QUIET, Optional.empty());
        }

        static Run code(String text) {
            return new Run(Printable.of(text), Style.CODE, Optional.empty());
        }

        static Run link(String text, URI to) {
            return new Run(Printable.of(text), Style.PLAIN, Optional.of(to));
        }
    }

    enum Style {
        PLAIN,
        STRONG,
        QUIET,
        /** Hashes and commands. */
        CODE
    }
}
