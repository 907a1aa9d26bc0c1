package org.startex.ui.debrief;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.debrief.FindingVersion;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerEntry;
import org.startex.standards.LessonThemes;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** What reading and writing findings works with. */
record FindingDesk(ExerciseTools tools, FindingService findings, LessonThemes themes) {
    List<Finding> standing(ExerciseId id) {
        return findings.findings(tools.caller(), id);
    }

    List<Finding> withdrawn(ExerciseId id) {
        return findings.withdrawn(tools.caller(), id);
    }

    List<FindingVersion> history(Finding finding) {
        return findings.history(tools.caller(), finding.id());
    }

    boolean mayWrite(ExerciseId id) {
        return findings.mayWrite(tools.caller(), id);
    }

    /** The whole record by sequence. */
    Map<Long, LedgerEntry> entries(ExerciseId id) {
        return tools.record().read(tools.caller(), id, 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(LedgerEntry::seq, entry -> entry));
    }

    /** An entry on one line: its number, its time, what happened. */
    static String line(Scene scene, LedgerEntry entry) {
        return entry.seq() + "  " + EntryWords.time(scene, entry) + "  " + EntryWords.summary(scene, entry);
    }

    /** Opens the form for a new finding, with this said to have happened. */
    void write(Scene scene, String what, Consumer<Finding> saved) {
        FindingDraft nothing = new FindingDraft(what, "", "", "", false, List.of());
        new FindingDialog(this, scene, nothing, draft -> findings.record(tools.caller(), scene.id(), draft), saved)
                .open();
    }

    /** Opens the form for changing a finding. */
    void change(Scene scene, Finding finding, Consumer<Finding> saved) {
        new FindingDialog(
                        this,
                        scene,
                        finding.draft(),
                        draft -> findings.change(tools.caller(), finding.id(), finding.version(), draft),
                        saved)
                .open();
    }

    /** Asks why, and withdraws. */
    void withdraw(Finding finding, Consumer<Finding> saved) {
        new WithdrawDialog(finding, why -> findings.withdraw(tools.caller(), finding.id(), why), saved).open();
    }
}
