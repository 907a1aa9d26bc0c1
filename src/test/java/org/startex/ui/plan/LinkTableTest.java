package org.startex.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.startex.conduct.PersonalLink;
import org.startex.conduct.Plan;
import org.startex.conduct.Played;
import org.startex.kernel.CellCode;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;

/** Personal links as a table for people's own spreadsheets and mail programs. */
class LinkTableTest {
    private static final Plan PLAN = Played.running(1).play().plan();

    private static LinkTable table(String name, String organisation) {
        PlannedEntry entry = new PlannedEntry(name, organisation, "", new CellCode("rest-centre"), "lead");
        return new LinkTable(
                PLAN,
                List.of(new PersonalLink(
                        new PlannedPerson(UUID.randomUUID(), entry, 1, null, null),
                        URI.create("https://x.example/play/i#t"))));
    }

    @Test
    void everyLineHasItsMarkingAndFieldsStayApart() {
        assertThat(table("Okafor, M. \"Mo\"", "Council").csv()).isEqualTo("""
                "Name","Organisation","Cell","Role","Mail","Personal link","Marking"\r
                "Okafor, M. ""Mo""\","Council","Rest centre","Manager","","https://x.example/play/i#t","EXERCISE · OFFICIAL · Test exercise"\r
                """);
        assertThat(table("M. Okafor", "Council").tabbed().lines().toList().getLast())
                .isEqualTo(
                        "M. Okafor\tCouncil\tRest centre\tManager\t\thttps://x.example/play/i#t\tEXERCISE · OFFICIAL · Test exercise");
    }

    @Test
    void whatASpreadsheetWouldReckonIsOnlyText() {
        assertThat(table("=1+2", "+44").csv()).contains("\"'=1+2\",\"'+44\"");
    }
}
