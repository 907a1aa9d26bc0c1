package org.startex.runtime;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.core.env.StandardEnvironment;
import org.startex.kernel.Texts;
import org.startex.ledger.KeyFingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the keys that seal records, and makes a new one. */
@Command(name = "keys", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Texts texts = Texts.of("runtime");

    @Override
    public Integer call() throws IOException {
        Path home = home();
        show(home, SigningKeys.in(home));
        return 0;
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true)
    Integer rotate() throws IOException {
        Path home = home();
        show(home, SigningKeys.rotate(home));
        spec.commandLine().getOut().println(texts.get("keys.rotated"));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void show(Path home, SigningKeys keys) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String current = keys.current().value();
        out.println(texts.get(
                "keys.current",
                current,
                SigningKeys.publicFile(home, keys.current()).toString()));
        for (String former : SigningKeys.publicKeys(home).keySet()) {
            if (!former.equals(current)) {
                Path file = SigningKeys.publicFile(home, new KeyFingerprint(former));
                out.println(texts.get("keys.former", former, file.toString()));
            }
        }
        out.flush();
    }

    private static Path home() {
        return Settings.read(new StandardEnvironment()::getProperty).home();
    }
}
