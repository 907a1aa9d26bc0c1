package org.startex.runtime;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startex.kernel.Texts;
import org.startex.swarm.Swarm;
import org.startex.swarm.SwarmPlan;
import org.startex.swarm.SwarmRefused;
import org.startex.swarm.SwarmReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Fills an exercise with simulated players, to try a venue's network before the day. */
@Command(name = "swarm", mixinStandardHelpOptions = true, sortOptions = false)
final class SwarmCommand implements Callable<Integer> {
    private static final Duration TO_FINISH = Duration.ofMinutes(2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", required = true)
    @SuppressWarnings("NullAway.Init")
    private URI url;

    @Option(names = "--code", paramLabel = "CODE", required = true, split = ",")
    @SuppressWarnings("NullAway.Init")
    private List<String> codes;

    @Option(names = "--players", paramLabel = "N", defaultValue = "100")
    private int players;

    @Option(names = "--join-over", paramLabel = "TIME", defaultValue = "30s", converter = Span.class)
    @SuppressWarnings("NullAway.Init")
    private Duration joinOver;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "5m", converter = Span.class)
    @SuppressWarnings("NullAway.Init")
    private Duration lasting;

    @Option(names = "--think", paramLabel = "TIME", defaultValue = "8s", converter = Span.class)
    @SuppressWarnings("NullAway.Init")
    private Duration think;

    @Option(names = "--acknowledge", paramLabel = "PERCENT", defaultValue = "20")
    private int acknowledge;

    @Option(names = "--decide", paramLabel = "PERCENT", defaultValue = "2")
    private int decide;

    @Option(names = "--drop", paramLabel = "PERCENT", defaultValue = "0")
    private int drop;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    private final Texts texts = Texts.of("runtime");

    @Override
    public Integer call() throws InterruptedException {
        Swarm swarm = new Swarm(plan());
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(swarm, told));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            SwarmReport report = swarm.run(progress -> say(spec.commandLine().getErr(), progress.toString()));
            report.lines().forEach(line -> say(spec.commandLine().getOut(), line));
            return report.good() ? 0 : Program.PROBLEMS;
        } catch (SwarmRefused refused) {
            throw wrongUse(refused.said());
        } finally {
            told.countDown();
        }
    }

    /** Whoever presses Ctrl-C still learns what there was. */
    private static void stopAndWait(Swarm swarm, CountDownLatch told) {
        swarm.stop();
        try {
            told.await(TO_FINISH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private SwarmPlan plan() {
        String scheme = url.getScheme();
        check(("http".equals(scheme) || "https".equals(scheme)) && url.getHost() != null, "swarm.url", url.toString());
        check(players >= 1 && players <= SwarmPlan.MOST_PLAYERS, "swarm.players", SwarmPlan.MOST_PLAYERS);
        check(isPercent(acknowledge) && isPercent(decide) && isPercent(drop), "swarm.percent");
        check(think.isPositive(), "swarm.time");
        return new SwarmPlan(url, codes, players, joinOver, lasting, seed, acknowledge, decide, think, drop);
    }

    private static boolean isPercent(int value) {
        return value >= 0 && value <= 100;
    }

    private void check(boolean right, String text, Object... about) {
        if (!right) {
            throw wrongUse(texts.get(text, about));
        }
    }

    private ParameterException wrongUse(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }

    /** Times such as 500ms, 90s, 5m or 1h. */
    static final class Span implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

        @Override
        public Duration convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException(Texts.of("runtime").get("swarm.time"));
            }
            long count = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
    }
}
