package org.startex.kernel;

import java.util.regex.Pattern;

/**
 * Whom an inject is for: a whole cell ({@code rest-centre}) or a role in a cell ({@code rest-centre/lead}).
 *
 * @param role the role's code, or empty for everybody in the cell
 */
public record Addressee(CellCode cell, String role) {
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws IllegalArgumentException if the role has not the form of a code */
    public Addressee {
        if (!role.isEmpty() && !ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("not a role: " + role);
        }
    }

    /**
     * Reads {@code cell} or {@code cell/role}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Addressee of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Addressee(new CellCode(text), "");
        }
        Addressee read = new Addressee(new CellCode(text.substring(0, slash)), text.substring(slash + 1));
        if (read.wholeCell()) {
            throw new IllegalArgumentException("no role after the slash: " + text);
        }
        return read;
    }

    /** Whether everybody in the cell is meant. */
    public boolean wholeCell() {
        return role.isEmpty();
    }

    @Override
    public String toString() {
        return wholeCell() ? cell.value() : cell.value() + "/" + role;
    }
}
