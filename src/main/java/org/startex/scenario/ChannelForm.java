package org.startex.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startex.kernel.Channel;
import org.startex.kernel.Texts;

/**
 * The text of an inject in the form that its channel has in real life: the head of a mail, the lines of a METHANE report, who posts and when, the headline of a newspaper, the
 * title of a situation report. What is not written that way stays plain text. Pure.
 *
 * @param before Markdown above the form
 * @param lines the form itself; empty for plain text
 * @param rest Markdown beneath it
 */
public record ChannelForm(String before, List<Line> lines, String rest) {
    /**
     * A line of the form.
     *
     * @param part which it is: {@code subject}, {@code hazards}, {@code headline}, …
     * @param text Markdown
     */
    public record Line(String part, String text) {}

    private static final Texts TEXTS = Texts.of("channel-forms");

    private static final Pattern MAIL_LINE =
            Pattern.compile("(?:\\*\\*)?(To|Cc|From|Date|Subject):(?:\\*\\*)?\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern METHANE_LINE = Pattern.compile("[-*] +\\*\\*([METHAN]):?\\*\\*:? +(\\S.*)");
    private static final Pattern METHANE_WORDS = Pattern.compile(
            "(?:[-*] +)?(?:\\*\\*)?(Major incident|Exact location|Type|Hazards|Access|Number|Emergency services)[^:]{0,40}:(?:\\*\\*)?\\s*(\\S.*)",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> METHANE =
            List.of("major-incident", "exact-location", "type", "hazards", "access", "number", "emergency-services");
    private static final Pattern POST = Pattern.compile("\\*\\*([^*]+)\\*\\*,? +(\\d{1,2}[:.]\\d\\d)");
    private static final Pattern HEADLINE = Pattern.compile("\\*\\*([^*]+)\\*\\*(?: +· +\\*?([^*]+)\\*?)?");

    public ChannelForm {
        lines = List.copyOf(lines);
    }

    /** The form of a text. */
    public static ChannelForm of(Channel channel, String markdown) {
        List<String> lines = markdown.strip().lines().toList();
        return switch (channel) {
            case MAIL -> mail(lines);
            case METHANE -> methane(lines);
            case SOCIAL -> first(lines, POST, "poster", "when");
            case NEWS -> first(lines, HEADLINE, "headline", "when");
            case SITUATION_REPORT -> first(lines, HEADLINE, "title", "when");
            case PHONE, RADIO, LETTER, MAP, IN_PERSON -> plain(lines);
        };
    }

    private static ChannelForm plain(List<String> lines) {
        return new ChannelForm("", List.of(), joined(lines));
    }

    private static ChannelForm mail(List<String> lines) {
        List<Line> head = new ArrayList<>();
        for (String line : lines) {
            Matcher one = MAIL_LINE.matcher(line.strip());
            if (!one.matches()) {
                break;
            }
            head.add(
                    new Line(one.group(1).toLowerCase(Locale.ROOT), one.group(2).strip()));
        }
        return new ChannelForm("", head, joined(lines.subList(head.size(), lines.size())));
    }

    /** All seven lines in their order, or below a major incident the six without the first; else plain text. */
    private static ChannelForm methane(List<String> lines) {
        for (int start = 0; start < lines.size(); start++) {
            for (int from = 0; from < 2; from++) {
                int count = METHANE.size() - from;
                if (start + count <= lines.size()) {
                    List<Line> form = methane(lines.subList(start, start + count), from);
                    if (!form.isEmpty()) {
                        return new ChannelForm(
                                joined(lines.subList(0, start)),
                                form,
                                joined(lines.subList(start + count, lines.size())));
                    }
                }
            }
        }
        return plain(lines);
    }

    private static List<Line> methane(List<String> lines, int from) {
        List<Line> form = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String part = METHANE.get(from + i);
            Matcher letter = METHANE_LINE.matcher(lines.get(i).strip());
            Matcher words = METHANE_WORDS.matcher(lines.get(i).strip());
            if (letter.matches() && letter.group(1).equalsIgnoreCase(part.substring(0, 1))) {
                form.add(new Line(part, letter.group(2)));
            } else if (words.matches()
                    && part.startsWith(words.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))) {
                form.add(new Line(part, words.group(2)));
            } else {
                return List.of();
            }
        }
        return form;
    }

    /** A first line that stands out, after a remark in italics or none. */
    private static ChannelForm first(List<String> lines, Pattern pattern, String part, String second) {
        int at = 0;
        while (at < lines.size()
                && (lines.get(at).isBlank() || lines.get(at).strip().matches("\\*\\([^*]+\\)\\*"))) {
            at++;
        }
        Matcher one = pattern.matcher(at < lines.size() ? lines.get(at).strip() : "");
        if (!one.matches()) {
            return plain(lines);
        }
        List<Line> form = new ArrayList<>();
        form.add(new Line(part, one.group(1).strip()));
        if (one.groupCount() > 1 && one.group(2) != null) {
            form.add(new Line(second, one.group(2).strip()));
        }
        return new ChannelForm(joined(lines.subList(0, at)), form, joined(lines.subList(at + 1, lines.size())));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    /**
     * The text as HTML, the form as a list of terms.
     *
     * @param safe makes safe HTML of Markdown
     */
    public String html(UnaryOperator<String> safe) {
        StringBuilder html = new StringBuilder(before.isEmpty() ? "" : safe.apply(before));
        if (!lines.isEmpty()) {
            html.append("<dl class=\"form\">");
            for (Line line : lines) {
                html.append("<div class=\"part-%s\"><dt>%s</dt><dd>%s</dd></div>"
                        .formatted(line.part(), label(line.part()), safe.apply(line.text())));
            }
            html.append("</dl>");
        }
        return html.append(rest.isEmpty() ? "" : safe.apply(rest)).toString();
    }

    private static String label(String part) {
        return switch (part) {
            case "to" -> TEXTS.get("to");
            case "cc" -> TEXTS.get("cc");
            case "from" -> TEXTS.get("from");
            case "date" -> TEXTS.get("date");
            case "subject" -> TEXTS.get("subject");
            case "major-incident" -> TEXTS.get("major-incident");
            case "exact-location" -> TEXTS.get("exact-location");
            case "type" -> TEXTS.get("type");
            case "hazards" -> TEXTS.get("hazards");
            case "access" -> TEXTS.get("access");
            case "number" -> TEXTS.get("number");
            case "emergency-services" -> TEXTS.get("emergency-services");
            case "poster" -> TEXTS.get("poster");
            case "headline" -> TEXTS.get("headline");
            case "title" -> TEXTS.get("title");
            default -> TEXTS.get("when");
        };
    }
}
