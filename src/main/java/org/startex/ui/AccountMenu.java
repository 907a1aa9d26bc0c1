package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.startex.people.SignedInPerson;

/** Under one's own name: account, colours, the way out. */
final class AccountMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    AccountMenu(SignedInPerson person, AuthenticationContext authentication) {
        getElement().setAttribute("aria-label", Words.say("account.menu"));
        addThemeName("tertiary");
        MenuItem name = addItem(Html.span("row", new Icon("person"), Html.span("", person.name()), new Icon("down")));
        name.setAriaLabel(Words.say("account.of", person.name()));
        name.getSubMenu()
                .addItem(Words.say("account.open"), click -> UI.getCurrent().navigate("account"));
        MenuItem appearance = name.getSubMenu().addItem(Words.say("appearance"));
        for (Appearance choice : Appearance.values()) {
            appearance.getSubMenu().addItem(choice.word(), click -> choice.choose(UI.getCurrent()));
        }
        name.getSubMenu().addItem(Words.say("sign-out"), click -> authentication.logout());
    }
}
