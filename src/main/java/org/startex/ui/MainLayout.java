package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.startex.kernel.InstallationRole;
import org.startex.people.CurrentCaller;
import org.startex.people.SignedInPerson;

/**
 * The frame around every staff screen that is not an exercise in play: skip link, name, workspaces, account, and the main landmark in which
 * the screen stands. Screens name it as their layout and bring their own {@code h1}.
 */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Main main = new Main();
    private final List<Anchor> workspaces = new ArrayList<>();

    public MainLayout(CurrentCaller current, AuthenticationContext authentication) {
        addClassName("shell");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Nav nav = new Nav();
        nav.addClassName("tabs");
        nav.getElement().setAttribute("aria-label", Words.say("workspaces"));
        workspace("", "workspace.exercises");
        workspace("library", "workspace.library");
        workspace("lessons", "workspace.lessons");
        workspace("competency", "workspace.competency");
        workspace("lrc", "workspace.lrc");
        current.signedIn()
                .filter(person -> person.roles().contains(InstallationRole.ADMINISTRATOR))
                .ifPresent(administrator -> workspace("people", "workspace.people"));
        nav.add(workspaces.toArray(Component[]::new));
        Header bar = new Header(new Logo(), nav, Html.spring());
        bar.addClassName("bar");
        current.signedIn().ifPresent((SignedInPerson person) -> bar.add(new AccountMenu(person, authentication)));
        add(Html.skip("main", Words.say("skip.main")), bar, main);
    }

    private void workspace(String path, String key) {
        workspaces.add(new Anchor(path.isEmpty() ? "." : path, Words.say(key)));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Location at = event.getLocation();
        String first = at.getFirstSegment();
        workspaces.forEach(link -> {
            String path = link.getHref().equals(".") ? "" : link.getHref();
            if (path.equals(first)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
