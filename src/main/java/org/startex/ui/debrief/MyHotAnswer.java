package org.startex.ui.debrief;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.startex.debrief.HotAnswer;
import org.startex.debrief.HotAnswers;
import org.startex.debrief.HotDebrief;
import org.startex.debrief.HotDebriefResult;
import org.startex.debrief.HotDebriefService;
import org.startex.debrief.Naming;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** What somebody of the staff answers themselves. The slip of an answer without a name is kept by their browser, and nowhere else. */
final class MyHotAnswer extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");
    private static final SecureRandom CHANCE = new SecureRandom();

    private final transient HotDebriefService debriefs;
    private final transient ExerciseTools tools;
    private final transient Runnable sent;
    private final ExerciseId exercise;
    private final String shelf;
    private final TextArea well = area("hot.well");
    private final TextArea not = area("hot.not");
    private final TextArea differently = area("hot.differently");
    private final RadioButtonGroup<Boolean> withName = new RadioButtonGroup<>();
    private final Div outcome = Html.div("");
    private final Naming naming;
    private String slip = slipOfChance();

    MyHotAnswer(
            HotDebriefService debriefs,
            ExerciseTools tools,
            ExerciseId exercise,
            ParticipantId me,
            HotDebrief found,
            Runnable sent) {
        this.debriefs = debriefs;
        this.tools = tools;
        this.exercise = exercise;
        this.sent = sent;
        this.shelf = "startex-hot-debrief-" + exercise + "-" + me;
        this.naming = found.naming();
        addClassNames("panel", "pad", "hot-mine");
        H2 heading = new H2(TEXTS.get("hot.mine"));
        heading.setId("hot-mine");
        getElement().setAttribute("aria-labelledby", "hot-mine");
        withName.setLabel(TEXTS.get("hot.with-name"));
        withName.setItems(true, false);
        withName.setItemLabelGenerator(with -> TEXTS.get(with ? "hot.with" : "hot.without"));
        withName.setVisible(naming == Naming.CHOICE);
        found.mine().ifPresent(mine -> {
            well.setValue(mine.wentWell());
            not.setValue(mine.didNot());
            differently.setValue(mine.differently());
            withName.setValue(true);
        });
        outcome.getElement().setAttribute("role", "status");
        Button send = new Button(TEXTS.get(found.answered() ? "hot.send-again" : "hot.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(heading, Html.p("m s", NamingWords.explained(naming)));
        if (found.answered()) {
            add(Notice.good(TEXTS.get(found.mine().isPresent() ? "hot.answered" : "hot.answered.nameless")));
        }
        if (naming != Naming.NAMED) {
            add(Html.p("m s", TEXTS.get("hot.few", HotAnswers.FEWEST)));
        }
        add(well, not, differently, withName, outcome, Html.div("row", send));
    }

    private static TextArea area(String key) {
        TextArea area = new TextArea(TEXTS.get(key));
        area.setMaxLength(4000);
        area.setMinRows(2);
        area.setMaxRows(8);
        return area;
    }

    private static String slipOfChance() {
        byte[] bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var unused = WebStorage.getItem(shelf).thenAccept(kept -> {
            if (kept != null && !kept.isEmpty()) {
                slip = kept;
            }
        });
    }

    private void send() {
        outcome.removeAll();
        Boolean chosen = naming == Naming.CHOICE ? withName.getValue() : Boolean.valueOf(naming == Naming.NAMED);
        if (chosen == null) {
            withName.setInvalid(true);
            withName.setErrorMessage(TEXTS.get("hot.choose"));
            return;
        }
        withName.setInvalid(false);
        HotDebriefResult result;
        try {
            result = debriefs.answer(
                    tools.caller(),
                    exercise,
                    new HotAnswer(chosen, slip, well.getValue(), not.getValue(), differently.getValue()));
        } catch (RuntimeException away) {
            outcome.add(Notice.problem(TEXTS.get("away")));
            return;
        }
        switch (result) {
            case HotDebriefResult.Done done -> {
                WebStorage.setItem(shelf, slip);
                outcome.add(Notice.good(TEXTS.get(chosen ? "hot.sent" : "hot.sent.nameless")));
                sent.run();
            }
            case HotDebriefResult.Refused refused ->
                outcome.add(Notice.problem(refused.reason().message()));
        }
    }
}
