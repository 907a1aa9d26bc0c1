package org.startex.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The visitor's end of the {@link StaffDesk}. For one thread. */
final class StaffLine implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final Writer out;

    StaffLine(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        socket.setSoTimeout(30_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws IOException if the program went away before it answered: the act may have happened or not
     */
    JsonNode ask(ObjectNode question) throws IOException {
        out.write(JSON.writeValueAsString(question) + "\n");
        out.flush();
        String line = in.readLine();
        if (line == null) {
            throw new IOException("no answer");
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
