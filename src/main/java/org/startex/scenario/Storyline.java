package org.startex.scenario;

import java.util.List;
import org.startex.kernel.InjectNumber;

/**
 * A thread of the story that several injects tell on, whichever cells they reach.
 *
 * @param code small letters, figures and hyphens
 * @param injects that tell it, in the order of the file; each belongs to one storyline at most
 */
public record Storyline(String code, String title, List<InjectNumber> injects) {
    public Storyline {
        injects = List.copyOf(injects);
    }
}
