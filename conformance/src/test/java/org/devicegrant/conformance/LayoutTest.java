package org.devicegrant.conformance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
    private static final String ROOT = "org.devicegrant.conformance";
    private static final String[] SECTIONS = {ROOT + ".rfc*..", ROOT + ".interop..", ROOT + ".kiosk.."};
    private static JavaClasses classes;

    @BeforeAll
    static void scan() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void theScanIsNotEmpty() {
        assertThat(classes.size()).isGreaterThan(60);
        assertThat(classes.contain(ROOT + ".flow.Device")).isTrue();
    }

    private static void holds(ArchRule rule) {
        rule.check(classes);
    }

    @Test
    void onlyExchangeKnowsTheHttpClient() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.restassured..", "org.apache.http..")
                .because("every request must pass the one place that records, redacts and bounds it"));
    }

    @Test
    void restAssuredsStaticConfigurationIsNotTouched() {
        holds(noClasses()
                .should()
                .accessField("io.restassured.RestAssured", "baseURI")
                .orShould()
                .accessField("io.restassured.RestAssured", "config")
                .orShould()
                .accessField("io.restassured.RestAssured", "requestSpecification")
                .because("runs share a JVM and must not share settings"));
    }

    @Test
    void onlyBrowserStepsKnowsSelenium() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openqa.selenium..", "org.htmlunit..")
                .because("pages are understood in browser-steps"));
    }

    @Test
    void onlyCheckKnowsJUnit() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("a check is a method with parameters; how it is run is one package's business"));
    }

    @Test
    void onlyTheEmbeddedServerKnowsWireMock() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.tomakehurst..")
                .because("builds that check their own server need not have it"));
    }

    @Test
    void theEmbeddedServerKnowsNothingOfTheHarness() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".exchange..", ROOT + ".flow..", ROOT + ".check..", ROOT + ".assertion..")
                .because("a server that shares code with its judge shares its mistakes"));
    }

    @Test
    void onlyFlowSleepsAndReadsTheClock() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".flow..", ROOT + ".embedded..", ROOT + ".cli..")
                .should()
                .callMethodWhere(target(nameMatching("sleep|nanoTime|currentTimeMillis"))
                        .and(target(owner(nameMatching("java\\.lang\\.(Thread|System)")))))
                .because("time is judged by one monotonic clock, which tests can bend"));
    }

    @Test
    void filesAreWrittenForTheirOwnerAlone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".embedded..")
                .should()
                .callMethodWhere(target(owner(type(Files.class)))
                        .and(target(nameMatching("write.*|copy|move|create(Dir|File).*|new(Buffered|Output|Byte).*"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)")
                .because("what a run leaves is evidence, and OwnerOnlyFiles is where rights are seen to"));
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminal() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library in somebody's build has no business on their terminal"));
    }

    @Test
    void dependenciesRunOneWay() {
        String[] order = {
            "protocol",
            "target",
            "exchange",
            "flow",
            "user",
            "assertion",
            "automaton",
            "dialect",
            "login",
            "check",
            "cli"
        };
        for (int lower = 0; lower < order.length - 1; lower++) {
            String[] above = new String[order.length - lower - 1];
            for (int i = 0; i < above.length; i++) {
                above[i] = ROOT + "." + order[lower + 1 + i] + "..";
            }
            holds(noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + order[lower] + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because(order[lower] + " is below what it would depend on"));
        }
    }

    @Test
    void sectionsDoNotKnowEachOther() {
        holds(slices().matching(ROOT + ".(rfc*).(*)..")
                .namingSlices("$1.$2")
                .should()
                .notDependOnEachOther()
                .because("a check is read alone; what two sections share belongs below them"));
        holds(noClasses()
                .that(resideInAnyPackage(SECTIONS))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".cli.."))
                .because("checks do not know who runs them"));
    }
}
