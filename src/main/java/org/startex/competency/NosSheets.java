package org.startex.competency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.startex.kernel.PersonId;
import org.startex.standards.NationalStandards;
import org.startex.standards.NosElement;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;
import org.startex.standards.NosStandard;

/** The standards of the program and those that people entered, as one list: pure. What somebody entered stands in place of a summary of the same number. */
final class NosSheets {
    private NosSheets() {}

    private record Place(NosKind kind, int number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::kind)
                    .thenComparingInt(Place::number)
                    .compare(this, other);
        }
    }

    static List<NosSheet> of(
            NationalStandards shipped,
            List<SelfRepository.Entered> entered,
            List<SelfRepository.EnteredElement> elements,
            Function<PersonId, String> names) {
        List<NosSheet> sheets = new ArrayList<>();
        for (NosStandard standard : shipped.standards()) {
            sheets.add(new NosSheet(
                    standard.reference(),
                    standard.title(),
                    true,
                    standard.approvalSeen(),
                    null,
                    lines(standard.reference(), standard.elements(), elements, names)));
        }
        for (SelfRepository.Entered standard : entered) {
            sheets.add(new NosSheet(
                    standard.reference(),
                    standard.title(),
                    false,
                    true,
                    standard.by(),
                    lines(standard.reference(), List.of(), elements, names)));
        }
        sheets.sort(Comparator.comparing((NosSheet sheet) -> sheet.reference().urn())
                .thenComparingInt(sheet -> sheet.reference().approved()));
        return sheets;
    }

    static Optional<NosSheet> sheet(List<NosSheet> sheets, NosReference reference) {
        return sheets.stream().filter(one -> one.reference().equals(reference)).findFirst();
    }

    private static List<NosSheet.Line> lines(
            NosReference reference,
            List<NosElement> shipped,
            List<SelfRepository.EnteredElement> entered,
            Function<PersonId, String> names) {
        Map<Place, NosSheet.Line> lines = new TreeMap<>();
        shipped.forEach(element ->
                lines.put(new Place(element.kind(), element.number()), new NosSheet.Line(element, null, "")));
        entered.stream()
                .filter(one -> one.reference().equals(reference))
                .forEach(one -> lines.put(
                        new Place(one.element().kind(), one.number()),
                        new NosSheet.Line(one.element(), one.by(), names.apply(one.by()))));
        return List.copyOf(lines.values());
    }
}
