package org.startex.ui.record;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.KeyFingerprint;
import org.startex.people.Caller;
import org.startex.ui.ExerciseTools;

/** Files of the record: written straight into the answer, never held whole. */
final class RecordDownloads {
    private RecordDownloads() {}

    static DownloadHandler export(ExerciseTools tools, ExerciseId id) {
        Caller caller = tools.caller();
        return event -> {
            event.setFileName("EXERCISE-startex-" + id + ".jsonl");
            event.setContentType("application/jsonl; charset=utf-8");
            try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                tools.record().export(caller, id, out);
            }
        };
    }

    static Optional<DownloadHandler> key(ExerciseTools tools, KeyFingerprint fingerprint) {
        return tools.publicKey(fingerprint).map(key -> event -> {
            event.setFileName("startex-key-" + fingerprint + ".pem");
            event.setContentType("application/x-pem-file");
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            event.getOutputStream().write(pem.getBytes(StandardCharsets.US_ASCII));
        });
    }
}
