package org.startex.ui.lrc;

import java.util.List;
import org.springframework.stereotype.Component;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.lrc.ImprovementService;
import org.startex.people.Caller;
import org.startex.ui.CitedBy;

/** The improvement records whose lesson stands on an entry. */
@Component
class LrcCitations implements CitedBy {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final ImprovementService improvements;

    LrcCitations(ImprovementService improvements) {
        this.improvements = improvements;
    }

    @Override
    public List<Link> of(Caller caller, EntryRef entry) {
        if (!(caller instanceof Caller.SignedIn)) {
            return List.of();
        }
        return improvements.citing(caller, entry).stream()
                .map(record -> new Link(
                        TEXTS.get("record.short", Integer.toString(record.number())),
                        record.title(),
                        LrcNavigation.record(record.number())))
                .toList();
    }
}
