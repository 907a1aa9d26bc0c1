package org.startex.scenario;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;

/**
 * What a controller may begin an ad-hoc inject with. Everything can be changed before it is sent.
 *
 * @param to whom it is suggested for; may be empty
 * @param text Markdown, as players would read it
 */
public record AdHocTemplate(String title, String from, List<Addressee> to, Channel channel, String text) {
    public AdHocTemplate {
        to = List.copyOf(to);
    }
}
