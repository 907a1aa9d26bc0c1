package org.startex;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the modules, and the fences around technologies. */
@AnalyzeClasses(packages = "org.startex", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @Test
    void modulesDependOnlyWhereTheirArrowsPoint() {
        ApplicationModules.of(Startex.class, resideInAPackage("org.startex.db.."))
                .verify();
    }

    @ArchTest
    static final ArchRule kernelIsPlainJdk = classes()
            .that()
            .resideInAPackage("org.startex.kernel..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.startex.kernel..", "java..", "org.jspecify..", "org.springframework.modulith.."));

    @ArchTest
    static final ArchRule onlyRepositoriesKnowJooq = noClasses()
            .that()
            .haveNameNotMatching(".*Repository(\\$.*)?")
            .and()
            .resideOutsideOfPackages("org.startex.db..", "org.startex.runtime..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jooq..", "org.startex.db.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule vaadinStaysInUi = noClasses()
            .that()
            .resideOutsideOfPackages("org.startex.ui..", "org.startex.runtime..")
            .and()
            .doNotHaveFullyQualifiedName("org.startex.Startex")
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin.."));

    /** {@code ActDialog} asks before every act; Vaadin's own question is read wrongly by screen readers: a banner and a footer within the page's. */
    @ArchTest
    static final ArchRule questionsAreAskedInOneWay =
            noClasses().should().dependOnClassesThat(resideInAPackage("com.vaadin.flow.component.confirmdialog.."));

    @ArchTest
    static final ArchRule commonsMathStaysInMeasures = noClasses()
            .that()
            .resideOutsideOfPackages("org.startex.measures..", "org.startex.analysis..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.commons.math3.."));

    @ArchTest
    static final ArchRule webSocketStaysInFeed = noClasses()
            .that()
            .resideOutsideOfPackage("org.startex.feed..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.websocket.."));

    @ArchTest
    static final ArchRule smtpStaysInMail = noClasses()
            .that()
            .resideOutsideOfPackage("org.startex.mail..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail.."));

    @ArchTest
    static final ArchRule officeFormatsStayInExchangeAndWorkbook = noClasses()
            .that()
            .resideOutsideOfPackages("org.startex.exchange..", "org.startex.workbook..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.apache.poi..", "org.openxmlformats..", "com.openhtmltopdf..", "org.apache.pdfbox.."));

    @ArchTest
    static final ArchRule onlyRuntimeReadsTheSystemClock = noClasses()
            .that()
            .resideOutsideOfPackages("org.startex.runtime..", "org.startex.db..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
