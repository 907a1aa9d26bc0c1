package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.Presence;

/** A page that does not read is let go, harms nobody meanwhile, and resumes where it was. */
@FeedTest
class SlowReaderTest {
    @Autowired
    Stage stage;

    @Autowired
    Presence presence;

    @Test
    void aSlowPageIsLetGoAndResumesWithNothingMissing() throws InterruptedException {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page quick = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page slow = Page.connectSlow(stage, exercise.id(), player.token());
        slow.resume(0);
        for (int i = 0; i < 100 && !presence.connected(exercise.id(), player.participant()); i++) {
            Thread.sleep(50);
        }

        // More than the network on this machine and the queue hold together.
        String text = "\"".repeat(3900);
        long last = 0;
        int sent = 0;
        while (sent < 3000 && presence.connected(exercise.id(), player.participant())) {
            last = exercise.adHoc("Long " + sent++, text, "rest-centre");
        }
        assertThat(presence.connected(exercise.id(), player.participant()))
                .as("connected after %d", sent)
                .isFalse();
        long finalLast = last;
        quick.next(frame -> frame.is("entry") && frame.seq() == finalLast);

        slow.read();
        assertThat(slow.closeCode(Duration.ofSeconds(30))).isIn(4408, 1006);
        assertThat(slow.entries()).hasSizeLessThan(sent);
        long had = slow.seqs().isEmpty() ? 0 : slow.seqs().getLast();
        Page again = exercise.page(player);
        again.resume(had);
        again.next(frame -> frame.is("upTo") && frame.seq() >= finalLast);
        assertThat(slow.entries().size() + again.entries().size())
                .isEqualTo(quick.entries().size());
        again.close();
        quick.close();
    }
}
