package org.startex.ui.admin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.startex.kernel.Texts;

/** Says what happened instead of the page that was asked for, and where to go on. */
final class ProblemPage {
    private ProblemPage() {}

    static Door of(String key) {
        Texts texts = Texts.of("ui-admin");
        Section panel = new Section(
                new H2(texts.get(key + ".heading")),
                new Paragraph(texts.get(key)),
                new Anchor(".", texts.get("problem.home")));
        panel.addClassName("sx-panel");
        return new Door(panel);
    }
}
