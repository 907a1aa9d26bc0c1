package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.LongConsumer;
import org.startex.conduct.Member;
import org.startex.kernel.ExerciseRole;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** Who runs and watches the exercise. Its director adds people with accounts. */
final class StaffPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final List<ExerciseRole> ROLES = List.of(
            ExerciseRole.CONTROLLER,
            ExerciseRole.EVALUATOR,
            ExerciseRole.LOGGIST,
            ExerciseRole.OBSERVER,
            ExerciseRole.DIRECTOR);

    private final transient ExerciseTools tools;
    private final transient PeopleService people;
    private final transient LongConsumer saved;
    private final Div list = Html.div("rows");
    private final Div add = Html.div("tb wrap");
    private List<String> shown = List.of();
    private boolean built;

    StaffPanel(ExerciseTools tools, PeopleService people, LongConsumer saved) {
        this.tools = tools;
        this.people = people;
        this.saved = saved;
        addClassName("panel");
        H2 heading = new H2(Words.say("staff.title"));
        heading.setId("staff-heading");
        getElement().setAttribute("aria-labelledby", "staff-heading");
        add(Html.div("ph", heading), list, add);
        add.setVisible(false);
    }

    void show(Scene scene) {
        List<Member> staff = scene.play().members().values().stream()
                .filter(member -> member.role() != ExerciseRole.PLAYER && !member.ejected())
                .sorted(java.util.Comparator.comparing(Member::role).thenComparing(Member::since))
                .toList();
        List<String> lines = staff.stream()
                .map(member -> scene.name(member.participant()) + member.role())
                .toList();
        if (!lines.equals(shown)) {
            shown = lines;
            list.removeAll();
            staff.forEach(member -> list.add(Html.div(
                    "person-line",
                    Html.span("b", scene.name(member.participant())),
                    Html.span("m", scene.organisation(member.participant())),
                    Html.spring(),
                    Html.span("", Words.say("role." + member.role())))));
        }
        if (!built && scene.role().filter(role -> role == ExerciseRole.DIRECTOR).isPresent()) {
            built = true;
            build(scene);
        }
    }

    private void build(Scene scene) {
        ComboBox<PersonName> person = new ComboBox<>(Words.say("staff.person"));
        person.setItems(query ->
                people
                        .directory(tools.caller(), query.getFilter().orElse(""), query.getOffset() + query.getLimit())
                        .stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()));
        person.setItemLabelGenerator(each ->
                each.organisation().isEmpty() ? each.name() : Words.say("place", each.name(), each.organisation()));
        person.setWidth("22rem");
        Select<ExerciseRole> role = new Select<>();
        role.setLabel(Words.say("staff.role"));
        role.setItems(ROLES);
        role.setItemLabelGenerator(each -> Words.say("role." + each));
        role.setValue(ExerciseRole.CONTROLLER);
        Outcome outcome = new Outcome();
        Button act = new Button(Words.say("staff.add"), click -> {
            PersonName chosen = person.getValue();
            if (chosen == null) {
                person.setInvalid(true);
                person.setErrorMessage(Words.say("staff.who"));
                person.focus();
                return;
            }
            outcome.perform(
                    id -> tools.conduct().giveRole(tools.caller(), scene.id(), id, chosen.person(), role.getValue()),
                    seq -> {
                        person.clear();
                        outcome.clear();
                        saved.accept(seq);
                    });
        });
        add.add(person, role, act, outcome);
        add.addClassName("bottoms");
        add.setVisible(true);
    }
}
