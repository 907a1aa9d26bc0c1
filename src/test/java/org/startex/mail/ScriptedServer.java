package org.startex.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test wants it to, and keeps what it was given. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, String> recipients = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile boolean hangsUpAfterMail;

    private ScriptedServer(ServerSocket door) {
        this.door = door;
        Thread.ofVirtual().start(this::listen);
    }

    public static ScriptedServer start() {
        try {
            return new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on this recipient is answered so, for instance {@code 550 mailbox unavailable}. */
    public ScriptedServer answers(String recipient, String answer) {
        recipients.put(recipient, answer);
        return this;
    }

    /** From now on a mail is taken, and the line cut before that is said. */
    public void hangsUpAfterMail(boolean does) {
        hangsUpAfterMail = does;
    }

    /** What was taken, whole. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT TO:")) {
                    String to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, recipients.getOrDefault(to, "250 ok"));
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    mails.add(mail(in));
                    if (hangsUpAfterMail) {
                        return;
                    }
                    say(out, "250 kept as " + mails.size());
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side has hung up
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
