package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;

/** Lists of people as they come out of spreadsheets and mails. */
class PeopleListTest {
    private static final Plan PLAN = Played.plan(1);
    private static final PlannedEntry OKAFOR =
            new PlannedEntry("M. Okafor", "Borough council", "", Played.REST_CENTRE, "lead");

    private static PeopleList read(String list, PlannedPerson... listed) {
        return PeopleListReader.read(list, PLAN, List.of(listed));
    }

    private static List<PlannedEntry> good(PeopleList list) {
        assertThat(list.wrong()).isEmpty();
        return list.good().stream().map(PeopleList.Line::person).toList();
    }

    private static List<String> wrong(PeopleList list) {
        assertThat(list.whole()).isFalse();
        assertThat(list.wrong())
                .allSatisfy(fault -> assertThat(fault.reason().message()).isNotBlank());
        return list.wrong().stream()
                .map(f -> f.line() + " " + f.reason().field() + " " + f.reason().code())
                .toList();
    }

    private static PlannedPerson listed(PlannedEntry entry) {
        return new PlannedPerson(UUID.randomUUID(), entry, 0, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Okafor\tBorough council\tRest centre\tManager",
                "M. Okafor;Borough council;rest-centre;lead;",
                "M. Okafor, Borough council, REST CENTRE, LEAD",
                "\uFEFF\r\n  M.  Okafor ,\"Borough council\", rest centre,manager,\r\n\r\n",
                "Role,Cell,Shoe size,Full name,Agency\nManager,Rest centre,44,M. Okafor,Borough council",
                "NAME;ORGANISATION;CELL;ROLE;E-MAIL\nM. Okafor;Borough council;Rest centre;Manager;",
            })
    void theSamePersonIsReadHoweverTheyAreWritten(String list) {
        assertThat(good(read(list))).containsExactly(OKAFOR);
    }

    @Test
    void quotedFieldsMayHoldWhatElseSeparates() {
        assertThat(good(read("\"Okafor, M. \"\"Mo\"\"\",\"Council; north\",tactical,,mo@Example.ORG\n")))
                .containsExactly(
                        new PlannedEntry("Okafor, M. \"Mo\"", "Council; north", "mo@example.org", Played.TACTICAL, ""));
    }

    @Test
    void namesOfAllWritingSystemsAreTakenAndComposed() {
        assertThat(
                        good(
                                read(
                                        "Zoe\u0308 Ó Súilleabháin,Gwasanaeth Tân,tactical\n王小明,消防,tactical\nDJ \uD83D\uDE92,Fire,tactical")))
                .extracting(PlannedEntry::name)
                .containsExactly("Zoë Ó Súilleabháin", "王小明", "DJ \uD83D\uDE92");
    }

    @Test
    void eachThingThatIsWrongIsToldByItsLineAndField() {
        String list = """
                name,organisation,cell,role,mail
                ,Council,tactical,,
                A. Rahman,,tactical,,
                B. Ash,Council,gold,,

                C. Lee,Council,rest centre,police,
                D. Kay,Council,,,nowhere@
                E. Fox,Council,tactical,Police,e.fox@example.org
                """;
        assertThat(wrong(read(list)))
                .containsExactly(
                        "2 name planned-name-missing",
                        "3 organisation planned-organisation-missing",
                        "4 cell planned-cell-unknown",
                        "6 role planned-role-unknown",
                        "7 cell planned-cell-unknown",
                        "7 mail mail-address-unfit");
        assertThat(read(list).good()).extracting(PeopleList.Line::line).containsExactly(8);
        assertThat(read(list).wrong().get(2).written()).isEqualTo("gold");
    }

    @Test
    void linesAreCountedAsThePersonSeesThemAlsoBehindAFieldOfTwoLines() {
        assertThat(wrong(read("A. Rahman,\"Council\nnorth\",tactical\nB. Ash,Council,gold")))
                .containsExactly("1 organisation bad-text", "3 cell planned-cell-unknown");
    }

    @Test
    void aLineThatCannotBeTakenApartIsToldSo() {
        assertThat(wrong(read("A. Rahman,Council,tactical,,,more"))).containsExactly("1 mail planned-fields-too-many");
        assertThat(wrong(read("A. Rahman,Council,tactical\n\"B. Ash,Council,tactical\n")))
                .containsExactly("2 name planned-quote-open");
        assertThat(wrong(read(" \n\t\n"))).containsExactly("1 list planned-list-empty");
        assertThat(wrong(read("Name,Organisation,Cell"))).containsExactly("1 list planned-list-empty");
        assertThat(wrong(read("x".repeat(200_001)))).containsExactly("1 list planned-list-too-long");
        assertThat(wrong(read("x".repeat(81) + ",Council,tactical"))).containsExactly("1 name name-too-long");
    }

    @Test
    void aNameStandsOnceInACellAndOnceInAnOrganisation() {
        assertThat(wrong(read("A. Rahman,Council,tactical\na. RAHMAN,Police,tactical")))
                .containsExactly("2 name planned-twice");
        assertThat(wrong(read("A. Rahman,Council,tactical\nA. Rahman,council,rest centre")))
                .containsExactly("2 name planned-twice");
        assertThat(good(read("A. Rahman,Council,tactical\nA. Rahman,Police,rest centre")))
                .hasSize(2);
        assertThat(wrong(read("m. okafor,Police,rest centre", listed(OKAFOR)))).containsExactly("1 name planned-twice");
    }

    @Test
    void aListEndsAtFiveHundred() {
        String most = IntStream.rangeClosed(1, 500)
                .mapToObj(n -> "Player " + n + ",Council,tactical")
                .collect(Collectors.joining("\n"));
        assertThat(good(read(most))).hasSize(500);
        assertThat(wrong(read(most, listed(OKAFOR)))).containsExactly("500 name planned-too-many");
    }
}
