package org.startex.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.startex.kernel.Texts;
import org.startex.people.AccountChange;
import org.startex.people.CurrentCaller;
import org.startex.people.PasswordRule;
import org.startex.people.PeopleService;
import org.startex.people.RememberedBrowser;
import org.startex.people.SignedInPerson;
import org.startex.ui.ActDialog;
import org.startex.ui.MainLayout;

/** A person's own account: password, browsers that stay signed in, and the way out. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/admin.css")
class MyAccountView extends Composite<Div> implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final transient CurrentCaller caller;
    private final transient PeopleService people;
    private final transient AuthenticationContext authentication;
    private final transient Texts texts = Texts.of("ui-admin");
    private final UnorderedList browsers = new UnorderedList();

    MyAccountView(CurrentCaller caller, PeopleService people, AuthenticationContext authentication) {
        this.caller = caller;
        this.people = people;
        this.authentication = authentication;
    }

    @Override
    protected Div initContent() {
        SignedInPerson me = people.me(caller.get()).orElseThrow();
        Div page = new Div(
                new H1(texts.get("account.heading")),
                new Paragraph(texts.get("account.who", me.name(), me.username())),
                password(),
                browsers(),
                leave(me));
        page.addClassName("sx-account");
        return page;
    }

    private Section section(String key, Component... content) {
        Section section = new Section(new H2(texts.get(key)));
        section.addClassName("sx-panel");
        section.add(content);
        return section;
    }

    private Section password() {
        PasswordField present = new PasswordField(texts.get("field.password"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        PasswordField fresh = new PasswordField(texts.get("field.new-password"));
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setHelperText(texts.get("field.new-password.help", PasswordRule.SHORTEST));
        AnswerLine answer = new AnswerLine();
        Button change = new Button(texts.get("account.password.submit"), click -> {
            switch (people.changePassword(caller.get(), present.getValue(), fresh.getValue())) {
                case AccountChange.Changed changed -> toSignIn();
                case AccountChange.Refused(var fault) -> answer.refused(FaultTexts.of(texts, fault));
            }
        });
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return section(
                "account.password.heading",
                new Paragraph(texts.get("account.password.note")),
                present,
                fresh,
                answer,
                change);
    }

    private Section browsers() {
        browsers.addClassName("sx-rows");
        showBrowsers();
        return section("account.browsers.heading", new Paragraph(texts.get("account.browsers.note")), browsers);
    }

    private void showBrowsers() {
        browsers.removeAll();
        List<RememberedBrowser> rows = people.browsers(caller.get());
        if (rows.isEmpty()) {
            browsers.add(new ListItem(texts.get("account.browsers.none")));
        }
        rows.forEach(row -> browsers.add(browser(row)));
    }

    private ListItem browser(RememberedBrowser row) {
        String name = row.browser().isEmpty() ? texts.get("account.browsers.unknown") : row.browser();
        Button forget = new Button(texts.get("account.browsers.forget"), click -> {
            people.forgetBrowser(caller.get(), row.id());
            showBrowsers();
        });
        forget.setAriaLabel(texts.get("account.browsers.forget.label", name, day(row.since())));
        Span when = new Span(texts.get("account.browsers.when", day(row.since()), day(row.lastUsed())));
        when.addClassName("sx-muted");
        return new ListItem(new Div(new Span(name), when), forget);
    }

    private static String day(Instant instant) {
        return DATE.format(instant);
    }

    private Section leave(SignedInPerson me) {
        Button here = new Button(texts.get("account.leave.here"), click -> authentication.logout());
        Button everywhere = new Button(texts.get("account.leave.everywhere"), click -> confirm(me));
        Div acts = new Div(here, everywhere);
        acts.addClassName("sx-acts");
        return section("account.leave.heading", new Paragraph(texts.get("account.leave.note")), acts);
    }

    private void confirm(SignedInPerson me) {
        new ActDialog(texts.get("account.leave.confirm.heading"), texts.get("account.leave.confirm.submit"))
                .explain(texts.get("account.leave.confirm"))
                .primary()
                .ask(() -> {
                    people.signOutEverywhere(caller.get(), me.person());
                    UI.getCurrent().getPage().setLocation("sign-in");
                });
    }

    private static void toSignIn() {
        UI.getCurrent().getPage().setLocation("sign-in?" + SignInNavigation.CHANGED);
    }

    @Override
    public String getPageTitle() {
        return texts.get("account.title");
    }
}
