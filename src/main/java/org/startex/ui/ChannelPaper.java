package org.startex.ui;

import com.vaadin.flow.component.html.Div;
import org.startex.kernel.Channel;

/** What an inject says, looking like the channel by which it comes, as on the player's page; marked EXERCISE. Long texts scroll, also by keyboard. */
public final class ChannelPaper extends Div {
    private static final long serialVersionUID = 1L;

    /** @param from who speaks or writes in the story */
    public ChannelPaper(Channel channel, String from, String text) {
        addClassNames("look", "look-" + channel.code());
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", Words.say("inject.text-label"));
        add(
                Html.div(
                        "look-head",
                        new Icon(Channels.icon(channel)),
                        Html.span("look-from", from),
                        Html.span("look-mark", Words.say("marking.exercise"))),
                Html.div("look-body", Markdown.of(channel, text)));
    }
}
