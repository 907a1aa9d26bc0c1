package org.startex.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.people.AccountChange;
import org.startex.people.CurrentCaller;
import org.startex.people.PeopleService;
import org.startex.people.PersonRow;
import org.startex.ui.ActDialog;

/** One person's account: roles, a one-time link, shutting out. */
final class PersonDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final PeopleView view;
    private final transient CurrentCaller caller;
    private final transient PeopleService people;
    private final transient PublicAddress address;
    private final transient PersonRow row;
    private final transient Texts texts = Texts.of("ui-admin");
    private final AnswerLine answer = new AnswerLine();
    private final Div link = new Div();

    PersonDialog(PeopleView view, CurrentCaller caller, PeopleService people, PublicAddress address, PersonRow row) {
        this.view = view;
        this.caller = caller;
        this.people = people;
        this.address = address;
        this.row = row;
        setHeaderTitle(row.name());
        addClassName("sx-dialog");
        RolesField roles = new RolesField(texts, row.roles());
        Div acts = new Div(
                new Button(texts.get("person.link"), click -> makeLink()),
                new Button(texts.get("person.sign-out"), click -> confirmSignOut()),
                row.enabled()
                        ? new Button(texts.get("person.disable"), click -> confirmDisable())
                        : new Button(texts.get("person.enable"), click -> enable(true)));
        acts.addClassName("sx-acts");
        Div body = new Div(new Paragraph(who()), roles, acts, link, answer);
        body.addClassName("sx-form");
        add(body);
        Button save = new Button(
                texts.get("person.roles.submit"),
                click -> tell(people.setRoles(caller.get(), row.person(), roles.getValue()), "person.roles.done"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("close"), click -> close()), save);
    }

    private String who() {
        return row.organisation().isEmpty()
                ? texts.get("person.who", row.username())
                : texts.get("person.who.organisation", row.username(), row.organisation());
    }

    /** Makes a link to choose a password, and shows it to be handed over. */
    void makeLink() {
        answer.clear();
        people.passwordLink(caller.get(), row.person())
                .ifPresentOrElse(
                        token -> {
                            TextField shown = new TextField(texts.get("person.link.field"));
                            shown.setValue(address.of("/welcome/" + token).toString());
                            shown.setReadOnly(true);
                            shown.setAutoselect(true);
                            shown.setHelperText(texts.get("person.link.help", row.name()));
                            shown.setWidthFull();
                            link.removeAll();
                            link.add(shown);
                        },
                        () -> answer.refused(texts.get("person.link.none")));
    }

    private void confirmDisable() {
        confirm("person.disable.confirm", () -> enable(false));
    }

    private void enable(boolean enabled) {
        AccountChange change = people.setEnabled(caller.get(), row.person(), enabled);
        tell(change, enabled ? "person.enable.done" : "person.disable.done");
        if (change instanceof AccountChange.Changed) {
            close();
        }
    }

    private void confirmSignOut() {
        confirm(
                "person.sign-out.confirm",
                () -> tell(people.signOutEverywhere(caller.get(), row.person()), "person.sign-out.done"));
    }

    private void confirm(String key, Runnable act) {
        new ActDialog(texts.get(key + ".heading", row.name()), texts.get(key + ".submit"))
                .explain(texts.get(key))
                .primary()
                .ask(act::run);
    }

    private void tell(AccountChange change, String done) {
        switch (change) {
            case AccountChange.Changed changed -> {
                answer.good(texts.get(done));
                view.refresh();
            }
            case AccountChange.Refused(var fault) -> answer.refused(FaultTexts.of(texts, fault));
        }
    }
}
