package org.startex.runtime;

import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.startex.kernel.Texts;
import org.startex.people.DemonstrationRefused;

/** Says in one paragraph why the program does not start, where a person can do something about it; anything else is left to Spring. */
@Order(0)
final class StartProblems implements SpringBootExceptionReporter {
    StartProblems(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        // The command line says it, once.
        return explain(failure).isPresent();
    }

    /** The words for a failure that has some. */
    static Optional<String> explain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> words(cause).stream())
                .findFirst();
    }

    private static Optional<String> words(Throwable failure) {
        Texts texts = Texts.of("runtime");
        return switch (failure) {
            case StartProblem problem -> Optional.of(String.valueOf(problem.getMessage()));
            case EmbeddedPostgresProblem problem -> Optional.of(words(problem));
            case DemonstrationRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
            case PortInUseException taken -> Optional.of(texts.get("port.in-use", String.valueOf(taken.getPort())));
            case FlywayException migration ->
                Optional.of(texts.get("database.not-migrated", String.valueOf(migration.getMessage())));
            default -> Optional.empty();
        };
    }

    static String words(EmbeddedPostgresProblem problem) {
        Object[] particulars =
                Stream.of(problem.particulars()).map(String::valueOf).toArray();
        return Texts.of("runtime").get(problem.key(), particulars);
    }
}
