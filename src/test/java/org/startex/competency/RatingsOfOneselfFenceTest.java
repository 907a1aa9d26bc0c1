package org.startex.competency;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.startex.testing.DatabaseTest;

/** No path leads from a self-rating to evidence, a report, a lesson or anything else: only their own service and their own screens know them. */
@DatabaseTest
class RatingsOfOneselfFenceTest {
    private static final String OWN = "org\\.startex\\.competency\\.(Self|NosSheet)\\w*(\\$.*)?";
    private static final String OWN_SCREENS = "org\\.startex\\.ui\\.competency\\.Nos\\w*(\\$.*)?";
    private static final String GENERATED = "org\\.startex\\.db\\..*";

    private static final DescribedPredicate<JavaClass> SELF_RATINGS =
            nameMatching("org\\.startex\\.competency\\.Self\\w*(\\$.*)?").forSubtype();

    private static final ArchRule ONLY_THEIR_OWN = noClasses()
            .that()
            .haveNameNotMatching(OWN + "|" + OWN_SCREENS)
            .should()
            .dependOnClassesThat(SELF_RATINGS);

    private static final ArchRule ONLY_THEIR_REPOSITORY = noClasses()
            .that()
            .haveNameNotMatching("org\\.startex\\.competency\\.SelfRepository(\\$.*)?|" + GENERATED)
            .should()
            .accessTargetWhere(tableOfSelfRatings())
            .orShould()
            .dependOnClassesThat(
                    nameMatching("org\\.startex\\.db\\..*\\.Self\\w*").forSubtype());

    private static final ArchRule NEVER_EVIDENCE = noClasses()
            .that(SELF_RATINGS)
            .should()
            .dependOnClassesThat(simpleNameStartingWith("Evidence")
                    .or(simpleNameStartingWith("Claim"))
                    .or(simpleNameStartingWith("Learner"))
                    .or(simpleNameStartingWith("Need")));

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.startex");

    @Test
    void onlyTheirServiceAndTheirScreensKnowSelfRatings() {
        ONLY_THEIR_OWN.check(PROGRAM);
    }

    @Test
    void onlyTheirRepositoryTouchesTheirTables() {
        ONLY_THEIR_REPOSITORY.check(PROGRAM);
    }

    @Test
    void selfRatingsKnowNothingOfEvidence() {
        NEVER_EVIDENCE.check(PROGRAM);
    }

    @Test
    void aClassThatBringsASelfRatingIntoAReportIsFound() {
        JavaClasses leak = new ClassFileImporter().importClasses(Leak.class);
        assertThat(ONLY_THEIR_OWN.evaluate(leak).hasViolation()).isTrue();
        assertThat(ONLY_THEIR_REPOSITORY.evaluate(leak).hasViolation()).isTrue();
    }

    /** In the database as well: no key, view or trigger ties the tables of self-ratings to others than people and themselves. */
    @Test
    void noOtherTableHangsOnSelfRatings(DSLContext sql) {
        List<String> ties = sql.fetchValues("""
                        select c.conrelid::regclass::text || ' -> ' || c.confrelid::regclass::text
                        from pg_constraint c
                        where c.contype = 'f'
                          and (c.conrelid::regclass::text like 'self_%' or c.confrelid::regclass::text like 'self_%')
                        """).stream().map(String::valueOf).toList();
        assertThat(ties).isNotEmpty().allMatch(tie -> tie.matches("self_\\w+ -> (person|self_round)"));
        assertThat(sql.fetchValue(
                        "select count(*) from pg_views where schemaname = 'public' and definition like '%self_r%'"))
                .isEqualTo(0L);
    }

    private static DescribedPredicate<JavaAccess<?>> tableOfSelfRatings() {
        return new DescribedPredicate<>("the target is a table of self-ratings") {
            @Override
            public boolean test(JavaAccess<?> access) {
                return access.getTargetOwner().getName().equals("org.startex.db.Tables")
                        && access.getTarget().getName().startsWith("SELF_");
            }
        };
    }

    /** What must never be written. */
    private static final class Leak {
        @SuppressWarnings("UnusedMethod")
        int mean(SelfRound round) {
            return org.startex.db.Tables.SELF_RATING.getName().length() + round.rated();
        }
    }
}
