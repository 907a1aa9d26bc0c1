package org.startex.ui.control;

import static org.startex.ui.control.ThreadWords.TEXTS;

import com.vaadin.flow.component.html.Div;
import org.startex.logbook.MessageService;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Filters;
import org.startex.ui.Scene;

/** The foot of the control room's right column: messages and the live log, one at a time; what waits in the messages is counted on their tab. */
final class TalkPanel extends Div {
    private static final long serialVersionUID = 1L;

    private enum Page {
        LOG,
        MESSAGES
    }

    private final MessagesPanel messages;
    private final LiveLog log;
    private final Filters<Page> pages = new Filters<>(TEXTS.get("talk.label"), Page.class, Page.LOG, this::turn);

    TalkPanel(ExerciseTools tools, MessageService service, SavedLine saved) {
        messages = new MessagesPanel(tools, service, saved);
        log = new LiveLog(tools);
        log.setId("log");
        addClassNames("talk", "page-log");
        add(pages, messages, log);
        turn(Page.LOG);
    }

    /** Shows both as they stand now; returns how many messages to control nobody has read. */
    int show(Scene scene) {
        log.show(scene);
        MessagesPanel.Counts counts = messages.show(scene);
        pages.label(page -> switch (page) {
            case LOG -> TEXTS.get("talk.log");
            case MESSAGES ->
                counts.late() > 0
                        ? TEXTS.get("talk.messages.late", counts.unread(), counts.waiting(), counts.late())
                        : TEXTS.get("talk.messages", counts.unread(), counts.waiting());
        });
        return counts.unread();
    }

    private void turn(Page page) {
        pages.choose(page);
        messages.setVisible(page == Page.MESSAGES);
        log.setVisible(page == Page.LOG);
    }
}
