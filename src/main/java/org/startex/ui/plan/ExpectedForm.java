package org.startex.ui.plan;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Place;
import org.startex.conduct.PlannedPeopleService;
import org.startex.conduct.Post;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.people.PlannedEntry;
import org.startex.ui.Scene;

/** Adds one person who is expected. */
final class ExpectedForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-people-planned");

    private final transient PlannedPeopleService people;
    private final SerializableConsumer<String> added;
    private final TextField name = new TextField(TEXTS.get("name"));
    private final TextField organisation = new TextField(TEXTS.get("organisation"));
    private final Select<Place> cell = new Select<>();
    private final Select<Post> role = new Select<>();
    private final TextField mail = new TextField(TEXTS.get("address"));
    private transient @Nullable Scene scene;

    ExpectedForm(PlannedPeopleService people, SerializableConsumer<String> added) {
        this.people = people;
        this.added = added;
        addClassNames("tb", "wrap", "bottoms");
        cell.setLabel(TEXTS.get("cell"));
        cell.setItemLabelGenerator(Place::title);
        cell.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                role.setItems(change.getValue().posts());
            }
        });
        role.setLabel(TEXTS.get("role"));
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(TEXTS.get("role.none"));
        role.setItemLabelGenerator(post -> post == null ? TEXTS.get("role.none") : post.title());
        for (TextField field : new TextField[] {name, organisation, mail}) {
            field.addValueChangeListener(change -> field.setInvalid(false));
            field.addKeyPressListener(Key.ENTER, press -> add());
        }
        add(name, organisation, cell, role, mail, new Button(TEXTS.get("add"), click -> add()));
    }

    void show(Scene now) {
        if (scene == null) {
            cell.setItems(now.plan().places());
            now.plan().places().stream().findFirst().ifPresent(cell::setValue);
        }
        scene = now;
    }

    private void add() {
        Scene now = scene;
        Place place = cell.getValue();
        if (now == null || place == null) {
            return;
        }
        Post post = role.getValue();
        String who = name.getValue();
        Optional<Reason> refused = people.add(
                now.caller(),
                now.id(),
                new PlannedEntry(
                        who, organisation.getValue(), mail.getValue(), place.code(), post == null ? "" : post.code()));
        refused.ifPresentOrElse(this::tell, () -> {
            name.clear();
            mail.clear();
            added.accept(TEXTS.get("added", who));
            name.focus();
        });
    }

    private void tell(Reason reason) {
        TextField at = switch (reason.field()) {
            case "organisation" -> organisation;
            case "mail" -> mail;
            default -> name;
        };
        at.setInvalid(true);
        at.setErrorMessage(reason.message());
        at.focus();
    }
}
