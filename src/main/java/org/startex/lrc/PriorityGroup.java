package org.startex.lrc;

import java.util.List;
import org.startex.kernel.LrcCode;

/**
 * Part of society that the capability is there for first.
 *
 * @param demonstration it comes from the manual's case study and is nobody's record
 * @param retired the partnership no longer works with it; records that point at it keep it
 * @param changes how often it was written, for finding out that somebody else wrote meanwhile
 */
public record PriorityGroup(LrcCode code, GroupDraft said, boolean demonstration, boolean retired, int changes) {
    /** What it is called. */
    public String name() {
        return said.name();
    }

    /** What its people need. */
    public List<String> needs() {
        return said.needs();
    }
}
