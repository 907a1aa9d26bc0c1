package org.startex.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.startex.kernel.Texts;
import org.startex.people.DemonstrationSignIn;

/** One button for each demonstration person. Each is a form of its own, so that it works without anything else on the page. */
final class DemonstrationPanel extends Section {
    private static final long serialVersionUID = 1L;

    DemonstrationPanel(Texts texts, List<DemonstrationSignIn> people) {
        addClassName("sx-demonstration");
        H2 heading = new H2(texts.get("demonstration.heading"));
        heading.setId("demonstration");
        getElement().setAttribute("aria-labelledby", "demonstration");
        UnorderedList list = new UnorderedList();
        people.forEach(person -> list.add(item(texts, person)));
        Div note = new Div(
                new Paragraph(texts.get("demonstration.note", people.getFirst().password())));
        add(heading, note, list);
    }

    private static ListItem item(Texts texts, DemonstrationSignIn person) {
        Element button = new Element("button").setAttribute("type", "submit");
        button.appendChild(
                new Element("b").setText(texts.get("demonstration.sign-in", person.name())),
                new Element("span").setText(person.part()));
        Element form = new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", SignInNavigation.PATH.substring(1))
                .appendChild(
                        hidden("username", person.username()),
                        hidden("password", person.password()),
                        hidden(SignInNavigation.REMEMBER, "on"),
                        button);
        ListItem item = new ListItem();
        item.getElement().appendChild(form);
        return item;
    }

    private static Element hidden(String name, String value) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
    }
}
