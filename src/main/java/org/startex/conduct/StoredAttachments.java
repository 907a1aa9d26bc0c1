package org.startex.conduct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.startex.mail.StoredFiles;
import org.startex.people.Caller;
import org.startex.scenario.AttachmentContent;
import org.startex.scenario.ScenarioService;

/** The attachments of injects, for mails that enclose them. */
@Component
class StoredAttachments implements StoredFiles {
    private final ScenarioService scenarios;

    StoredAttachments(ScenarioService scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public Optional<byte[]> content(String digest) {
        return scenarios.attachment(Caller.PROGRAM, digest).map(StoredAttachments::whole);
    }

    private static byte[] whole(AttachmentContent file) {
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
