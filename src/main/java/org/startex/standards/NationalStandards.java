package org.startex.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The National Occupational Standards of the suite Resilience and Emergencies that come with the program: seven of its eleven, as far as their pages could be read. What is missing
 * is entered by those who have it; nothing is made up here. Never changes while the program runs.
 */
public final class NationalStandards {
    private final Suite suite;
    private final List<NosStandard> standards;

    private record Row(String urn, int approved, String title, boolean approvalSeen, List<String> elements) {
        NosStandard standard() {
            return new NosStandard(
                    new NosReference(urn, approved),
                    title,
                    approvalSeen,
                    IntStream.range(0, elements.size())
                            .mapToObj(i -> new NosElement(NosKind.SKILLS_AND_BEHAVIOURS, i + 1, elements.get(i), true))
                            .toList());
        }
    }

    private record Suite(
            String suite,
            String developedBy,
            String source,
            String publishedAt,
            int coreStandards,
            String elementsNote,
            List<Row> standards) {}

    private NationalStandards(Suite suite) {
        this.suite = suite;
        this.standards = suite.standards.stream().map(Row::standard).toList();
    }

    /** Reads the list that comes with the program. */
    public static NationalStandards load() {
        try (InputStream in = NationalStandards.class.getResourceAsStream("national-standards.json")) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: national-standards.json");
            }
            return new NationalStandards(JsonMapper.builder().build().readValue(in, Suite.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The known standards, by reference number. */
    public List<NosStandard> standards() {
        return standards;
    }

    /** The known standard of this name. */
    public Optional<NosStandard> standard(NosReference reference) {
        return standards.stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    /** How many standards the suite has, known or not. */
    public int inSuite() {
        return suite.coreStandards;
    }

    /** Who made and who published the suite. */
    public String source() {
        return suite.source;
    }

    /** Where the standards' own pages are. */
    public String publishedAt() {
        return suite.publishedAt;
    }
}
