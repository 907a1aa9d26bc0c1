package org.startex.ui;

import java.util.List;
import org.startex.kernel.EntryRef;
import org.startex.people.Caller;

/**
 * What a workspace keeps that points back at an entry of a record: the way forward from the moment to what was learned from it. One bean for each
 * workspace; the log asks all of them.
 */
@FunctionalInterface
public interface CitedBy {
    /**
     * Something that cites the entry.
     *
     * @param what the kind and number, such as “Finding 3”
     * @param title in a few words
     * @param path of its own screen, without a slash at the start
     */
    record Link(String what, String title, String path) {}

    /** What the caller may see that cites this entry, in a steady order; what they may not see is left out, not refused. */
    List<Link> of(Caller caller, EntryRef entry);
}
