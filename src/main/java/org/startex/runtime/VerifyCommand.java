package org.startex.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerVerifier;
import org.startex.ledger.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an exported record is as it was when it was sealed. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    private final Texts texts = Texts.of("runtime");

    @Override
    public Integer call() {
        Verdict verdict = verdict();
        PrintWriter out = spec.commandLine().getOut();
        out.println(words(verdict));
        out.flush();
        return switch (verdict) {
            case Verdict.Sealed sealed -> 0;
            case Verdict.NotSealed notSealed -> Program.NOT_SEALED;
            case Verdict.Broken broken -> Program.PROBLEMS;
        };
    }

    private Verdict verdict() {
        if (key != null) {
            return verify(LedgerVerifier.trusting(readKey(key)));
        }
        Verdict verdict = verify(LedgerVerifier.withoutKey());
        // A record that this very installation sealed can be trusted without being told the key.
        if (verdict instanceof Verdict.Sealed sealed) {
            Path home = Settings.read(new StandardEnvironment()::getProperty).home();
            Path own = SigningKeys.publicFile(home, sealed.seal().fingerprint());
            if (Files.isReadable(own)) {
                return verify(LedgerVerifier.trusting(readKey(own)));
            }
        }
        return verdict;
    }

    private Verdict verify(LedgerVerifier verifier) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return verifier.verify(reader);
        } catch (CharacterCodingException notText) {
            return new Verdict.Broken(texts.get("verify.the-file"), texts.get("verify.not-text"));
        } catch (IOException | UncheckedIOException failure) {
            throw wrongUse("verify.unreadable", file);
        }
    }

    private PublicKey readKey(Path pem) {
        try {
            return LedgerVerifier.readKey(Files.readString(pem));
        } catch (IOException | IllegalArgumentException failure) {
            throw wrongUse("verify.no-key", pem);
        }
    }

    private ParameterException wrongUse(String text, Path about) {
        return new ParameterException(spec.commandLine(), texts.get(text, about.toString()));
    }

    private String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sealed sealed ->
                texts.get(
                        sealed.trusted() ? "verify.sealed" : "verify.sealed-by-unknown",
                        sealed.entries(),
                        sealed.seal().at().toString(),
                        sealed.seal().fingerprint().value());
            case Verdict.NotSealed notSealed -> texts.get("verify.not-sealed", notSealed.entries());
            case Verdict.Broken broken -> texts.get("verify.broken", broken.place(), broken.fault());
        };
    }
}
