package org.startex.conduct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startex.ledger.Reason;
import org.startex.mail.MailAddress;
import org.startex.people.PlainName;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;

/** Reads lists of people who are expected: each line against the plan, against who is listed already, and against the lines before it. Without a heading the columns are name, organisation, cell, role, mail. */
final class PeopleListReader {
    static final int MOST_PEOPLE = 500;
    private static final int LONGEST_TEXT = 200_000;

    private enum Column {
        NAME("name", "name", "full name", "participant", "person", "player"),
        ORGANISATION("organisation", "organisation", "organization", "agency", "company", "employer"),
        CELL("cell", "cell", "team", "group"),
        ROLE("role", "role", "post", "position"),
        MAIL("mail", "mail", "email", "e-mail", "mail address", "email address", "e-mail address");

        private final String field;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> headings;

        Column(String field, String... headings) {
            this.field = field;
            this.headings = Set.of(headings);
        }
    }

    private final Plan plan;
    private final List<PlannedEntry> known = new ArrayList<>();
    private final List<PeopleList.Line> good = new ArrayList<>();
    private final List<PeopleList.Fault> wrong = new ArrayList<>();

    private PeopleListReader(Plan plan, List<PlannedPerson> listed) {
        this.plan = plan;
        listed.forEach(person -> known.add(person.entry()));
    }

    static PeopleList read(String text, Plan plan, List<PlannedPerson> listed) {
        if (text.length() > LONGEST_TEXT) {
            return PeopleList.refused(Reason.of("planned-list-too-long", "list"));
        }
        List<PastedTable.Row> rows = PastedTable.rows(text);
        Map<Column, Integer> columns = rows.isEmpty() ? Map.of() : headed(rows.getFirst());
        List<PastedTable.Row> people = columns.isEmpty() ? rows : rows.subList(1, rows.size());
        if (people.isEmpty()) {
            return PeopleList.refused(Reason.of("planned-list-empty", "list"));
        }
        PeopleListReader reader = new PeopleListReader(plan, listed);
        people.forEach(row -> reader.row(row, columns));
        return new PeopleList(reader.good, reader.wrong);
    }

    /** One person, as a form gives them. */
    static PeopleList one(PlannedEntry entry, Plan plan, List<PlannedPerson> listed) {
        PeopleListReader reader = new PeopleListReader(plan, listed);
        Map<Column, String> fields = new EnumMap<>(Column.class);
        fields.put(Column.NAME, entry.name());
        fields.put(Column.ORGANISATION, entry.organisation());
        fields.put(Column.CELL, entry.cell().value());
        fields.put(Column.ROLE, entry.post());
        fields.put(Column.MAIL, entry.mail());
        reader.person(1, fields);
        return new PeopleList(reader.good, reader.wrong);
    }

    /** Where each column is, if a row is a heading: it names at least the columns of the name and the cell. */
    private static Map<Column, Integer> headed(PastedTable.Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.fields().size(); i++) {
            String heading = folded(row.fields().get(i));
            for (Column column : Column.values()) {
                if (column.headings.contains(heading)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns.containsKey(Column.NAME) && columns.containsKey(Column.CELL) ? columns : Map.of();
    }

    private static String folded(String text) {
        String plain = PlainName.readOptional(text) instanceof PlainName.Fit(String fit) ? fit : text.strip();
        return plain.toLowerCase(Locale.ROOT);
    }

    private void row(PastedTable.Row row, Map<Column, Integer> columns) {
        if (!row.whole()) {
            fault(row.line(), "", "planned-quote-open", Column.NAME);
            return;
        }
        List<String> cells = row.fields();
        Column[] usual = Column.values();
        if (columns.isEmpty() && cells.stream().skip(usual.length).anyMatch(more -> !more.isBlank())) {
            fault(row.line(), cells.get(usual.length), "planned-fields-too-many", Column.MAIL);
            return;
        }
        Map<Column, String> fields = new EnumMap<>(Column.class);
        for (int i = 0; i < usual.length; i++) {
            int at = columns.isEmpty() ? i : columns.getOrDefault(usual[i], Integer.MAX_VALUE);
            fields.put(usual[i], at < cells.size() ? cells.get(at) : "");
        }
        person(row.line(), fields);
    }

    private void person(int line, Map<Column, String> fields) {
        int before = wrong.size();
        String name = name(line, fields, Column.NAME, "planned-name-missing");
        String organisation = name(line, fields, Column.ORGANISATION, "planned-organisation-missing");
        String cell = fields.getOrDefault(Column.CELL, "");
        Optional<Place> place = plan.places().stream()
                .filter(one -> isMeant(cell, one.code().value(), one.title()))
                .findFirst();
        if (place.isEmpty()) {
            fault(line, cell, "planned-cell-unknown", Column.CELL);
        }
        String post = place.map(found -> post(line, fields, found)).orElse("");
        String mail = mail(line, fields);
        if (wrong.size() > before || place.isEmpty()) {
            return;
        }
        PlannedEntry entry =
                new PlannedEntry(name, organisation, mail, place.get().code(), post);
        if (known.stream().anyMatch(other -> isSame(other, entry))) {
            fault(line, name, "planned-twice", Column.NAME);
        } else if (known.size() >= MOST_PEOPLE) {
            fault(line, name, "planned-too-many", Column.NAME);
        } else {
            known.add(entry);
            good.add(new PeopleList.Line(line, entry));
        }
    }

    /** A name may stand once in a cell, and once in an organisation: by both together the record's readers tell people apart. */
    private static boolean isSame(PlannedEntry one, PlannedEntry other) {
        return folded(one.name()).equals(folded(other.name()))
                && (one.cell().equals(other.cell())
                        || folded(one.organisation()).equals(folded(other.organisation())));
    }

    private String name(int line, Map<Column, String> fields, Column column, String missing) {
        String written = fields.getOrDefault(column, "");
        return switch (PlainName.read(written)) {
            case PlainName.Fit(String text) -> text;
            case PlainName.Unfit(PlainName.Fault fault) -> {
                switch (fault) {
                    case EMPTY -> fault(line, "", missing, column);
                    case TOO_LONG -> fault(line, written, "name-too-long", column);
                    case UNREADABLE -> fault(line, written, "bad-text", column);
                }
                yield "";
            }
        };
    }

    private String post(int line, Map<Column, String> fields, Place place) {
        String written = fields.getOrDefault(Column.ROLE, "");
        if (written.isBlank()) {
            return "";
        }
        Optional<Post> post = place.posts().stream()
                .filter(one -> isMeant(written, one.code(), one.title()))
                .findFirst();
        if (post.isEmpty()) {
            fault(line, written, "planned-role-unknown", Column.ROLE);
        }
        return post.map(Post::code).orElse("");
    }

    private String mail(int line, Map<Column, String> fields) {
        String written = fields.getOrDefault(Column.MAIL, "");
        if (written.isBlank()) {
            return "";
        }
        Optional<MailAddress> address = MailAddress.read(written);
        if (address.isEmpty()) {
            fault(line, written, "mail-address-unfit", Column.MAIL);
        }
        return address.map(MailAddress::value).orElse("");
    }

    private static boolean isMeant(String written, String code, String title) {
        String text = folded(written);
        return text.equals(folded(code)) || text.equals(folded(title));
    }

    private void fault(int line, String written, String code, Column column) {
        String shown = written.codePointCount(0, written.length()) > PlainName.LONGEST
                ? written.substring(0, written.offsetByCodePoints(0, PlainName.LONGEST))
                : written;
        wrong.add(new PeopleList.Fault(line, shown, Reason.of(code, column.field)));
    }
}
