package org.startex.ui.control;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.startex.conduct.AdHocInject;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;
import org.startex.scenario.AdHocTemplate;
import org.startex.ui.ActDialog;
import org.startex.ui.Channels;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Markdown;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** Writes an inject on the spot: from whom, to whom, how, and what it says, as players will read it. */
final class AdHocDialog {
    private static final Texts KINDS = Texts.of("ui-kinds");

    private final ExerciseTools tools;
    private final Scene scene;
    private final SavedLine saved;
    private final TextField title = new TextField(Words.say("write.title-field"));
    private final TextField from = new TextField(Words.say("write.from"));
    private final MultiSelectComboBox<Addressee> to = new MultiSelectComboBox<>(Words.say("write.to"));
    private final Select<Channel> channel = new Select<>();
    private final TextArea text = new TextArea(Words.say("write.text"));
    private final Div preview = Html.div("quote");
    private final Select<AdHocTemplate> template = new Select<>();

    AdHocDialog(ExerciseTools tools, Scene scene, SavedLine saved) {
        this.tools = tools;
        this.scene = scene;
        this.saved = saved;
        title.setMaxLength(120);
        title.setRequiredIndicatorVisible(true);
        title.setAutofocus(true);
        from.setMaxLength(120);
        from.setRequiredIndicatorVisible(true);
        to.setItems(addressees(scene));
        to.setItemLabelGenerator(scene::addressee);
        to.setRequiredIndicatorVisible(true);
        channel.setLabel(Words.say("write.channel"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(Channels::word);
        channel.setValue(Channel.PHONE);
        text.setMaxLength(4000);
        text.setMinRows(4);
        text.setMaxRows(10);
        text.setRequiredIndicatorVisible(true);
        text.setHelperText(Words.say("write.help"));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> preview(change.getValue()));
        preview("");
        template.setLabel(KINDS.get("template"));
        template.setHelperText(KINDS.get("template.help"));
        template.setEmptySelectionAllowed(true);
        template.setEmptySelectionCaption(KINDS.get("template.none"));
        template.setItems(scene.plan().templates());
        template.setItemLabelGenerator(chosen -> chosen == null ? KINDS.get("template.none") : chosen.title());
        template.setVisible(!scene.plan().templates().isEmpty());
        template.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                begin(change.getValue());
            }
        });
    }

    private void begin(AdHocTemplate chosen) {
        title.setValue(chosen.title());
        from.setValue(chosen.from());
        to.setValue(chosen.to());
        channel.setValue(chosen.channel());
        text.setValue(chosen.text());
        preview(chosen.text());
    }

    /** Everybody an inject can be for: cells, and roles in them. */
    static List<Addressee> addressees(Scene scene) {
        List<Addressee> all = new ArrayList<>();
        scene.plan().places().forEach(place -> {
            all.add(new Addressee(place.code(), ""));
            place.posts().forEach(post -> all.add(new Addressee(place.code(), post.code())));
        });
        return all;
    }

    private void preview(String written) {
        preview.removeAll();
        preview.add(written.isBlank() ? Html.span("m", Words.say("write.preview.empty")) : Markdown.of(written));
    }

    void open() {
        ActDialog dialog = new ActDialog(Words.say("write.title"), Words.say("write.act"));
        dialog.setWidth("min(46rem, 94vw)");
        dialog.with(
                        template,
                        Html.div("two", title, from),
                        Html.div("two", to, channel),
                        text,
                        Html.div("stack tight", Html.span("s m", Words.say("write.preview")), preview))
                .primary()
                .ask((id, none) -> send(id), saved::saved);
    }

    private CompletableFuture<Answer> send(ClientId id) {
        boolean complete = Stream.of(
                        needed(title, title.getValue().isBlank()),
                        needed(from, from.getValue().isBlank()),
                        needed(to, to.getValue().isEmpty()),
                        needed(text, text.getValue().isBlank()))
                .allMatch(Boolean::booleanValue);
        if (!complete) {
            return CompletableFuture.completedFuture(new Answer.Refused(Reason.of("inject-incomplete")));
        }
        return tools.conduct()
                .sendAdHoc(
                        tools.caller(),
                        scene.id(),
                        id,
                        new AdHocInject(
                                title.getValue().strip(),
                                from.getValue().strip(),
                                to.getValue().stream()
                                        .sorted(java.util.Comparator.comparing(Addressee::toString))
                                        .toList(),
                                channel.getValue(),
                                text.getValue().strip()));
    }

    private static boolean needed(com.vaadin.flow.component.HasValidation field, boolean missing) {
        field.setInvalid(missing);
        field.setErrorMessage(missing ? Words.say("field.needed") : "");
        return !missing;
    }
}
