package org.startex.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.RecordService;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.people.SignedInPerson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a controller's screen does, without the screen: one line of JSON asks, one answers, over loopback. It calls the same services as the
 * screens, as the demonstration director. It is put on the program's class path by {@link CrashProgram} and is in no artifact.
 */
@Component
@ConditionalOnProperty("crash.staff-port")
class StaffDesk {
    private final ConductService conduct;
    private final JoiningService joining;
    private final RecordService records;
    private final UserDetailsService accounts;
    private final int port;
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile @Nullable Caller director;

    StaffDesk(
            ConductService conduct,
            JoiningService joining,
            RecordService records,
            UserDetailsService accounts,
            @Value("${crash.staff-port}") int port) {
        this.conduct = conduct;
        this.joining = joining;
        this.records = records;
        this.accounts = accounts;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("staff-desk").start(() -> receive(door));
    }

    private void receive(ServerSocket door) {
        while (true) {
            try {
                Socket visitor = door.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(visitor.getOutputStream(), StandardCharsets.UTF_8)) {
            String line = in.readLine();
            while (line != null) {
                out.write(json.writeValueAsString(answer(json.readTree(line))) + "\n");
                out.flush();
                line = in.readLine();
            }
        } catch (IOException gone) {
            // the visitor has left
        }
    }

    private ObjectNode answer(JsonNode ask) {
        ObjectNode answer = json.createObjectNode();
        try {
            return act(ask, answer);
        } catch (Exception away) {
            return answer.put("away", away.toString());
        }
    }

    private Caller director() {
        Caller known = director;
        if (known == null) {
            known = ((SignedInPerson) accounts.loadUserByUsername("director")).caller();
            director = known;
        }
        return known;
    }

    private ObjectNode act(JsonNode ask, ObjectNode answer) throws Exception {
        Caller caller = director();
        String act = ask.get("act").asString();
        if (act.equals("plan")) {
            return answer.put(
                    "exercise",
                    conduct.plan(caller, ask.get("scenario").asString(), "Crash", Instant.EPOCH)
                            .toString());
        }
        ExerciseId exercise = ExerciseId.of(ask.get("exercise").asString());
        switch (act) {
            case "codes" -> {
                joining.codes(caller, exercise).stream()
                        .filter(code -> code.cell() != null)
                        .forEach(code -> answer.put(String.valueOf(code.cell()), code.code()));
                return answer;
            }
            case "state" -> {
                Exercise state = conduct.exercise(caller, exercise);
                return answer.put("state", state.word())
                        .put("head", records.head(caller, exercise))
                        .put(
                                "pending",
                                state.content().map(p -> p.pending().size()).orElse(0));
            }
            case "export" -> {
                try (Writer out =
                        Files.newBufferedWriter(Path.of(ask.get("file").asString()))) {
                    records.export(caller, exercise, out);
                } catch (UncheckedIOException full) {
                    throw full.getCause();
                }
                return answer.put("exported", true);
            }
            default -> {
                ClientId id = ClientId.of(ask.get("clientId").asString());
                Answer said = submit(act, caller, exercise, id, ask).get(20, TimeUnit.SECONDS);
                return switch (said) {
                    case Answer.Done done -> answer.put("done", done.seq());
                    case Answer.Refused refused ->
                        answer.put("refused", refused.reason().code());
                };
            }
        }
    }

    private CompletableFuture<Answer> submit(
            String act, Caller caller, ExerciseId exercise, ClientId id, JsonNode ask) {
        return switch (act) {
            case "start" -> conduct.start(caller, exercise, id);
            case "pause" -> conduct.pause(caller, exercise, id, ask.get("text").asString());
            case "resume" -> conduct.resume(caller, exercise, id);
            case "pace" ->
                conduct.changePace(
                        caller, exercise, id, new Pace(ask.get("percent").asInt()));
            case "send" ->
                conduct.send(
                        caller, exercise, id, new InjectNumber(ask.get("number").asString()));
            case "adhoc" ->
                conduct.sendAdHoc(
                        caller,
                        exercise,
                        id,
                        new AdHocInject(
                                "Ad hoc",
                                "Crash",
                                List.of(Addressee.of(ask.get("to").asString())),
                                Channel.RADIO,
                                ask.get("text").asString()));
            case "end" -> conduct.end(caller, exercise, id, ask.get("text").asString());
            case "seal" -> conduct.seal(caller, exercise, id);
            default -> throw new IllegalArgumentException(act);
        };
    }
}
