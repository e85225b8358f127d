package org.devicegrant.reports;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.devicegrant.reports");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CLASSES).hasSizeGreaterThan(60);
    }

    @Test
    void theModelStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("..reports.model..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "..reports.model..")
                .because("programs build on the model, and it must not drag a library along")
                .check(CLASSES);
    }

    @Test
    void onlyTheTemplatesKnowTheTemplateEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..reports.html..", "..reports.templates..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .because("a renderer of another format has no use for it")
                .check(CLASSES);
    }

    @Test
    void onlyPacksAreSigned() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..reports.pack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .because("no other part of a report needs a key")
                .check(CLASSES);
    }

    @Test
    void noClockIsRead() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("a report rendered again has to be the same")
                .check(CLASSES);
    }

    @Test
    void onlyOnePlaceWritesFiles() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(OwnerOnlyFiles.class)
                .should()
                .callMethodWhere(target(owner(type(Files.class)))
                        .and(target(nameMatching("write.*|copy|move|create.*|new(Buffered|Output|Byte).*"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)")
                .because("a report shows what others must not read, and a file of everybody's is soon forgotten")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("only the command line talks to the terminal")
                .check(CLASSES);
    }
}
