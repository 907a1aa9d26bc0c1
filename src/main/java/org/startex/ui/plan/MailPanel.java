package org.startex.ui.plan;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.MailBox;
import org.startex.kernel.Addressee;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** Mail addresses: where injects of the channel mail also go. For controllers. */
final class MailPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-mail");

    private final transient InjectMailService mail;
    private final UnorderedList list = new UnorderedList();
    private final Div what = Html.div("bd");
    private final Div form = Html.div("tb wrap bottoms");
    private final Select<Addressee> owner = new Select<>();
    private final TextField address = new TextField(TEXTS.get("address"));
    private transient @Nullable List<MailBox> shown;
    private transient @Nullable Scene scene;

    MailPanel(InjectMailService mail) {
        this.mail = mail;
        addClassNames("panel", "noprint");
        H2 heading = new H2(TEXTS.get("title"));
        heading.setId("mail-heading");
        getElement().setAttribute("aria-labelledby", "mail-heading");
        list.addClassName("rows");
        owner.setLabel(TEXTS.get("owner"));
        owner.setWidth("18rem");
        address.setWidth("20rem");
        address.addKeyPressListener(Key.ENTER, press -> add());
        address.addValueChangeListener(change -> address.setInvalid(false));
        form.add(owner, address, new Button(TEXTS.get("add"), click -> add()));
        add(Html.div("ph", heading), what, list, form);
        form.setVisible(false);
    }

    /** Shown to whoever controls play, until the record is sealed. */
    void show(Scene now) {
        scene = now;
        setVisible(now.controls() && !(now.exercise() instanceof Exercise.Sealed));
        if (!isVisible()) {
            return;
        }
        List<MailBox> boxes = mail.boxes(now.caller(), now.id());
        if (boxes.equals(shown)) {
            return;
        }
        boolean first = shown == null;
        shown = boxes;
        if (first) {
            offer(now);
        }
        list.removeAll();
        list.setVisible(!boxes.isEmpty());
        boxes.forEach(box -> list.add(line(now, box)));
    }

    private void offer(Scene now) {
        boolean can = mail.configured(now.caller(), now.id());
        long injects = MailCheck.injects(now);
        what.add(Html.p("m", can ? TEXTS.get("what", injects) : TEXTS.get("off", injects)));
        form.setVisible(can);
        List<Addressee> owners = now.plan().places().stream()
                .flatMap(place -> Stream.concat(
                        Stream.of(new Addressee(place.code(), "")),
                        place.posts().stream().map(post -> new Addressee(place.code(), post.code()))))
                .toList();
        owner.setItems(owners);
        owner.setItemLabelGenerator(now::addressee);
        owners.stream().findFirst().ifPresent(owner::setValue);
    }

    private ListItem line(Scene now, MailBox box) {
        Button remove = new Button(TEXTS.get("remove"), click -> {
            mail.remove(now.caller(), now.id(), box);
            show(now);
            address.focus();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(TEXTS.get("remove.label", box.address().value(), now.addressee(box.owner())));
        ListItem line = new ListItem(
                Html.span("b", now.addressee(box.owner())),
                Html.span("ell m", box.address().value()),
                Html.spring(),
                remove);
        line.addClassName("person-line");
        return line;
    }

    private void add() {
        Scene now = scene;
        Addressee chosen = owner.getValue();
        if (now == null || chosen == null) {
            return;
        }
        Optional<Reason> refused = mail.add(now.caller(), now.id(), chosen, address.getValue());
        if (refused.isEmpty()) {
            address.clear();
            show(now);
        }
        address.setInvalid(refused.isPresent());
        address.setErrorMessage(refused.map(Reason::message).orElse(""));
        address.focus();
    }
}
