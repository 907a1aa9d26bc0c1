package org.startex.ledger;

import java.util.List;

/** The kinds of fact that a module owns; each module publishes one as a bean. */
public record FactKinds(List<FactKind> kinds) {
    public FactKinds {
        kinds = List.copyOf(kinds);
    }
}
