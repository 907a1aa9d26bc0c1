package org.startex.ui.debrief;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.debrief.Finding;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.KeyMap;
import org.startex.ui.Scene;
import org.startex.ui.SearchField;

/** The findings of an exercise: found by words, theme and kind; written, changed and withdrawn by those who may. */
final class FindingsPanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private enum Kind {
        ALL,
        IMPROVE,
        GOOD;

        boolean holds(Finding finding) {
            return this == ALL || finding.goodPractice() == (this == GOOD);
        }
    }

    private final transient FindingDesk desk;
    private final boolean mayWrite;
    private final Filters<Kind> kinds = new Filters<>(TEXTS.get("kind.filter"), Kind.class, Kind.ALL, chosen -> draw());
    private final Select<String> theme = new Select<>();
    private final Span count = Html.span("m s", "");
    private final Div tools = Html.div("tb wrap");
    private final Div list = Html.div("stack");
    private String search = "";
    private String wanted;
    private transient @Nullable Scene scene;
    private transient List<Finding> standing = List.of();
    private transient List<Finding> withdrawn = List.of();
    private transient Map<Long, LedgerEntry> entries = Map.of();
    private boolean ended;

    FindingsPanel(FindingDesk desk, Scene scene, String wanted) {
        this.desk = desk;
        this.wanted = wanted;
        mayWrite = desk.mayWrite(scene.id());
        SearchField field = new SearchField(TEXTS.get("findings.find"), text -> {
            search = text.toLowerCase(Locale.ROOT);
            draw();
        });
        field.addThemeName("small");
        theme.setAriaLabel(TEXTS.get("finding.theme"));
        theme.setEmptySelectionAllowed(true);
        theme.setEmptySelectionCaption(TEXTS.get("theme.all"));
        theme.setItemLabelGenerator(each -> each == null ? TEXTS.get("theme.all") : each);
        theme.addThemeName("small");
        theme.addValueChangeListener(change -> draw());
        Button write = new Button(TEXTS.get("finding.write"), new Icon("plus"), click -> write());
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setVisible(mayWrite);
        tools.add(kinds, field, theme, count, Html.spring(), write);
        add(Html.div("panel", tools), list, new KeyMap().key("/", field));
    }

    private void write() {
        Scene now = scene;
        if (now != null) {
            desk.write(now, "", this::saved);
        }
    }

    @Override
    void show(Scene now) {
        boolean first = scene == null;
        boolean grown =
                !first && scene != null && scene.play().seq() != now.play().seq();
        scene = now;
        boolean over = isOver(now.exercise());
        if (first || grown || over != ended) {
            ended = over;
            read();
            draw();
        }
    }

    static boolean isOver(Exercise exercise) {
        return switch (exercise) {
            case Exercise.Closing s -> true;
            case Exercise.Sealed s -> true;
            case Exercise.Stopped s -> s.before() == Exercise.Before.CLOSING;
            default -> false;
        };
    }

    private void saved(Finding finding) {
        wanted = Integer.toString(finding.number());
        read();
        draw();
    }

    private void read() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        standing = desk.standing(now.id());
        withdrawn = desk.withdrawn(now.id());
        entries = desk.entries(now.id());
        String chosen = theme.getValue();
        List<String> themes =
                standing.stream().map(Finding::theme).distinct().sorted().toList();
        theme.setItems(themes);
        if (chosen != null && themes.contains(chosen)) {
            theme.setValue(chosen);
        }
    }

    private void draw() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        list.removeAll();
        tools.setVisible(ended);
        kinds.label(kind -> TEXTS.get(
                switch (kind) {
                    case ALL -> "kinds.all";
                    case IMPROVE -> "kinds.improve";
                    case GOOD -> "kinds.good";
                },
                standing.stream().filter(kind::holds).count()));
        if (!ended) {
            list.add(empty(
                    "findings.before", new Anchor(ExerciseNavigation.control(now.id()), TEXTS.get("to-control"))));
            return;
        }
        List<Finding> found = standing.stream().filter(this::holds).toList();
        count.setText(TEXTS.get("findings.shown", found.size(), standing.size()));
        if (standing.isEmpty()) {
            list.add(empty(mayWrite ? "findings.none" : "findings.none.reader"));
        } else if (found.isEmpty()) {
            list.add(empty("findings.none.found"));
        }
        found.forEach(finding -> list.add(card(now, finding)));
        if (!withdrawn.isEmpty()) {
            Div gone = Html.div("stack");
            withdrawn.forEach(finding -> gone.add(card(now, finding)));
            Details details = new Details(TEXTS.get("findings.withdrawn", withdrawn.size()), gone);
            details.addClassName("folded");
            details.setOpened(withdrawn.stream().anyMatch(this::isWanted));
            list.add(details);
        }
        wanted = "";
    }

    private FindingCard card(Scene now, Finding finding) {
        FindingCard card = new FindingCard(desk, now, finding, entries, mayWrite, this::saved);
        if (isWanted(finding)) {
            card.arrive();
        }
        return card;
    }

    private boolean isWanted(Finding finding) {
        return wanted.equals(Integer.toString(finding.number()));
    }

    private boolean holds(Finding finding) {
        String chosen = theme.getValue();
        return kinds.chosen().holds(finding)
                && (chosen == null || chosen.equals(finding.theme()))
                && Stream.of(search.split("\\s+")).allMatch(words(finding).toLowerCase(Locale.ROOT)::contains);
    }

    private static String words(Finding finding) {
        return String.join(
                " ",
                Integer.toString(finding.number()),
                finding.what(),
                finding.expected(),
                finding.why(),
                finding.theme(),
                finding.byName());
    }

    private static Div empty(String key, Component... next) {
        return Html.div("panel", new EmptyState(TEXTS.get(key), next));
    }
}
