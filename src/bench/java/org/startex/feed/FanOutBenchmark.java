package org.startex.feed;

import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.startex.conduct.Conduct;
import org.startex.conduct.DeliveredWords;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExercisePlanned;
import org.startex.conduct.Grace;
import org.startex.conduct.InjectSent;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Actor;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;

/**
 * One inject to a thousand pages, from the hint until the last page has it: the feed with its sockets in Tomcat, against a loop that writes as many
 * bytes to as many plain sockets. Both in turn in the same run, clients in the same process. Prints medians, 99th percentiles and their ratio.
 */
final class FanOutBenchmark {
    private static final int PAGES = Integer.getInteger("pages", 1000);
    private static final int WARM_UP = Integer.getInteger("warmUp", 50);
    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    private static final CellCode CELL = new CellCode("rest-centre");
    private static final String TEXT = "We have six at Saltmarsh Haven on home oxygen. ".repeat(14);

    /** The record of the benchmark, in memory. */
    private static final class Story implements ExerciseFeed.Reading {
        private final ExerciseId exercise = ExerciseId.random();
        private final List<LedgerEntry> entries = new ArrayList<>();

        synchronized void add(Audience audience, Fact fact) {
            long seq = entries.size() + 1L;
            entries.add(new LedgerEntry(
                    exercise, seq, Instant.EPOCH, Instant.EPOCH, null, Actor.PROGRAM, audience, "", fact, ""));
        }

        @Override
        public synchronized List<LedgerEntry> after(long seq, int limit) {
            int from = (int) seq;
            return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
        }
    }

    /** Reads what comes to many plain sockets, and counts the bytes of each. */
    private static final class Readers extends Thread {
        private final Selector selector = Selector.open();
        private volatile CountDownLatch latch = new CountDownLatch(0);
        private volatile long each;

        Readers() throws IOException {
            setDaemon(true);
        }

        void add(SocketChannel channel) throws IOException {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new long[1]);
        }

        /** The next round: each socket is to get so many bytes. */
        CountDownLatch expect(long bytes) {
            selector.keys().forEach(key -> ((long[]) key.attachment())[0] = 0);
            each = bytes;
            CountDownLatch next = new CountDownLatch(selector.keys().size());
            latch = next;
            return next;
        }

