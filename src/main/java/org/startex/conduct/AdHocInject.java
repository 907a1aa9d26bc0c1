package org.startex.conduct;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;

/** An inject written on the spot. */
public record AdHocInject(String title, String from, List<Addressee> to, Channel channel, String text) {
    public AdHocInject {
        to = List.copyOf(to);
    }
}
