package org.startex.competency;

import java.util.UUID;

/** One development need. */
public record NeedId(UUID value) {
    static NeedId random() {
        return new NeedId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
