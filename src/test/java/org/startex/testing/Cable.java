package org.startex.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network cable to a port of this machine that can be pulled: open connections break and new ones are refused, until it is plugged in again. */
public final class Cable implements AutoCloseable {
    private final int to;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    public Cable(int to) {
        try {
            this.to = to;
            this.end = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The port at this end. */
    public int port() {
        return end.getLocalPort();
    }

    public void pull() {
        pulled = true;
        open.forEach(Cable::drop);
    }

    public void plugIn() {
        pulled = false;
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket here = end.accept();
                if (pulled) {
                    drop(here);
                } else {
                    connect(here);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket here) {
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(here);
            open.add(there);
            Thread.ofVirtual().start(() -> carry(here, there));
            Thread.ofVirtual().start(() -> carry(there, here));
        } catch (IOException refused) {
            drop(here);
        }
    }

    private void carry(Socket from, Socket into) {
        try {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException broken) {
            // both ends are dropped below, as on any end
        } finally {
            open.remove(from);
            drop(from);
            drop(into);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // it is closed all the same
        }
    }

    @Override
    public void close() {
        pull();
        try {
            end.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
