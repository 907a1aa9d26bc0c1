package org.startex.standards;

import java.util.List;
import org.startex.kernel.KsbCode;

/**
 * A duty of the standard, in its exact words, with the KSBs that it asks for.
 *
 * @param number from 1 to 11
 */
public record Duty(int number, String text, List<KsbCode> ksbs) {
    public Duty {
        ksbs = List.copyOf(ksbs);
    }
}
