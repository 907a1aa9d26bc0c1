package org.startex.swarm;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** A way to a server of this machine on which WebSocket frames from the server are swallowed, repeated or held up. */
final class MeddlingCable implements AutoCloseable {
    private static final int TEXT = 0x81;

    private final int to;
    private final ToIntFunction<String> copies;
    private final ServerSocket end;

    /** @param copies how often a text frame goes on: usually once. May take its time */
    MeddlingCable(int to, ToIntFunction<String> copies) {
        this.to = to;
        this.copies = copies;
        try {
            this.end = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return end.getLocalPort();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket here = end.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                Thread.ofPlatform().daemon().start(() -> carry(here, there, false));
                Thread.ofPlatform().daemon().start(() -> carry(there, here, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket into, boolean down) {
        try (from;
                into) {
            if (down) {
                down(from.getInputStream(), into.getOutputStream());
            } else {
                from.getInputStream().transferTo(into.getOutputStream());
            }
        } catch (IOException broken) {
            // both ends are closed, as on any end
        }
    }

    private void down(InputStream from, OutputStream into) throws IOException {
        // The same connection may have answered plain requests before.
        StringBuilder line = new StringBuilder();
        boolean switching = false;
        while (!(switching && line.toString().equals("\r\n"))) {
            if (line.toString().endsWith("\n")) {
                line.setLength(0);
            }
            int next = from.read();
            if (next < 0) {
                return;
            }
            line.append((char) next);
            into.write(next);
            switching |= line.toString().endsWith("HTTP/1.1 101");
            if (from.available() == 0) {
                into.flush();
            }
        }
        DataInputStream frames = new DataInputStream(from);
        while (true) {
            frame(frames, into);
        }
    }

    private void frame(DataInputStream from, OutputStream into) throws IOException {
        int first = from.readUnsignedByte();
        int length = from.readUnsignedByte();
        byte[] extended = new byte[length == 126 ? 2 : length == 127 ? 8 : 0];
        from.readFully(extended);
        long bytes = extended.length == 0 ? length : 0;
        for (byte b : extended) {
            bytes = (bytes << 8) | (b & 0xff);
        }
        byte[] payload = new byte[Math.toIntExact(bytes)];
        from.readFully(payload);
        int times = first == TEXT ? copies.applyAsInt(new String(payload, StandardCharsets.UTF_8)) : 1;
        for (int i = 0; i < times; i++) {
            into.write(first);
            into.write(length);
            into.write(extended);
            into.write(payload);
            into.flush();
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
