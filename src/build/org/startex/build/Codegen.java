package org.startex.build;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.startex.runtime.EmbeddedPostgres;

/** Generates the jOOQ sources at build time: a throw-away PostgreSQL, the migrations, then the generator. */
public final class Codegen {
    private Codegen() {}

    /** Arguments: working folder of the throw-away server, folder of the migrations, folder for the sources. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(work, 0, EmbeddedPostgres.Durability.FORGETFUL)) {
            Flyway flyway = Flyway.configure()
                    .dataSource(postgres.jdbcUrl("postgres"), EmbeddedPostgres.OWNER, postgres.ownerPassword())
                    .locations("filesystem:" + args[1])
                    .cleanDisabled(false)
                    .load();
            flyway.clean();
            flyway.migrate();
            GenerationTool.generate(new Configuration()
                    .withLogging(Logging.WARN)
                    .withJdbc(new Jdbc()
                            .withDriver("org.postgresql.Driver")
                            .withUrl(postgres.jdbcUrl("postgres"))
                            .withUser(EmbeddedPostgres.OWNER)
                            .withPassword(postgres.ownerPassword()))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.postgres.PostgresDatabase")
                                    .withInputSchema("public")
                                    .withExcludes("flyway_schema_history")
                                    .withIncludeRoutines(false)
                                    .withForcedTypes(new ForcedType()
                                            .withName("INSTANT")
                                            .withIncludeTypes("(?i:timestamptz|timestamp with time zone)")))
                            .withGenerate(new Generate()
                                    .withJavaTimeTypes(true)
                                    .withPojos(false)
                                    .withDaos(false)
                                    .withGeneratedAnnotation(false))
                            .withTarget(new Target()
                                    .withPackageName("org.startex.db")
                                    .withDirectory(args[2])
                                    .withClean(true))));
        }
    }
}
