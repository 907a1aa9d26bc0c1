package org.startex.runtime;

import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.startex.kernel.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line. Exit statuses: 0 good, 1 problems found, 2 wrong use, 3 intact but not sealed. Only serving starts Spring and a
 * database; the other commands answer at once.
 */
@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        versionProvider = Program.Version.class,
        resourceBundle = "messages.runtime",
        subcommands = {LintCommand.class, VerifyCommand.class, KeysCommand.class, SwarmCommand.class})
public final class Program implements Callable<Integer> {
    /** Problems were found. */
    static final int PROBLEMS = 1;

    /** The command line is wrong. */
    static final int WRONG_USE = 2;

    /** A record is intact, but nothing says that its end is there. */
    static final int NOT_SEALED = 3;

    private final Class<?> application;

    private Program(Class<?> application) {
        this.application = application;
    }

    /**
     * Does what the arguments say.
     *
     * @param application the class that Spring starts from
     * @return the exit status; 0 while it serves
     */
    public static int run(Class<?> application, String... arguments) {
        return commandLine(application).execute(arguments);
    }

    static CommandLine commandLine(Class<?> application) {
        CommandLine line = new CommandLine(new Program(application));
        line.setResourceBundle(ResourceBundle.getBundle("messages.runtime"));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            String said = StartProblems.explain(failure).orElseThrow(() -> failure);
            command.getErr().println(said);
            command.getErr().flush();
            return PROBLEMS;
        });
        return line;
    }

    @Override
    public Integer call() {
        return new Serving(application).start();
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Program.class.getPackage().getImplementationVersion();
            return new String[] {
                Texts.of("runtime")
                        .get(
                                "version.text",
                                version == null ? "?" : version,
                                Runtime.version().toString(),
                                EmbeddedPostgres.VERSION)
            };
        }
    }
}
