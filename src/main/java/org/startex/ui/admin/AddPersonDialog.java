package org.startex.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.startex.kernel.Texts;
import org.startex.people.AccountChange;
import org.startex.people.CurrentCaller;
import org.startex.people.NewPerson;
import org.startex.people.PeopleService;

/** Adds a person; a link to choose a password follows at once. */
final class AddPersonDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    AddPersonDialog(PeopleView view, CurrentCaller caller, PeopleService people) {
        Texts texts = Texts.of("ui-admin");
        TextField name = new TextField(texts.get("field.name"));
        TextField organisation = new TextField(texts.get("field.organisation"));
        TextField mail = new TextField(texts.get("field.mail"));
        TextField username = new TextField(texts.get("field.username"));
        username.setHelperText(texts.get("field.username.help"));
        RolesField roles = new RolesField(texts, Set.of());
        AnswerLine answer = new AnswerLine();
        setHeaderTitle(texts.get("person.add.heading"));
        addClassName("sx-dialog");
        Div form = new Div(name, organisation, mail, username, roles, answer);
        form.addClassName("sx-form");
        add(form);
        Button add = new Button(texts.get("person.add.submit"), click -> {
            NewPerson written = new NewPerson(
                    name.getValue(), organisation.getValue(), mail.getValue(), username.getValue(), roles.getValue());
            switch (people.add(caller.get(), written)) {
                case AccountChange.Changed changed -> {
                    close();
                    view.openAdded(username.getValue().strip());
                }
                case AccountChange.Refused(var fault) -> answer.refused(FaultTexts.of(texts, fault));
            }
        });
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("cancel"), click -> close()), add);
        name.setAutofocus(true);
    }
}
