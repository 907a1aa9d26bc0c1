package org.startex.conduct;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as people paste it from a spreadsheet or a file: its fields stand between tabs, semicolons or commas, whichever the first line has. A field in double quotes may hold those and
 * line ends; a doubled quote in it is one quote. Blank lines are left out.
 */
final class PastedTable {
    /**
     * @param line where it begins in what was pasted, from 1
     * @param whole false if a quote in it was opened and never closed
     */
    record Row(int line, List<String> fields, boolean whole) {
        Row {
            fields = List.copyOf(fields);
        }

        private boolean blank() {
            return whole && fields.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char between;
    private int at;
    private int line = 1;

    private PastedTable(String text) {
        this.text = text;
        between = between(text);
    }

    static List<Row> rows(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n');
        PastedTable table = new PastedTable(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        while (table.at < table.text.length()) {
            Row row = table.row();
            if (!row.blank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Tabs before all, since only a spreadsheet makes them; else what the first line that is not blank has more of, outside quotes. */
    private static char between(String text) {
        String first = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < first.length(); i++) {
            char c = first.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '\t') {
                return '\t';
            }
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }

    private Row row() {
        int begin = line;
        List<String> fields = new ArrayList<>();
        boolean whole = true;
        while (true) {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == '"') {
                StringBuilder field = new StringBuilder();
                whole &= quoted(field);
                fields.add(field + unquoted());
            } else {
                fields.add(unquoted());
            }
            if (at >= text.length()) {
                return new Row(begin, fields, whole);
            }
            if (text.charAt(at++) == '\n') {
                line++;
                return new Row(begin, fields, whole);
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Up to what ends the field. */
    private String unquoted() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != between && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(begin, at).strip();
    }

    /** Reads behind the opening quote up to the closing one; false if there is none. */
    private boolean quoted(StringBuilder field) {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
                at++;
                if (!doubled) {
                    return true;
                }
            } else if (c == '\n') {
                line++;
            }
            field.append(c);
        }
        return false;
    }
}
