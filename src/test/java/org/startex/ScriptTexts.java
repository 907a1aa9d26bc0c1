package org.startex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simple scan of TypeScript for texts: strings, templates, and what stands between the tags of {@code html} templates. It knows comments, nested
 * templates and most regular expressions, and no more.
 */
final class ScriptTexts {
    /**
     * A text.
     *
     * @param markup whether it stood in an {@code html} or {@code svg} template, where every word is shown
     */
    record Text(int line, String text, boolean markup) {}

    /** Stands in a template for what the program fills in. */
    private static final char FILLED = '\u0001';

    private static final Pattern BEFORE_A_STRING_FOR_PROGRAMS =
            Pattern.compile("\\b(from|import)\\s*\\(?\\s*$|\\bthrow\\b|\\bnew \\w*Error\\(|\\bconsole\\.\\w+\\(");
    private static final Pattern BEFORE_A_REGULAR_EXPRESSION = Pattern.compile("([(,=:!&|?{};\\[]|\\breturn)\\s*$");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|aria-description|title|placeholder|alt|label)=\"([^\"]*)\"");

    private final String source;
    private final List<Text> texts = new ArrayList<>();
    private int at;

    private ScriptTexts(String source) {
        this.source = source;
    }

    /** Every text in a source. */
    static List<Text> in(String source) {
        ScriptTexts scan = new ScriptTexts(source);
        scan.code(false);
        return scan.texts;
    }

    private void code(boolean insideTemplate) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("//", at)) {
                skipTo("\n");
            } else if (source.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'' || c == '"') {
                string(c);
            } else if (c == '`') {
                template();
            } else if (c == '/' && BEFORE_A_REGULAR_EXPRESSION.matcher(line()).find()) {
                regularExpression();
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                at++;
                if (insideTemplate && depth < 0) {
                    return;
                }
            }
        }
    }

    /** What stands in this line before the place that is being read. */
    private String line() {
        return source.substring(source.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at);
    }

    private void skipTo(String end) {
        int found = source.indexOf(end, at + 2);
        at = found < 0 ? source.length() : found + end.length();
    }

    private void string(char quote) {
        boolean forPrograms = BEFORE_A_STRING_FOR_PROGRAMS.matcher(line()).find();
        int start = at++;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        if (!forPrograms) {
            add(start, source.substring(start + 1, Math.min(at, source.length())), false);
        }
        at++;
    }

    private void template() {
        int start = at;
        String before = line();
        boolean forPrograms = BEFORE_A_STRING_FOR_PROGRAMS.matcher(before).find();
        StringBuilder text = new StringBuilder();
        at++;
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                at += 2;
                code(true);
                text.append(FILLED);
            } else {
                text.append(source.charAt(at));
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        if (before.endsWith("html") || before.endsWith("svg")) {
            markup(start, text.toString());
        } else if (!before.endsWith("css") && !forPrograms) {
            add(start, text.toString(), false);
        }
    }

    private void markup(int start, String text) {
        Matcher shown = SHOWN_ATTRIBUTE.matcher(text);
        while (shown.find()) {
            add(start, shown.group(1), true);
        }
        add(start, text.replaceAll("(?s)<!--.*?-->", "").replaceAll("<[^>]*>", " "), true);
    }

    private void regularExpression() {
        boolean inClass = false;
        for (at++; at < source.length() && source.charAt(at) != '\n'; at++) {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '/' && !inClass) {
                break;
            } else {
                inClass = c == '[' || (inClass && c != ']');
            }
        }
        at++;
    }

    private void add(int start, String text, boolean markup) {
        String shown = text.replace(FILLED, ' ').strip();
        if (!shown.isEmpty()) {
            int line = 1
                    + (int) source.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            texts.add(new Text(line, shown, markup));
        }
    }
}
