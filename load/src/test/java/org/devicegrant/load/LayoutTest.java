package org.devicegrant.load;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the layout: who may know whom, and which library lives where. */
class LayoutTest {
    private static final String ROOT = "org.devicegrant.load";
    private static JavaClasses classes;

    @BeforeAll
    static void scan() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void theScanIsNotEmpty() {
        assertThat(classes.size()).isGreaterThan(100);
        assertThat(classes.contain(ROOT + ".run.DeviceSimulation")).isTrue();
    }

    @Test
    void onlyRunKnowsTheGenerator() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gatling..", "scala..", "io.netty..")
                .because("devices, judgement and figures must not depend on who puts them on the wire"));
    }

    @Test
    void onlyTimeWaitsAndReadsTheClock() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".time..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .because("one clock can be replaced, many cannot"));
    }

    @Test
    void onlyTheCommandLineWritesToTheScreen() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a run inside another program must stay silent"));
    }

    @Test
    void filesAreWrittenForTheirOwnerAlone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".run..", ROOT + ".enterprise..")
                .should()
                .callMethodWhere(target(owner(type(Files.class)))
                        .and(target(nameMatching("write.*|copy|move|create(Dir|File).*|new(Buffered|Output|Byte).*"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)")
                .because("OwnerOnlyFiles is where rights are seen to; the two others only use places of their own"));
    }

    @Test
    void theProtocolAndADeviceKnowNoReport() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".protocol..", ROOT + ".step..", ROOT + ".target..", ROOT + ".time..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.devicegrant.reports..", ROOT + ".result..", ROOT + ".cli..")
                .because("what a device does is the same whoever writes about it"));
    }

    @Test
    void onlyTheCommandLineIsAtTheTop() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", "picocli..")
                .because("the command line knows everybody, and nobody knows it"));
    }

    @Test
    void packagesAreFreeOfCircles() {
        holds(slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("what is in a circle can only be understood as a whole"));
    }

    private static void holds(ArchRule rule) {
        rule.check(classes);
    }
}
