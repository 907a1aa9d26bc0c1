package org.startex.lrc;

import java.util.List;
import org.startex.kernel.LrcCode;

/**
 * A response of the capability that can be activated by itself.
 *
 * @param demonstration it comes from the manual's case study and is nobody's record
 * @param retired the partnership no longer offers it; records that point at it keep it
 * @param changes how often it was written, for finding out that somebody else wrote meanwhile
 */
public record ModularResponse(LrcCode code, ResponseDraft said, boolean demonstration, boolean retired, int changes) {
    /** What it is called. */
    public String title() {
        return said.title();
    }

    /** The groups that it is for. The manual does not say; the partnership does. */
    public List<LrcCode> serves() {
        return said.serves();
    }
}
