package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startex.Startex;
import org.startex.ledger.KeyFingerprint;
import picocli.CommandLine;

class CommandLineTest {
    private static final String EXERCISE = "7d7a3c1e-52d6-4d6c-9d7f-0a5a6f1f0001";
    private static final String AT = "2026-05-12T11:30:00.000000Z";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useAHomeOfOurOwn() {
        System.setProperty("startex.home", folder.resolve("home").toString());
    }

    @AfterEach
    void forgetSettings() {
        System.clearProperty("startex.home");
        System.clearProperty("startex.port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "lint --help",
                "verify --help",
                "keys --help",
                "keys rotate --help",
                "swarm --help"
            })
    void helpIsGood(String arguments) {
        assertThat(execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).isNotBlank().doesNotContain("{0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exercise",
                "lint",
                "verify",
                "--loud",
                "verify no-such-file.jsonl",
                "lint no-such-folder",
                "keys burn",
                "swarm",
                "swarm --url ftp://localhost --code K7M4RX",
                "swarm --url http://localhost:1 --code K7M4RX --players 0",
                "swarm --url http://localhost:1 --code K7M4RX --decide 101",
                "swarm --url http://localhost:1 --code K7M4RX --for soon"
            })
    void wrongUseIsTwo(String arguments) {
        assertThat(execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void helpNamesEveryCommand() {
        execute("--help");
        assertThat(out.toString()).contains("lint", "verify", "keys", "swarm", "STARTEX_HOME");
    }

    @Test
    void theVersionNamesWhatItRunsOn() {
        execute("--version");
        assertThat(out.toString()).contains("Startex", "Java 25", "PostgreSQL 18");
    }

    @Test
    void theAuthoredScenariosAreGood() {
        assertThat(execute("lint", "scenarios")).isZero();
        assertThat(out.toString()).contains("caravan-site: no errors");
    }

    @Test
    void aFaultInAScenarioIsOneWithItsFileAndLine() throws IOException {
        Path scenario = copy(Path.of("scenarios", "caravan-site"), folder.resolve("caravan-site"));
        Path file = scenario.resolve("scenario.yaml");
        Files.writeString(file, Files.readString(file) + "\nweather: fair\n");
        assertThat(execute("lint", scenario.toString())).isEqualTo(1);
        assertThat(out.toString()).containsPattern("scenario\\.yaml:\\d+").contains("weather");
    }

    @Test
    void aSealedRecordIsGoodAndTheKeyMakesItTrusted() throws Exception {
        KeyPair pair = pair();
        Path record = record(pair);
        assertThat(execute("verify", record.toString())).isZero();
        assertThat(out.toString()).contains("which the file itself names");
        out.getBuffer().setLength(0);
        Path key = pem("key.pem", pair);
        assertThat(execute("verify", record.toString(), "--key", key.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("trusted key", KeyFingerprint.of(pair.getPublic()).value());
    }

    @Test
    void aRecordThatThisInstallationSealedNeedsNoKey() throws Exception {
        KeyPair pair = pair();
        Path own = SigningKeys.publicFile(folder.resolve("home"), KeyFingerprint.of(pair.getPublic()));
        Files.createDirectories(folder.resolve("home/keys"));
        Files.copy(pem("key.pem", pair), own);
        assertThat(execute("verify", record(pair).toString())).isZero();
        assertThat(out.toString()).contains("trusted key");
    }

    @Test
    void aSealOfAnotherKeyIsAProblem() throws Exception {
        Path key = pem("key.pem", pair());
        assertThat(execute("verify", record(pair()).toString(), "--key", key.toString()))
                .isEqualTo(1);
    }

    @Test
    void aRecordWithoutASealIsThree() throws Exception {
        Path record = record(pair());
        Files.writeString(record, Files.readAllLines(record).getFirst() + "\n");
        assertThat(execute("verify", record.toString())).isEqualTo(3);
    }

    @Test
    void aChangedRecordIsAProblem() throws Exception {
        Path record = record(pair());
        Files.writeString(record, Files.readString(record).replace("11:30", "11:31"));
        assertThat(execute("verify", record.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith("Not intact");
    }

    @Test
    void aFileThatIsNoTextIsAProblem() throws IOException {
        Path file = Files.write(folder.resolve("noise"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3});
        assertThat(execute("verify", file.toString())).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsWrongUse() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), "no key");
        assertThat(execute("verify", record(pair()).toString(), "--key", key.toString()))
                .isEqualTo(2);
    }

    @Test
    void rotatingShowsTheNewKeyAndTheFormer() {
        execute("keys");
        String before = out.toString().replaceAll("(?s).*key ([0-9a-f]{32})\\..*", "$1");
        out.getBuffer().setLength(0);
        assertThat(execute("keys", "rotate")).isZero();
        assertThat(out.toString()).contains("Former key " + before).doesNotContain("with the key " + before);
    }

    @Test
    void aPortInUseIsAProblemToldBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("startex.port", String.valueOf(taken.getLocalPort()));
            assertThat(execute()).isEqualTo(1);
            assertThat(err.toString()).contains("Port " + taken.getLocalPort() + " is in use", "STARTEX_PORT");
            assertThat(folder.resolve("home")).doesNotExist();
        }
    }

    @Test
    void aWrongSettingIsAProblem() {
        System.setProperty("startex.port", "eighty");
        assertThat(execute()).isEqualTo(1);
        assertThat(err.toString()).startsWith("STARTEX_PORT is \"eighty\".");
    }

    private int execute(String... arguments) {
        CommandLine line = Program.commandLine(Startex.class);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Path pem(String name, KeyPair pair) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve(name), "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }

    /** A sealed record without entries, written by the published format alone. */
    private Path record(KeyPair pair) throws IOException, GeneralSecurityException {
        String head = "";
        String statement = "startex seal 1\nexercise %s\nentries 0\nat %s\nhead %s\n".formatted(EXERCISE, AT, head);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(statement.getBytes(StandardCharsets.UTF_8));
        String seal =
                "{\"seal\":{\"at\":\"%s\",\"entries\":0,\"exercise\":\"%s\",\"fingerprint\":\"%s\",\"headHash\":\"%s\",\"publicKey\":\"%s\",\"purpose\":\"seal\",\"signature\":\"%s\"}}"
                        .formatted(
                                AT,
                                EXERCISE,
                                KeyFingerprint.of(pair.getPublic()).value(),
                                head,
                                Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded()),
                                HexFormat.of().formatHex(signature.sign()));
        return Files.writeString(
                folder.resolve("record.jsonl"),
                "{\"exercise\":\"" + EXERCISE + "\",\"format\":\"startex ledger 1\"}\n" + seal + "\n");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
