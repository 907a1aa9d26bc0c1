package org.startex.ui.control;

import static org.startex.ui.control.ThreadWords.TEXTS;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.MessageWords;
import org.startex.logbook.Party;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** Control writes to all cells, a cell or one player. */
final class WriteDialog {
    private record Recipient(Party party, String name) {}

    private WriteDialog() {}

    static void ask(ExerciseTools tools, MessageService messages, Scene scene, SavedLine saved) {
        Select<Recipient> to = new Select<>();
        to.setLabel(TEXTS.get("write.to"));
        to.setItems(recipients(scene));
        to.setItemLabelGenerator(Recipient::name);
        to.setValue(recipients(scene).getFirst());
        TextArea text = new TextArea(TEXTS.get("write.text"));
        text.setMaxLength(MessageWords.TEXT);
        text.setMinRows(4);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setAutofocus(true);
        new ActDialog(TEXTS.get("write.title"), TEXTS.get("thread.send"))
                .with(to, text)
                .primary()
                .ask(
                        (id, why) -> messages.send(
                                tools.caller(),
                                scene.id(),
                                id,
                                new MessageDraft(to.getValue().party(), "", null, null, text.getValue()),
                                tools.now()),
                        saved::saved);
    }

    private static List<Recipient> recipients(Scene scene) {
        List<Recipient> all = new ArrayList<>();
        all.add(new Recipient(Party.EVERYBODY, TEXTS.get("party.everybody")));
        scene.plan()
                .places()
                .forEach(place -> all.add(new Recipient(Party.of(place.code()), scene.cell(place.code()))));
        scene.play().players().stream()
                .filter(member -> member.cell() != null)
                .map(member -> new Recipient(
                        Party.of(member.participant()),
                        TEXTS.get(
                                "write.person",
                                scene.name(member.participant()),
                                member.cell() == null ? "" : scene.cell(member.cell()))))
                .sorted(Comparator.comparing(Recipient::name))
                .forEach(all::add);
        return all;
    }
}
