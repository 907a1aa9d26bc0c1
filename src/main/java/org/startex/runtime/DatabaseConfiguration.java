package org.startex.runtime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.startex.kernel.Texts;

/** The database: our own server in the data folder, or an external one. The owner migrates; the program connects as a lesser role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean(destroyMethod = "close")
    @Conditional(NoExternalDatabase.class)
    EmbeddedPostgres embeddedPostgres(Settings settings) {
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.home(), 0);
        Texts texts = Texts.of("runtime");
        server.outsideHome().ifPresent(folder -> LOG.warn(texts.get("postgres.outside-home", folder)));
        if (server.takenOver()) {
            LOG.info(texts.get("postgres.taken-over"));
        }
        return server;
    }

    @Bean
    @Conditional(NoExternalDatabase.class)
    PostgresWatch postgresWatch(EmbeddedPostgres server) {
        return new PostgresWatch(server);
    }

    @Bean
    DatabaseAccess databaseAccess(Settings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        DatabaseAccess external = settings.database();
        if (server != null) {
            return DatabasePreparation.inside(server);
        }
        if (external == null) {
            throw new IllegalStateException("neither an embedded nor an external database");
        }
        return DatabasePreparation.outside(external);
    }

    @Bean
    JdbcConnectionDetails programConnection(DatabaseAccess access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.user();
            }

            @Override
            public String getPassword() {
                return access.password();
            }

            @Override
            public String getJdbcUrl() {
                return access.programUrl();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseAccess access) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.owner();
            }

            @Override
            public String getPassword() {
                return access.ownerPassword();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrateThenCheckRole(DatabaseAccess access) {
        return flyway -> {
            flyway.migrate();
            DatabasePreparation.refuseMightyRole(access);
        };
    }

    /** There is no {@code STARTEX_DATABASE_URL}. */
    static final class NoExternalDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("startex.database-url", "")
                    .isBlank();
        }
    }
}
