package org.startex.swarm;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * The least that could do what a hall needs: a scheduled executor that fires each second, and a loop that writes the same frame to every socket of a plain Tomcat. It
 * keeps nothing, checks nothing and tells nobody of acknowledgements, but answers them. It speaks as much of the protocol as the swarm needs.
 */
final class BareServer {
    private static final String TEXT =
            "We have six at Saltmarsh Haven on home oxygen. ".repeat(14).strip();
    private static final String EXERCISE = "6f2c1f0e-4a2f-4a6e-9b57-0d6a0f2f9d10";
    private static final String YOU =
            "\"you\":{\"participant\":\"0b9d6c4e-8d0e-4f0e-8f57-0c9b7a6f1e11\",\"cell\":{\"code\":\"all\",\"title\":\"All\"},\"admitted\":true}";

    private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();
    private static final List<String> FRAMES = new CopyOnWriteArrayList<>();

    private BareServer() {}

    /** Serves until the standard input ends. Arguments: port, cells, injects. */
    public static void main(String[] arguments) throws Exception {
        int cells = Integer.parseInt(arguments[1]);
        int injects = Integer.parseInt(arguments[2]);
        tomcat(Integer.parseInt(arguments[0]));
        System.out.println("CODES " + "CODE,".repeat(cells - 1) + "CODE");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("start")) {
                schedule(timer, cells, injects);
            } else {
                tell(
                        "{\"type\":\"entry\",\"seq\":%1$d,\"coversFrom\":%1$d,\"kind\":\"ended\",\"at\":null,\"recordedAt\":\"%2$s\",\"by\":null,\"mine\":false,\"body\":{}}"
                                .formatted(FRAMES.size() + 1, Instant.now()));
            }
            System.out.println("DONE " + order);
        }
        System.exit(0);
    }

    private static void schedule(ScheduledExecutorService timer, int cells, int injects) {
        Instant begun = Instant.now();
        for (int i = 1; i <= injects; i++) {
            int number = i;
            Instant due = begun.plusSeconds(4L + i);
            timer.schedule(
                    () -> tell(inject(number, cells, due)),
                    Duration.between(Instant.now(), due).toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    private static String inject(int number, int cells, Instant due) {
        Instant now = Instant.now();
        StringBuilder to = new StringBuilder();
        for (int i = 1; i <= cells; i++) {
            to.append(i == 1 ? "" : ",").append("\"Cell %02d\"".formatted(i));
        }
        return "{\"type\":\"entry\",\"seq\":%1$d,\"coversFrom\":%1$d,\"kind\":\"inject\",\"at\":0,\"recordedAt\":\"%2$s\",\"by\":null,\"mine\":false,\"body\":{\"number\":\"%1$d\",\"title\":\"Inject %1$d\",\"from\":\"Control\",\"to\":[%3$s],\"channel\":\"radio\",\"html\":\"<p>%4$s</p>\",\"attachments\":[],\"latenessMicros\":%5$d,\"acknowledged\":null}}"
                .formatted(number, now.truncatedTo(ChronoUnit.MICROS), to, TEXT, ChronoUnit.MICROS.between(due, now));
    }

    private static void tell(String frame) {
        FRAMES.add(frame);
        for (Session session : SESSIONS) {
            send(session, frame);
        }
    }

    private static void send(Session session, String frame) {
        try {
            synchronized (session) {
                session.getBasicRemote().sendText(frame);
            }
        } catch (IOException | RuntimeException gone) {
            SESSIONS.remove(session);
        }
    }

    /** A page's connection. */
    private static final class Pages extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxIdleTimeout(0);
            session.addMessageHandler(String.class, frame -> understand(session, frame));
        }

        private static void understand(Session session, String frame) {
            if (frame.contains("\"acknowledge\"")) {
                String id = frame.replaceFirst(".*\"clientId\":\"([^\"]*)\".*", "$1");
                send(session, "{\"type\":\"done\",\"clientId\":\"" + id + "\",\"seq\":1}");
            } else if (frame.contains("\"resume\"")) {
                int last = Integer.parseInt(frame.replaceFirst(".*\"lastSeq\":(\\d+).*", "$1"));
                synchronized (session) {
                    SESSIONS.remove(session);
                    send(session, "{\"type\":\"welcome\"," + YOU + ",\"state\":\"running\"}");
                    send(
                            session,
                            "{\"type\":\"clock\",\"serverNow\":\""
                                    + Instant.now().truncatedTo(ChronoUnit.MICROS) + "\"}");
                    int upTo = FRAMES.size();
                    FRAMES.subList(last, upTo).forEach(missed -> send(session, missed));
                    send(session, "{\"type\":\"upTo\",\"seq\":" + upTo + "}");
                    SESSIONS.add(session);
                }
            }
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            SESSIONS.remove(session);
        }
    }

    /** Lets everybody in. */
    private static final class Joining extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter()
                    .print("{\"exercise\":\"" + EXERCISE
                            + "\",\"cell\":{\"code\":\"all\"},\"participant\":\"p\",\"token\":\"t\"}");
        }
    }

    private static void tomcat(int port) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-").toString());
        tomcat.setPort(port);
        tomcat.getConnector();
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "joining", new Joining());
        context.addServletMappingDecoded("/", "joining");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        tomcat.start();
        ServerContainer container =
                (ServerContainer) context.getServletContext().getAttribute(ServerContainer.class.getName());
        container.addEndpoint(ServerEndpointConfig.Builder.create(Pages.class, "/ws/feed")
                .subprotocols(List.of("startex.feed.v1"))
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
    }
}
