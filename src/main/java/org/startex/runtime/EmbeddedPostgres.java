package org.startex.runtime;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.security.*;
import java.sql.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.*;
import org.tukaani.xz.XZInputStream;

/** Minimal embedded PostgreSQL launcher on top of zonky's binaries jar: durable defaults, scram, loopback only, root-safe, crash-safe. */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that owns the cluster; the program itself connects as a lesser one. */
    public static final String OWNER = "startex_owner";

    private final Path home, bin, data;
    private final int port;
    private final String password;
    private final List<String> prefix;
    private final boolean owner;

    private EmbeddedPostgres(Path home, Path bin, Path data, int port, String pw, List<String> prefix, boolean owner) {
        this.home = home;
        this.bin = bin;
        this.data = data;
        this.port = port;
        this.password = pw;
        this.prefix = prefix;
        this.owner = owner;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public boolean startedHere() {
        return owner;
    }

    public String jdbcUrl(String db) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + db;
    }

    public static EmbeddedPostgres start(Path home, int wantedPort) throws Exception {
        Files.createDirectories(home);
        home = home.toRealPath();
        Path bin = extract(home.resolve("pg-bin")), data = home.resolve("pg-data"), pwf = home.resolve("pg-password");
        if (!Files.exists(pwf)) {
            byte[] r = new byte[24];
            new SecureRandom().nextBytes(r);
            Files.createFile(pwf, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(pwf, HexFormat.of().formatHex(r));
        }
        String pw = Files.readString(pwf).trim();
        List<String> prefix = prefix(home);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            Path tmp = home.resolve("pg-data.init");
            deleteTree(tmp); // initdb into a side directory, then rename: a crash in initdb never leaves half a cluster
            run(
                    prefix,
                    home,
                    120,
                    bin.resolve("bin/initdb").toString(),
                    "-D",
                    tmp.toString(),
                    "-U",
                    OWNER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + pwf,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"); // builtin provider: same collation on every OS
            Files.move(tmp, data, StandardCopyOption.ATOMIC_MOVE);
        }
        Path pid = data.resolve("postmaster.pid");
        if (Files.exists(pid)) {
            List<String> l = Files.readAllLines(pid);
            long p = Long.parseLong(l.get(0).trim());
            switch (state(p, data)) {
                case OURS -> {
                    EmbeddedPostgres s = new EmbeddedPostgres(
                            home, bin, data, Integer.parseInt(l.get(3).trim()), pw, prefix, false);
                    s.await(Duration.ofSeconds(20));
                    return s;
                } // JVM was killed, server survived: reattach
                case FOREIGN -> {
                    Thread.sleep(2000);
                    Files.deleteIfExists(pid);
                } // zombie, or the pid now belongs to another program: postgres itself would refuse to start; give
                // orphaned backends time to exit
                case GONE -> {} // plain stale file: postgres recovers by itself (and checks its shared memory block)
            }
        }
        int port = wantedPort > 0 ? wantedPort : freePort();
        run(
                prefix,
                home,
                70,
                bin.resolve("bin/pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                home.resolve("pg.log").toString(),
                "-w",
                "-t",
                "60",
                "-o",
                "-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 -c timezone=UTC -c log_min_duration_statement=1000",
                "start");
        EmbeddedPostgres s = new EmbeddedPostgres(home, bin, data, port, pw, prefix, true);
        s.await(Duration.ofSeconds(20));
        return s;
    }

    @Override
    public void close() throws Exception {
        run(
                prefix,
                home,
                70,
                bin.resolve("bin/pg_ctl").toString(),
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "60",
                "stop");
    }

    private void await(Duration d) throws Exception {
        long end = System.nanoTime() + d.toNanos();
        SQLException last = null;
        while (System.nanoTime() < end) {
            try (Connection c = DriverManager.getConnection(jdbcUrl("postgres"), OWNER, password)) {
                return;
            } catch (SQLException e) {
                last = e;
                Thread.sleep(50);
            }
        }
        throw last;
    }

    private enum State {
        OURS,
        FOREIGN,
        GONE
    }

    private static State state(long p, Path data) {
        try {
            if (Files.exists(Path.of("/proc/self/stat"))) {
                Path st = Path.of("/proc/" + p + "/stat");
                if (!Files.exists(st)) return State.GONE;
                String s = Files.readString(st);
                if (s.substring(s.lastIndexOf(')') + 2).startsWith("Z")) return State.FOREIGN;
                return Files.readString(Path.of("/proc/" + p + "/cmdline")).contains(data.toString())
                        ? State.OURS
                        : State.FOREIGN;
            }
            return ProcessHandle.of(p)
                    .filter(ProcessHandle::isAlive)
                    .map(h -> h.info().command().orElse("").contains("postgres") ? State.OURS : State.FOREIGN)
                    .orElse(State.GONE);
        } catch (IOException e) {
            return State.GONE;
        }
    }
    /** postgres refuses uid 0: run it in a user namespace where we are "nobody" (files stay owned by root outside). */
    private static List<String> prefix(Path home) throws Exception {
        if (!"root".equals(System.getProperty("user.name"))) return List.of();
        if (works("unshare", "-U", "true")) return List.of("unshare", "-U");
        List<String> drop = List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--"); // containers whose seccomp profile forbids user namespaces
        List<String> probe = new ArrayList<>(drop);
        probe.addAll(List.of("test", "-x", home.toString()));
        if (works(probe.toArray(String[]::new))) {
            try (var w = Files.walk(home)) {
                for (Path f : w.toList()) Files.setAttribute(f, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
            }
            return drop;
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root; neither 'unshare -U' nor 'setpriv' (needs a data directory reachable for uid 65534) works here. Run as an ordinary user or set spring.datasource.url");
    }

    private static boolean works(String... c) {
        try {
            return new ProcessBuilder(c)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Path extract(Path base) throws Exception {
        String res = resource();
        byte[] all;
        try (InputStream in = EmbeddedPostgres.class.getResourceAsStream(res)) {
            if (in == null) throw new FileNotFoundException(res);
            all = in.readAllBytes();
        }
        Path dir = base.resolve(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 8));
        if (Files.exists(dir)) return dir;
        Path tmp = Files.createDirectories(base)
                .resolve("tmp-" + ProcessHandle.current().pid());
        deleteTree(tmp);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(all)))) {
            TarArchiveEntry e;
            while ((e = tar.getNextEntry()) != null) {
                Path t = tmp.resolve(e.getName()).normalize();
                if (!t.startsWith(tmp)) throw new IOException(e.getName());
                if (e.isDirectory()) Files.createDirectories(t);
                else {
                    Files.createDirectories(t.getParent());
                    if (e.isSymbolicLink()) Files.createSymbolicLink(t, Path.of(e.getLinkName()));
                    else {
                        Files.copy(tar, t, StandardCopyOption.REPLACE_EXISTING);
                        if ((e.getMode() & 0100) != 0) t.toFile().setExecutable(true, false);
                    }
                }
            }
        }
        Files.move(tmp, dir, StandardCopyOption.ATOMIC_MOVE);
        return dir;
    }

    private static String resource() {
        String os = System.getProperty("os.name").toLowerCase(), a = System.getProperty("os.arch");
        String arch = a.equals("amd64") || a.equals("x86_64") ? "x86_64" : "arm_64";
        if (os.contains("mac")) return "/postgres-darwin-" + arch + ".txz";
        if (os.contains("win")) return "/postgres-windows-x86_64.txz";
        return Files.exists(Path.of("/etc/alpine-release"))
                ? "/postgres-linux-" + arch + "-alpine_linux.txz"
                : "/postgres-linux-" + arch + ".txz";
    }

    private static void run(List<String> prefix, Path cwd, int sec, String... cmd) throws Exception {
        List<String> c = new ArrayList<>(prefix);
        c.addAll(List.of(cmd));
        Path out = Files.createTempFile("pg-", ".out");
        try {
            Process p = new ProcessBuilder(c)
                    .directory(cwd.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!p.waitFor(sec, TimeUnit.SECONDS)) {
                p.destroyForcibly();
                throw new IOException("timeout: " + c);
            }
            if (p.exitValue() != 0) throw new IOException(c + " -> " + p.exitValue() + "\n" + Files.readString(out));
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return s.getLocalPort();
        }
    }

    private static void deleteTree(Path p) throws IOException {
        if (!Files.exists(p)) return;
        try (var w = Files.walk(p)) {
            for (Path f : w.sorted(Comparator.reverseOrder()).toList()) Files.delete(f);
        }
    }
}
