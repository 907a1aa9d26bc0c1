package org.startex.ui.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startex.conduct.PersonalLink;
import org.startex.conduct.Plan;
import org.startex.conduct.Post;
import org.startex.kernel.Texts;
import org.startex.people.PlannedEntry;

/**
 * Personal links as a table, with a heading and the marking in every line, so that no line leaves without it. A field that a spreadsheet would take for a formula begins with an apostrophe.
 */
record LinkTable(Plan plan, List<PersonalLink> links) {
    private static final Texts TEXTS = Texts.of("ui-invitations");

    LinkTable {
        links = List.copyOf(links);
    }

    static List<String> heading() {
        return List.of(
                TEXTS.get("column.name"),
                TEXTS.get("column.organisation"),
                TEXTS.get("column.cell"),
                TEXTS.get("column.role"),
                TEXTS.get("column.mail"),
                TEXTS.get("column.link"),
                TEXTS.get("column.marking"));
    }

    List<String> line(PersonalLink made) {
        PlannedEntry entry = made.person().entry();
        return List.of(
                entry.name(),
                entry.organisation(),
                cell(entry),
                role(entry),
                entry.mail(),
                made.link().toString(),
                TEXTS.get("marking", plan.marking(), plan.title()));
    }

    String cell(PlannedEntry entry) {
        return plan.place(entry.cell())
                .map(place -> place.title())
                .orElse(entry.cell().value());
    }

    String role(PlannedEntry entry) {
        return plan.place(entry.cell()).stream()
                .flatMap(place -> place.posts().stream())
                .filter(post -> post.code().equals(entry.post()))
                .map(Post::title)
                .findFirst()
                .orElse("");
    }

    /** With commas between, and quotes around each field. */
    String csv() {
        return lines().map(line -> line.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /** With tabs between, as spreadsheets take it from the clipboard. */
    String tabbed() {
        return lines().map(line -> line.stream()
                        .map(field -> field.replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining());
    }

    private Stream<List<String>> lines() {
        return Stream.concat(Stream.of(heading()), links.stream().map(this::line))
                .map(line -> line.stream().map(LinkTable::harmless).toList());
    }

    private static String harmless(String field) {
        return !field.isEmpty() && "=+-@".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
    }
}
