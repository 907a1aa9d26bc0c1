package org.startex.runtime;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.Texts;

/** Makes a database ready for the program, or says why it is not. */
final class DatabasePreparation {
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePreparation.class);
    private static final String DATABASE = "startex";
    private static final String PROGRAM = "startex_app";
    private static final int OLDEST = 18;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** SQL states that waiting does not mend: wrong password, not let in, no such database. */
    private static final Set<String> HOPELESS = Set.of("28P01", "28000", "3D000", "42501");

    private DatabasePreparation() {}

    /**
     * Makes our own server ready: the database, and the program's role with a new password at each start, which is kept nowhere.
     */
    static DatabaseAccess inside(EmbeddedPostgres server) {
        return inside(server, DATABASE);
    }

    static DatabaseAccess inside(EmbeddedPostgres server, String database) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedPostgres.OWNER, server.ownerPassword());
                Statement statement = connection.createStatement()) {
            // A slow statement is logged, and this one holds a password.
            statement.execute("set log_min_duration_statement = -1");
            if (!holds(statement, "select true from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database);
            }
            if (!holds(statement, "select true from pg_roles where rolname = '" + PROGRAM + "'")) {
                statement.execute("create role " + PROGRAM);
            }
            statement.execute("alter role " + PROGRAM + " login password '" + password + "'");
        } catch (SQLException failure) {
            throw new StartProblem(failure, "database.not-prepared", failure.getMessage());
        }
        return new DatabaseAccess(
                server.jdbcUrl(database), PROGRAM, password, EmbeddedPostgres.OWNER, server.ownerPassword());
    }

    /** Waits for an external database for a bounded time, telling that it waits. */
    static DatabaseAccess outside(DatabaseAccess access) {
        return outside(access, PATIENCE);
    }

    static DatabaseAccess outside(DatabaseAccess access, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long nextWord = System.nanoTime();
        while (true) {
            try (Connection connection =
                    DriverManager.getConnection(limited(access.url()), access.owner(), access.ownerPassword())) {
                int version = connection.getMetaData().getDatabaseMajorVersion();
                if (version < OLDEST) {
                    throw new StartProblem("database.old", version, OLDEST);
                }
                return access;
            } catch (SQLException failure) {
                if (HOPELESS.contains(String.valueOf(failure.getSQLState()))) {
                    throw new StartProblem(
                            failure, "database.refuses", access.owner(), where(access), failure.getMessage());
                }
                if (System.nanoTime() > end) {
                    throw new StartProblem(
                            failure, "database.away", where(access), patience.toSeconds(), failure.getMessage());
                }
                if (System.nanoTime() >= nextWord) {
                    LOG.warn(Texts.of("runtime").get("database.waiting", where(access)));
                    nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
                }
                pause();
            }
        }
    }

    /** The record is protected from the program itself: its role may neither be superuser nor own a table. */
    static void refuseMightyRole(DatabaseAccess access) {
        try (Connection connection =
                        DriverManager.getConnection(limited(access.url()), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            if (holds(statement, "select rolsuper from pg_roles where rolname = current_user")) {
                throw new StartProblem("database.superuser", access.user());
            }
            if (holds(
                    statement,
                    "select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                            + " where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member'))")) {
                throw new StartProblem("database.owns-tables", access.user());
            }
            if (!holds(statement, "select pg_has_role(current_user, '" + PROGRAM + "', 'usage')")) {
                throw new StartProblem("database.not-member", access.user(), PROGRAM);
            }
        } catch (SQLException failure) {
            throw new StartProblem(failure, "database.refuses", access.user(), where(access), failure.getMessage());
        }
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Host, port and database without parameters, among which a password might be. */
    private static String where(DatabaseAccess access) {
        URI uri = URI.create(access.url().substring("jdbc:".length()).replaceAll("[?].*", ""));
        return uri.getAuthority() == null ? uri.toString() : uri.getAuthority() + uri.getPath();
    }

    private static String limited(String url) {
        return url + (url.contains("?") ? "&" : "?") + "connectTimeout=3&loginTimeout=5";
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
