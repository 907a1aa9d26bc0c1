package org.startex.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.startex.exchange.ReportFormat;
import org.startex.exchange.ReportService;
import org.startex.kernel.EntryRef;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.EmptyState;
import org.startex.ui.EntryPaper;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Outcome;
import org.startex.ui.ReportLink;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** The record of an exercise: every entry, what it says and what it hashes to; export, check and seal. */
@Route("exercise/:id/log")
@PermitAll
class LogView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final String ENTRY = "entry";

    private final transient ReportService reports;
    private final Outcome outcome = new Outcome();
    private final Div paper = Html.beside();
    private @Nullable EntryList entries;
    private @Nullable SealPanel seal;
    private String wanted = "";

    LogView(ExerciseTools tools, ReportService reports) {
        super(tools, ExerciseTab.LOG);
        this.reports = reports;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ENTRY)
                .orElse("");
        super.beforeEnter(event);
    }

    @Override
    protected void fill(Main main, Scene scene) {
        EntryList list = new EntryList(tools(), scene.id(), EntryList.Order.NEWEST_FIRST, this::open);
        SealPanel panel = new SealPanel(
                tools(),
                this::saved,
                decisions(scene, ReportFormat.DOCX, "log.decisions.word"),
                decisions(scene, ReportFormat.XLSX, "log.decisions.excel"));
        entries = list;
        seal = panel;
        paper.removeAll();
        paper.add(Html.div("panel", new EmptyState(Words.say("entry.pick"))));
        main.add(Html.div("page wide logpage", panel, outcome, Html.div("split", list, paper)));
    }

    private ReportLink decisions(Scene scene, ReportFormat format, String words) {
        return new ReportLink(
                Words.say(words),
                Words.say("log.decisions.label", Words.say(words)),
                () -> reports.decisionLog(scene.caller(), scene.id(), format));
    }

    private void open(LedgerEntry entry, String previous) {
        scene().ifPresent(scene -> {
            EntryPaper opened = new EntryPaper(tools(), scene, entry, previous);
            paper.removeAll();
            paper.add(opened);
            if (wanted.isEmpty()) {
                opened.comeIntoView();
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .replaceState(null, ExerciseNavigation.entry(new EntryRef(entry.exercise(), entry.seq()))));
            } else {
                opened.arrive();
            }
        });
    }

    @Override
    protected void show(Scene scene) {
        if (entries != null) {
            entries.show(scene);
            arrive(entries, scene);
        }
        if (seal != null) {
            seal.show(scene);
        }
    }

    /** Opens the entry that the address names, once. */
    private void arrive(EntryList list, Scene scene) {
        if (!wanted.isEmpty() && !list.choose(wanted)) {
            paper.removeAll();
            paper.add(Html.div(
                    "panel",
                    new EmptyState(
                            Words.say("entry.unknown", wanted, scene.play().seq()))));
        }
        wanted = "";
    }

    @Override
    protected void saved(long seq) {
        outcome.say(Words.say("act.saved", seq));
        refresh();
    }
}
