package org.startex.ledger;

import java.util.regex.Pattern;

/**
 * The name under which a fact is stored for ever, apart from any Java name.
 *
 * @param version of its form, from 1; a changed form gets a new version and the old one stays readable
 */
public record FactKind(String name, int version, Class<? extends Fact> type) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,39}");

    /** @throws IllegalArgumentException if the name is no kebab-case word, the version is under 1 or the type is no record */
    public FactKind {
        if (!FORM.matcher(name).matches() || version < 1 || !type.isRecord()) {
            throw new IllegalArgumentException("not a kind of fact: " + name + "/" + version + " " + type.getName());
        }
    }

    /** The first form of a kind. */
    public static FactKind of(String name, Class<? extends Fact> type) {
        return new FactKind(name, 1, type);
    }
}
