package org.startex.ui;

import org.startex.kernel.Texts;
import org.startex.logbook.Message;
import org.startex.logbook.Party;
import org.startex.logbook.RequestTaken;

/** Messages as people say them. */
public final class MessageText {
    private static final Texts TEXTS = Texts.of("ui-messages");

    private MessageText() {}

    /** One line that says who wrote what to whom. */
    public static String summary(Scene scene, Message message, String who) {
        String from = party(scene, message.from(), message);
        String to = party(scene, message.to(), message);
        String text = message.words().text();
        return switch (message) {
            case Message.Sent s ->
                s.inject() == null
                        ? TEXTS.get("summary.sent", who, from, to, text)
                        : TEXTS.get("summary.replied", who, from, inject(scene, s.inject()), text);
            case Message.Requested r -> TEXTS.get("summary.asked", who, from, to, text);
            case Message.Answered a -> TEXTS.get("summary.answered", who, from, to, text);
            case Message.Declined d -> TEXTS.get("summary.declined", who, from, to, text);
        };
    }

    /** That a controller has taken a request. */
    public static String taken(Scene scene, RequestTaken taken, String who) {
        return scene.play().memories().stream()
                .filter(memory -> memory.seq() == taken.request())
                .filter(memory -> memory.fact() instanceof Message)
                .map(memory -> (Message) memory.fact())
                .map(asked -> TEXTS.get("summary.taken", who, asked.words().body()))
                .findFirst()
                .orElseGet(() -> TEXTS.get("summary.taken", who, taken.request()));
    }

    /** Who writes or is written to. */
    public static String party(Scene scene, Party party, Message message) {
        return switch (party.kind()) {
            case CONTROL -> TEXTS.get("party.control");
            case EVERYBODY -> TEXTS.get("party.everybody");
            case BODY -> message.words().body();
            case CELL -> scene.cell(party.theCell().orElseThrow());
            case PERSON -> scene.name(party.thePerson().orElseThrow());
        };
    }

    /** An inject by its number. */
    public static String inject(Scene scene, long seq) {
        return scene.play()
                .delivered(seq)
                .map(inject -> inject.number().value())
                .orElse(Long.toString(seq));
    }
}
