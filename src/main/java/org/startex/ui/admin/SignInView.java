package org.startex.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.people.DemonstrationSignIn;
import org.startex.people.PeopleService;

/** Where staff sign in. Players do not need to. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://app/admin.css")
class SignInView extends Composite<Door> implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WAIT_SHOWN = 86_400;

    private final transient CurrentCaller caller;
    private final transient PeopleService people;
    private final transient Texts texts = Texts.of("ui-admin");
    private final SignInForm form = new SignInForm(texts);
    private final AnswerLine note = new AnswerLine();

    SignInView(CurrentCaller caller, PeopleService people) {
        this.caller = caller;
        this.people = people;
    }

    @Override
    protected Door initContent() {
        H2 heading = new H2(texts.get("sign-in.heading"));
        heading.setId("sign-in");
        Section panel = new Section(heading, note, form);
        panel.addClassName("sx-panel");
        panel.getElement().setAttribute("aria-labelledby", "sign-in");
        Anchor play = new Anchor("play", texts.get("sign-in.play.link"));
        play.getElement().setAttribute("router-ignore", true);
        Paragraph players = new Paragraph(texts.get("sign-in.play") + " ");
        players.add(play);
        panel.add(players);
        Door door = new Door(panel);
        List<DemonstrationSignIn> demonstration = people.demonstration(Caller.NOBODY);
        if (!demonstration.isEmpty()) {
            door.add(new DemonstrationPanel(texts, demonstration));
        }
        return door;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (caller.signedIn().isPresent()) {
            event.forwardTo("");
            return;
        }
        form.begin(lastUsername());
        QueryParameters query = event.getLocation().getQueryParameters();
        if (query.getParameters().containsKey(SignInNavigation.FAILED)) {
            form.refuse(texts.get("sign-in.failed"));
        }
        query.getSingleParameter(SignInNavigation.WAIT)
                .flatMap(SignInView::seconds)
                .ifPresent(wait -> form.refuse(texts.get("sign-in.wait", wait)));
        if (query.getParameters().containsKey(SignInNavigation.CHANGED)) {
            note.good(texts.get("sign-in.changed"));
        }
        if (wasCopied()) {
            note.refused(texts.get("sign-in.copied"));
        }
    }

    private static boolean wasCopied() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        boolean copied = session.getAttribute(SignInNavigation.COPIED) != null;
        session.removeAttribute(SignInNavigation.COPIED);
        return copied;
    }

    private static String lastUsername() {
        Object last = VaadinSession.getCurrent().getSession().getAttribute(SignInNavigation.LAST_USERNAME);
        return last instanceof String username ? username : "";
    }

    private static Optional<Integer> seconds(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(n -> n > 0 && n <= LONGEST_WAIT_SHOWN);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("sign-in.title");
    }
}
