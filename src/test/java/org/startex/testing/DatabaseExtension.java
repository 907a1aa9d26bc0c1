package org.startex.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.jooq.autoconfigure.SpringTransactionProvider;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a test class a database of its own, and empties it after each test. */
final class DatabaseExtension implements ParameterResolver, AfterEachCallback {
    private static final Set<Class<?>> OFFERED = Set.of(
            DSLContext.class,
            DataSource.class,
            TransactionTemplate.class,
            PlatformTransactionManager.class,
            SettableTime.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = database(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == DSLContext.class) {
            return database.dsl();
        }
        if (type == DataSource.class) {
            return database.pool();
        }
        if (type == TransactionTemplate.class) {
            return new TransactionTemplate(database.transactions());
        }
        return type == SettableTime.class ? database.time() : database.transactions();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestDatabase database = context.getStore(Namespace.create(DatabaseExtension.class, outermost(context)))
                .get(TestDatabase.class, TestDatabase.class);
        if (database != null) {
            database.empty();
        }
    }

    private static TestDatabase database(ExtensionContext context) {
        // The store of the class, so that nested tests and all methods share it.
        ExtensionContext holder = context;
        while (holder.getParent().isPresent()
                && holder.getParent().get().getTestClass().isPresent()) {
            holder = holder.getParent().get();
        }
        return holder.getStore(Namespace.create(DatabaseExtension.class, outermost(context)))
                .computeIfAbsent(TestDatabase.class, type -> TestDatabase.open(), TestDatabase.class);
    }

    private static Class<?> outermost(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        while (type.getEnclosingClass() != null) {
            type = type.getEnclosingClass();
        }
        return type;
    }

    private record TestDatabase(
            String name,
            Set<String> reference,
            HikariDataSource pool,
            DSLContext dsl,
            PlatformTransactionManager transactions,
            SettableTime time)
            implements AutoCloseable {
        static TestDatabase open() {
            TestPostgres postgres = TestPostgres.get();
            String name = postgres.freshDatabase();
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(postgres.url(name));
            pool.setUsername(TestPostgres.PROGRAM);
            pool.setPassword(TestPostgres.PROGRAM_PASSWORD);
            pool.setMaximumPoolSize(16);
            pool.setMinimumIdle(1);
            pool.setConnectionInitSql("set time zone 'Pacific/Chatham'");
            PlatformTransactionManager transactions = new DataSourceTransactionManager(pool);
            DSLContext dsl = DSL.using(new DefaultConfiguration()
                    .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)))
                    .set(new SpringTransactionProvider(transactions))
                    .set(SQLDialect.POSTGRES));
            return new TestDatabase(
                    name, Set.copyOf(postgres.filledTables(name)), pool, dsl, transactions, new SettableTime());
        }

        /** As the owner and without triggers: the program itself may not erase a record. */
        void empty() {
            time.reset();
            String[] deletes = TestPostgres.get().filledTables(name).stream()
                    .filter(table -> !reference.contains(table))
                    .map(table -> "delete from " + table)
                    .toArray(String[]::new);
            if (deletes.length > 0) {
                TestPostgres.get()
                        .asOwner(
                                name,
                                Stream.concat(Stream.of("set session_replication_role = replica"), Stream.of(deletes))
                                        .toArray(String[]::new));
            }
        }

        @Override
        public void close() {
            pool.close();
            TestPostgres.get().asOwner("postgres", "drop database if exists " + name + " with (force)");
        }
    }
}
