package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.startex.conduct.Delivered;
import org.startex.conduct.InjectMailService;
import org.startex.kernel.Texts;
import org.startex.ui.Notice;
import org.startex.ui.Scene;

/** A line that stands out while mail of an inject has failed, with the way to it. For controllers. */
final class MailTrouble extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-mail");

    private final transient InjectMailService mail;
    private final transient Consumer<String> open;
    private transient SortedMap<Long, Integer> shown = Collections.emptySortedMap();

    MailTrouble(InjectMailService mail, Consumer<String> open) {
        this.mail = mail;
        this.open = open;
        addClassName("mail-trouble");
        setVisible(false);
    }

    void show(Scene now) {
        SortedMap<Long, Integer> failed =
                now.controls() ? mail.failed(now.caller(), now.id()) : Collections.emptySortedMap();
        if (failed.equals(shown)) {
            return;
        }
        shown = failed;
        removeAll();
        setVisible(!failed.isEmpty());
        if (!failed.isEmpty()) {
            add(notice(now, failed));
        }
    }

    private Notice notice(Scene now, SortedMap<Long, Integer> failed) {
        String number = now.play()
                .delivered(failed.firstKey())
                .map(Delivered::number)
                .map(Object::toString)
                .orElse("");
        int mails = failed.values().stream().mapToInt(Integer::intValue).sum();
        Button look = new Button(TEXTS.get("trouble.open", number), click -> open.accept(number));
        look.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Notice.problem(TEXTS.get("trouble", mails, number), look);
    }
}
