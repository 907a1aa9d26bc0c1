package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.competency.Change;
import org.startex.competency.Claim;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidencePiece;
import org.startex.competency.Proof;
import org.startex.exchange.ReportService;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.standards.Ksb;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.ReportLink;

/** One piece of evidence: the act with what was known, what the learner says it shows, and each claim with its judgements. */
@Route(value = "competency/evidence/:id", layout = MainLayout.class)
@PermitAll
class EvidenceView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient ReportService reports;

    EvidenceView(CompetencyTools tools, ReportService reports) {
        super(Part.RECORD, tools.assesses());
        this.tools = tools;
        this.reports = reports;
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        EvidenceId id = EvidenceId.of(event.getRouteParameters().get("id").orElse(""));
        Div content = Html.div("split evidence-split");
        page.add(content);
        show(content, id, null);
    }

    /**
     * @param chosen the claim to judge; null for the first that waits
     */
    private void show(Div content, EvidenceId id, @Nullable KsbCode chosen) {
        content.removeAll();
        EvidencePiece piece = tools.evidence().piece(tools.caller(), id);
        Map<PersonId, String> names = tools.evidence().names(tools.caller(), id);
        boolean mine =
                tools.caller() instanceof Caller.SignedIn me && me.person().equals(piece.learner());
        boolean mayJudge = tools.evidence().mayJudge(tools.caller(), id);
        String learner = names.getOrDefault(piece.learner(), "");
        head(TEXTS.get("piece.title", learner));
        Anchor back = mine
                ? new Anchor(CompetencyNavigation.RECORD, TEXTS.get("piece.back.mine"))
                : new Anchor(CompetencyNavigation.record(piece.learner()), TEXTS.get("piece.back", learner));
        Div left = Html.div(
                "stack",
                Html.div(
                        "row wrap s",
                        back,
                        Html.spring(),
                        new ReportLink(
                                TEXTS.get("piece.pdf"),
                                TEXTS.get("piece.pdf.label"),
                                () -> reports.evidence(tools.caller(), id))),
                new ContextPaper(
                        piece.kind(),
                        piece.context(),
                        piece.entry(),
                        tools.readsRecord(piece.entry().exercise())),
                proof(piece));
        Div right = Html.div("stack claims");
        H2 shows = new H2(TEXTS.get("piece.statement", learner));
        right.add(Html.div(
                "panel pad",
                shows,
                Html.p("pre", piece.statement()),
                Html.p("m xs", TEXTS.get("piece.statement.note"))));
        KsbCode open = chosen == null ? firstWaiting(piece) : chosen;
        for (Claim claim : piece.claims()) {
            ClaimPanel.Reader reader = new ClaimPanel.Reader(
                    mine, mayJudge, claim.ksb().equals(open), () -> show(content, id, claim.ksb()));
            right.add(new ClaimPanel(tools, piece, claim, names, reader, () -> show(content, id, null)));
        }
        if (mine) {
            right.add(another(piece, () -> show(content, id, null)));
        }
        content.add(left, right);
    }

    private static @Nullable KsbCode firstWaiting(EvidencePiece piece) {
        return piece.claims().stream()
                .filter(claim -> claim.state() == ClaimState.WAITING)
                .map(Claim::ksb)
                .findFirst()
                .orElse(null);
    }

    private Div proof(EvidencePiece piece) {
        Div said = Html.div("outcome");
        said.getElement().setAttribute("role", "status");
        Button check = new Button(TEXTS.get("proof.check"), new Icon("seal"), click -> {
            said.removeAll();
            Proof proof = tools.evidence().check(tools.caller(), piece.id());
            said.add(
                    proof.holds()
                            ? Notice.good(TEXTS.get(
                                    "proof.holds", String.valueOf(piece.entry().seq())))
                            : Notice.problem(TEXTS.get(proof.sameEntry() ? "proof.record" : "proof.entry")));
        });
        return Html.div("panel pad", Html.p("s m", TEXTS.get("proof.note")), Html.div("row", check), said);
    }

    private Div another(EvidencePiece piece, Runnable changed) {
        List<Ksb> free = tools.standard().ksbs().stream()
                .filter(ksb -> piece.claim(ksb.code())
                        .filter(claim -> claim.state() != ClaimState.WITHDRAWN)
                        .isEmpty())
                .toList();
        ComboBox<Ksb> choose = new ComboBox<>(TEXTS.get("claim.another"));
        choose.setItemLabelGenerator(ksb -> TEXTS.get("ksb.line", ksb.code().value(), ksb.text()));
        choose.setItems(free);
        choose.addClassName("sp");
        Div said = Html.div("outcome");
        Button claim = new Button(TEXTS.get("claim.another.send"), click -> {
            said.removeAll();
            if (choose.getValue() == null) {
                choose.focus();
                return;
            }
            switch (tools.evidence()
                    .claim(tools.caller(), piece.id(), choose.getValue().code())) {
                case Change.Done<EvidenceId> done -> changed.run();
                case Change.Refused<EvidenceId>(var refusal) -> said.add(Notice.problem(refusal.message()));
            }
        });
        claim.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Html.div("panel pad", Html.div("row wrap bottom", choose, claim), said);
    }
}
