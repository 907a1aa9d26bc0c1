package org.startex.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Set;
import java.util.function.Supplier;
import org.startex.kernel.Texts;
import org.startex.people.AccountChange;
import org.startex.people.CurrentCaller;
import org.startex.people.NewPerson;
import org.startex.people.OneTimeLink;
import org.startex.people.PasswordRule;
import org.startex.people.PeopleService;

/** Where a one-time link leads: the first administrator is made, or a person chooses a password. */
@Route(value = "welcome/:token", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://app/admin.css")
class WelcomeView extends Composite<Door> implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CurrentCaller caller;
    private final transient PeopleService people;
    private final transient Texts texts = Texts.of("ui-admin");
    private final Section panel = new Section();

    WelcomeView(CurrentCaller caller, PeopleService people) {
        this.caller = caller;
        this.people = people;
        panel.addClassName("sx-panel");
    }

    @Override
    protected Door initContent() {
        return new Door(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        panel.removeAll();
        switch (people.link(caller.get(), token)) {
            case OneTimeLink.FirstAdministrator() -> firstAdministrator(token);
            case OneTimeLink.ChoosePassword(String name, String username) -> choosePassword(token, name, username);
            case OneTimeLink.Over() -> over();
        }
    }

    private void firstAdministrator(String token) {
        TextField name = field("field.name", Autocomplete.NAME);
        TextField organisation = field("field.organisation", Autocomplete.ORGANIZATION);
        TextField username = field("field.username", Autocomplete.USERNAME);
        PasswordField password = password();
        panel.add(new H2(texts.get("welcome.administrator.heading")), name, organisation, username, password);
        name.setAutofocus(true);
        finish("welcome.administrator.submit", () -> {
            NewPerson written =
                    new NewPerson(name.getValue(), organisation.getValue(), "", username.getValue(), Set.of());
            return people.makeAdministrator(caller.get(), token, written, password.getValue());
        });
    }

    private void choosePassword(String token, String name, String username) {
        TextField account = field("field.username", Autocomplete.USERNAME);
        account.setValue(username);
        account.setReadOnly(true);
        PasswordField password = password();
        password.setAutofocus(true);
        panel.add(new H2(texts.get("welcome.password.heading", name)), account, password);
        finish("welcome.password.submit", () -> people.choosePassword(caller.get(), token, password.getValue()));
    }

    private void over() {
        panel.add(new H2(texts.get("welcome.over.heading")), new Paragraph(texts.get("welcome.over")));
    }

    private void finish(String key, Supplier<AccountChange> act) {
        AnswerLine answer = new AnswerLine();
        Button submit = new Button(texts.get(key), click -> {
            switch (act.get()) {
                case AccountChange.Changed changed ->
                    UI.getCurrent().getPage().setLocation("sign-in?" + SignInNavigation.CHANGED);
                case AccountChange.Refused(var fault) -> answer.refused(FaultTexts.of(texts, fault));
            }
        });
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        panel.add(answer, submit);
    }

    private TextField field(String key, Autocomplete autocomplete) {
        TextField field = new TextField(texts.get(key));
        field.setAutocomplete(autocomplete);
        return field;
    }

    private PasswordField password() {
        PasswordField password = new PasswordField(texts.get("field.new-password"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(texts.get("field.new-password.help", PasswordRule.SHORTEST));
        return password;
    }

    @Override
    public String getPageTitle() {
        return texts.get("welcome.title");
    }
}
