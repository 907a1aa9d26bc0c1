package org.startex.conduct;

import java.util.List;
import org.startex.kernel.CellCode;

/** A cell as planned. */
public record Place(CellCode code, String title, List<Post> posts) {
    public Place {
        posts = List.copyOf(posts);
    }
}
