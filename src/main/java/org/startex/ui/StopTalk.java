package org.startex.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.startex.conduct.Memory;
import org.startex.conduct.NoDuff;
import org.startex.kernel.Texts;
import org.startex.logbook.Message;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Party;

/** While play is stopped: what players have written to control since, the latest first, and where control writes back. For controllers. */
final class StopTalk extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");

    private final transient ExerciseTools tools;
    private final UnorderedList list = new UnorderedList();
    private final Select<Party> to = new Select<>();
    private final TextField text = new TextField(TEXTS.get("talk.text"));
    private final Outcome outcome = new Outcome();
    private transient List<Memory> shown = List.of();

    StopTalk(ExerciseTools tools, Scene scene) {
        this.tools = tools;
        addClassNames("reach", "stop-talk");
        H2 heading = new H2(TEXTS.get("talk.title"));
        heading.setId("stop-talk-heading");
        getElement().setAttribute("aria-labelledby", "stop-talk-heading");
        list.addClassName("rows");
        list.getElement().setAttribute("aria-live", "polite");
        List<Party> parties = new ArrayList<>(List.of(Party.EVERYBODY));
        scene.plan().places().forEach(place -> parties.add(Party.of(place.code())));
        to.setLabel(TEXTS.get("talk.to"));
        to.setItems(parties);
        to.setItemLabelGenerator(party -> party.theCell().map(scene::cell).orElse(TEXTS.get("talk.everybody")));
        to.setValue(Party.EVERYBODY);
        text.setMaxLength(MessageWords.TEXT);
        text.addKeyPressListener(Key.ENTER, press -> send(scene));
        Button send = new Button(TEXTS.get("talk.send"), click -> send(scene));
        send.addThemeVariants(ButtonVariant.LUMO_LARGE);
        add(heading, list, Html.div("row wrap bottoms", to, text, send), outcome);
    }

    void show(Scene scene, NoDuff noDuff) {
        List<Memory> now = scene.play().memories().stream()
                .filter(memory -> memory.seq() > noDuff.seq() && isControls(memory))
                .toList()
                .reversed();
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            now.forEach(memory -> list.add(line(scene, memory)));
        }
    }

    private static boolean isControls(Memory memory) {
        return memory.fact() instanceof Message.Sent sent
                && (sent.to().kind() == Party.Kind.CONTROL || sent.from().kind() == Party.Kind.CONTROL);
    }

    private static ListItem line(Scene scene, Memory memory) {
        if (!(memory.fact() instanceof Message.Sent sent)) {
            return new ListItem();
        }
        ListItem line = new ListItem(
                Html.span("b", scene.name(memory.by())),
                Html.span(
                        "m",
                        TEXTS.get(
                                "talk.parties",
                                MessageText.party(scene, sent.from(), sent),
                                MessageText.party(scene, sent.to(), sent))),
                Since.realTime(memory.recordedAt().toEpochMilli()),
                Html.span("", sent.words().text()));
        line.addClassName("person-line");
        return line;
    }

    private void send(Scene scene) {
        String written = text.getValue().strip();
        if (written.isEmpty()) {
            text.setInvalid(true);
            text.setErrorMessage(TEXTS.get("talk.missing"));
            text.focus();
            return;
        }
        text.setInvalid(false);
        outcome.perform(
                id -> tools.messages()
                        .send(
                                tools.caller(),
                                scene.id(),
                                id,
                                new MessageDraft(to.getValue(), "", null, null, written),
                                tools.now()),
                seq -> text.clear());
    }
}
