package org.startex.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.logbook.Message;
import org.startex.logbook.MessageThread;

/** The requests for information that nobody has answered yet, before play ends; nothing where there are none. */
final class OpenRequests extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-messages");

    OpenRequests(Scene scene) {
        addClassName("open-requests");
        List<MessageThread.Standing> open = MessageThread.waiting(MessageThread.of(scene.play()));
        setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        open.forEach(request -> list.add(new ListItem(line(scene, request))));
        add(Notice.caution(TEXTS.get("open.count", open.size())), list, Html.p("m s", TEXTS.get("open.after")));
    }

    private static String line(Scene scene, MessageThread.Standing request) {
        Message asked = request.request().message();
        return TEXTS.get(
                "open.line",
                MessageText.party(scene, asked.from(), asked),
                MessageText.party(scene, asked.to(), asked),
                asked.words().text(),
                Lengths.of(Duration.ofNanos(request.waited(scene.elapsed()).micros() * 1000)));
    }
}