        @Override
        public void run() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
            try {
                while (true) {
                    selector.select(key -> read(key, buffer));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void read(SelectionKey key, ByteBuffer buffer) {
            try {
                buffer.clear();
                long[] had = (long[]) key.attachment();
                long before = had[0];
                had[0] += Math.max(0, ((SocketChannel) key.channel()).read(buffer));
                if (before < each && had[0] >= each) {
                    latch.countDown();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Attaches each session as the page of the next participant. */
    private static final class Pages extends Endpoint {
        private static Story story = new Story();
        private static List<ParticipantId> players = List.of();
        private static ExerciseFeed feed;
        private static final AtomicInteger NEXT = new AtomicInteger();

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxIdleTimeout(0);
            session.addMessageHandler(String.class, text -> {});
            ParticipantId player = players.get(NEXT.getAndIncrement());
            FeedSocket socket = new FeedSocket(
                    session,
                    new Caller.Joined(story.exercise, player),
                    "",
                    new ParticipantName(player, "P", ""),
                    false,
                    false,
                    true);
            feed.attach(socket);
            feed.resume(socket, players.size() + 1L);
        }
    }

    private FanOutBenchmark() {}

    /** Runs it; system properties {@code pages}, {@code warmUp} and {@code rounds}. */
    public static void main(String[] arguments) throws Exception {
        Story story = story();
        // No grid in the way of what is measured: the beat of the feed is a day.
        FeedRhythm still = new FeedRhythm(
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                Duration.ofDays(1));
        Pages.feed = new ExerciseFeed(
                story.exercise, story, id -> Map.of(), InstantSource.system(), still, socket -> {}, () -> false);
        Thread.ofVirtual().start(Pages.feed);
        Tomcat tomcat = tomcat();
        Readers pages = connectPages(tomcat.getConnector().getLocalPort());
        List<SocketChannel> plain = new ArrayList<>();
        Readers readers = connectPlain(plain);

        LedgerEntry sample = inject(story);
        int frame = frameLength(sample, story);
        ByteBuffer bytes = ByteBuffer.allocateDirect(frame);
        List<Double> feed = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        // The sample went out as well; the first round of the feed carries it off.
        Pages.feed.hint();
        Thread.sleep(2000);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double throughFeed = throughFeed(story, pages, frame);
            double throughLoop = throughLoop(plain, readers, bytes);
            if (round >= WARM_UP) {
                feed.add(throughFeed);
                raw.add(throughLoop);
            }
        }
        print(frame, feed, raw);
        System.exit(0);
    }

    private static Story story() {
        Story story = new Story();
        Plan plan = new Plan(
                "bench",
                "",
                "Bench",
                "",
                "live",
                "",
                "OFFICIAL",
                "BENCH",
                LocalDateTime.of(2026, 5, 14, 9, 0),
                ZoneId.of("Europe/London"),
                ExerciseTime.minutes(180),
                List.of(),
                List.of(new Place(CELL, "Rest centre", List.of())),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                null,
                List.of(),
                null,
                null,
                List.of());
        story.add(Audience.STAFF, new ExercisePlanned("bench", "", Grace.USUAL, plan));
        List<ParticipantId> players = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            ParticipantId player = ParticipantId.random();
            players.add(player);
            story.add(
                    Audience.STAFF,
                    new ParticipantJoined(player, ExerciseRole.PLAYER, CELL, "", true, "Player " + i, ""));
        }
        Pages.story = story;
        Pages.players = players;
        return story;
    }

    private static LedgerEntry inject(Story story) {
        Addressee cell = new Addressee(CELL, "");
        story.add(
                Audience.cell(CELL),
                new InjectSent(
                        new InjectNumber("1"),
                        Channel.PHONE,
                        List.of(cell),
                        false,
                        new DeliveredWords("Six residents need oxygen", "Ambulance control", TEXT, List.of())));
        return story.after(story.entries.size() - 1L, 1).getFirst();
    }

    /** The bytes of one frame as they go over the network; sequences stay at four figures, so that every frame is as long. */
    private static int frameLength(LedgerEntry entry, Story story) {
        Exercise state = new Exercise.Unplanned(story.exercise);
        for (LedgerEntry each : story.after(0, Integer.MAX_VALUE)) {
            state = Conduct.evolve(state, each);
        }
        String text = PlayersEntry.of(entry, state.content().orElseThrow(), id -> "")
                .orElseThrow()
                .frame(entry.seq(), false, null);
        return text.getBytes(StandardCharsets.UTF_8).length + 4;
    }

    private static double throughFeed(Story story, Readers pages, int frame) throws InterruptedException {
        CountDownLatch all = pages.expect(frame);
        long start = System.nanoTime();
        inject(story);
        Pages.feed.hint();
        await(all);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double throughLoop(List<SocketChannel> plain, Readers readers, ByteBuffer bytes)
            throws IOException, InterruptedException {
        CountDownLatch all = readers.expect(bytes.capacity());
        long start = System.nanoTime();
        for (SocketChannel channel : plain) {
            bytes.clear();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        await(all);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void await(CountDownLatch all) throws InterruptedException {
        if (!all.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(all.getCount() + " pages got nothing");
        }
    }

    private static Tomcat tomcat() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("fan-out-").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("maxConnections", "20000");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "none", new HttpServlet() {});
        context.addServletMappingDecoded("/", "none");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        tomcat.start();
        ServerContainer container =
                (ServerContainer) context.getServletContext().getAttribute(ServerContainer.class.getName());
        container.addEndpoint(ServerEndpointConfig.Builder.create(Pages.class, "/feed")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Pages());
                    }

                    @Override
                    public List<Extension> getNegotiatedExtensions(
                            List<Extension> installed, List<Extension> requested) {
                        return List.of();
                    }
                })
                .build());
        return tomcat;
    }

    private static Readers connectPages(int port) throws Exception {
        Readers readers = new Readers();
        String request = "GET /feed HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        for (int i = 0; i < PAGES; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            readers.add(channel);
        }
        readers.start();
        while (Pages.NEXT.get() < PAGES) {
            Thread.sleep(50);
        }
        return readers;
    }

    private static Readers connectPlain(List<SocketChannel> plain) throws IOException {
        Readers readers = new Readers();
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), PAGES)) {
            for (int i = 0; i < PAGES; i++) {
                readers.add(SocketChannel.open(server.getLocalAddress()));
                SocketChannel accepted = server.accept();
                accepted.configureBlocking(false);
                plain.add(accepted);
            }
        }
        readers.start();
        return readers;
    }

    private static void print(int frame, List<Double> feed, List<Double> raw) {
        System.out.printf("%d pages, %d rounds, frames of %d bytes%n", PAGES, ROUNDS, frame);
        System.out.printf("feed       median %6.1f ms   99%% %6.1f ms%n", at(feed, 0.5), at(feed, 0.99));
        System.out.printf("raw loop   median %6.1f ms   99%% %6.1f ms%n", at(raw, 0.5), at(raw, 0.99));
        System.out.printf(
                "ratio      median %6.2f      99%% %6.2f%n",
                at(feed, 0.5) / at(raw, 0.5), at(feed, 0.99) / at(raw, 0.99));
    }

    private static double at(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
