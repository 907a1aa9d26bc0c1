package org.startex.people;

import java.util.List;

/** What the person who starts the program must be told about signing in: demonstration people, or the link that makes the first administrator. */
public record StartNotice(List<String> lines) {
    public StartNotice {
        lines = List.copyOf(lines);
    }
}
