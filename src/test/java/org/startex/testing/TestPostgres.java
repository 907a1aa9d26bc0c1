package org.startex.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.startex.runtime.EmbeddedPostgres;

/**
 * The one PostgreSQL of the test JVM: a real server in {@code target/test-pg-N}, without fsync, migrated once into a template from which
 * fresh databases are copied.
 */
public final class TestPostgres {
    /** The program's role, as in production. */
    public static final String PROGRAM = "startex_app";

    /** The password of {@link #PROGRAM}. */
    public static final String PROGRAM_PASSWORD = "program";

    private static final String TEMPLATE = "migrated";

    /** Test JVMs beside each other have a number each. */
    private static final Path HOME = Path.of("target", "test-pg-" + System.getProperty("startex.test.jvm", "1"));

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
        prepare();
    }

    /** The server, started at the first call and stopped with the JVM. */
    public static TestPostgres get() {
        return Holder.INSTANCE;
    }

    /** The folder of PostgreSQL's programs: to be borrowed, as unpacking them takes seconds. */
    public Path programs() throws IOException {
        return HOME.resolve("postgres/bin").toRealPath();
    }

    /** Makes a database with every migration and no data, and names it. */
    public String freshDatabase() {
        String name = "test_" + databases.incrementAndGet();
        asOwner(
                "postgres",
                "drop database if exists " + name + " with (force)",
                "create database " + name + " template " + TEMPLATE);
        return name;
    }

    /** Where a database is found. */
    public String url(String database) {
        return server.jdbcUrl(database);
    }

    /** The password of the owner, {@link EmbeddedPostgres#OWNER}. */
    public String ownerPassword() {
        return server.ownerPassword();
    }

    /** What the program is told to work in a database, as arguments of its command line. */
    public List<String> settings(String database) {
        return List.of(
                "--startex.database-url=" + url(database),
                "--startex.database-user=" + PROGRAM,
                "--startex.database-password=" + PROGRAM_PASSWORD,
                "--startex.database-owner=" + EmbeddedPostgres.OWNER,
                "--startex.database-owner-password=" + ownerPassword());
    }

    /** Runs statements as the owner. */
    public void asOwner(String database, String... statements) {
        try (Connection connection = ownerConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A connection as the owner. */
    public Connection ownerConnection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), EmbeddedPostgres.OWNER, ownerPassword());
    }

    /** The tables that hold something. */
    public List<String> filledTables(String database) {
        List<String> filled = new ArrayList<>();
        try (Connection connection = ownerConnection(database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var result = statement.executeQuery(
                    "select quote_ident(relname) from pg_class c"
                            + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition")) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
            for (String table : tables) {
                try (var result = statement.executeQuery("select exists (select from " + table + ")")) {
                    if (result.next() && result.getBoolean(1)) {
                        filled.add(table);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return filled;
    }

    private void prepare() {
        asOwner("postgres", "drop database if exists " + TEMPLATE + " with (force)", "create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(url(TEMPLATE), EmbeddedPostgres.OWNER, ownerPassword())
                .load()
                .migrate();
        asOwner("postgres", "alter role " + PROGRAM + " login password '" + PROGRAM_PASSWORD + "'");
    }

    private static final class Holder {
        static final TestPostgres INSTANCE = start();

        private static TestPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(HOME, 0, EmbeddedPostgres.Durability.FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop test PostgreSQL"));
            return new TestPostgres(server);
        }
    }
}
