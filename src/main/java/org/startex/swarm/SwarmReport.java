package org.startex.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.startex.kernel.Texts;

/** What a swarm found. */
public final class SwarmReport {
    private static final int LABEL = 26;

    private final SwarmPlan plan;
    private final Tally tally;
    private final int streams;
    private final Duration lasted;
    private final Lateness live;
    private final Lateness warm;
    private final Lateness missed;
    private final Lateness own;
    private final long uncertainMicros;
    private final long lost;
    private final long doubled;
    private final Map<Trouble, Long> troubles;

    SwarmReport(
            SwarmPlan plan,
            Tally tally,
            int streams,
            Duration lasted,
            Lateness live,
            Lateness warm,
            Lateness missed,
            Lateness own,
            long uncertainMicros,
            long lost,
            long doubled) {
        this.plan = plan;
        this.tally = tally;
        this.streams = streams;
        this.lasted = lasted;
        this.live = live;
        this.warm = warm;
        this.missed = missed;
        this.own = own;
        this.uncertainMicros = uncertainMicros;
        this.lost = lost;
        this.doubled = doubled;
        this.troubles = tally.troubles();
    }

    /** How long after their due time injects were with players who were connected. */
    public Lateness live() {
        return live;
    }

    /** The same without each player's first half minute of injects, in which the program is still getting quick. */
    public Lateness warm() {
        return warm;
    }

    /** The same for injects that players had missed and got after they came back. */
    public Lateness missed() {
        return missed;
    }

    /** How late the machine of the swarm was itself. */
    public Lateness own() {
        return own;
    }

    /** How wrong the difference of the clocks may have been at the most, in milliseconds. */
    public double uncertainMillis() {
        return uncertainMicros / 1000.0;
    }

    /** How often players came back to the feed after a lost connection. */
    public long resumes() {
        return tally.resumes.sum();
    }

    /** Entries that are in the stream of a player's cell and never came to that player. */
    public long lost() {
        return lost;
    }

    /** Entries that came to a player again, though nothing had been asked for again. */
    public long doubled() {
        return doubled;
    }

    /** Everything else that must not happen: players who did not come in or were shut out, frames not in the protocol, acts without an answer. */
    public long errors() {
        return troubles.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many players came in. */
    public long joined() {
        return tally.joined.sum();
    }

    /** How often somebody who wanted to join was told to wait. */
    public long askedToWait() {
        return tally.askedToWait.sum();
    }

    /** How many acknowledgements are in the record. */
    public long acknowledged() {
        return tally.acknowledged.sum();
    }

    /** How many decisions are in the record. */
    public long decided() {
        return tally.decided.sum();
    }

    /** Whether nothing was lost or doubled, and no error happened. */
    public boolean good() {
        return lost == 0 && doubled == 0 && errors() == 0;
    }

    /** The table that people read, line by line. */
    public List<String> lines() {
        Texts texts = Texts.of("swarm");
        List<String> lines = new ArrayList<>();
        lines.add(row(
                texts.get("players"),
                texts.get("players.value", joined(), plan.players(), streams, lasted.toSeconds())));
        lines.add(row("", columns(texts.get("p50"), texts.get("p99"), texts.get("longest"))));
        lines.add(spread(texts, texts.get("live"), live, texts.get("of-injects", live.count())));
        if (warm.count() > 0) {
            lines.add(spread(texts, texts.get("warm"), warm, texts.get("of-injects", warm.count())));
        }
        lines.add(spread(texts, texts.get("missed"), missed, texts.get("of-injects", missed.count())));
        lines.add(spread(texts, texts.get("own"), own, ""));
        lines.add(row(texts.get("clocks"), texts.get("clocks.value", millis(texts, uncertainMillis()))));
        lines.add(row(
                texts.get("resumes"), texts.get("resumes.value", resumes(), tally.tooSlow.sum(), tally.gaps.sum())));
        lines.add(row(texts.get("lost"), texts.get("number", lost)));
        lines.add(row(texts.get("doubled"), texts.get("number", doubled)));
        lines.add(row(texts.get("errors"), texts.get("number", errors())));
        troubles.forEach((trouble, count) -> lines.add(row("", words(texts, trouble, count))));
        lines.add(row(texts.get("acts"), texts.get("acts.value", acknowledged(), decided(), tally.refused.sum())));
        if (askedToWait() > 0) {
            lines.add(row(texts.get("waits"), texts.get("number", askedToWait())));
        }
        return lines;
    }

    private static String words(Texts texts, Trouble trouble, long count) {
        return switch (trouble) {
            case NOT_JOINED -> texts.get("trouble.not-joined", count);
            case SHUT_OUT -> texts.get("trouble.shut-out", count);
            case NOT_IN_PROTOCOL -> texts.get("trouble.not-in-protocol", count);
            case UNANSWERED -> texts.get("trouble.unanswered", count);
            case AWAY -> texts.get("trouble.away", count);
            case UNCHECKED -> texts.get("trouble.unchecked", count);
        };
    }

    private static String spread(Texts texts, String label, Lateness of, String more) {
        if (of.count() == 0) {
            return row(label, texts.get("none"));
        }
        String figures =
                columns(millis(texts, of.millis(0.5)), millis(texts, of.millis(0.99)), millis(texts, of.millis(1)));
        return row(label, more.isEmpty() ? figures : figures + "  " + more);
    }

    private static String millis(Texts texts, double millis) {
        return texts.get("millis", millis);
    }

    private static String columns(String a, String b, String c) {
        return "%12s %12s %12s".formatted(a, b, c);
    }

    private static String row(String label, String value) {
        return (label + " ".repeat(Math.max(1, LABEL - label.length())) + value).stripTrailing();
    }
}
