package org.devicegrant.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static List<Requirement> requirements() {
        return CATALOGUE.requirements();
    }

    @Test
    void has150RequirementsThatAreAllDifferent() {
        assertThat(requirements()).hasSize(150);
        assertThat(requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
        assertThat(requirements()).extracting(Requirement::statement).doesNotHaveDuplicates();
        assertThat(requirements()).extracting(Requirement::fix).doesNotHaveDuplicates();
    }

    @Test
    void countsByGroup() {
        assertThat(count(Requirement::group))
                .containsOnly(
                        entry("response-fields", 15L),
                        entry("request-handling", 21L),
                        entry("client-authentication", 21L),
                        entry("error-codes", 7L),
                        entry("interval", 9L),
                        entry("expiry", 9L),
                        entry("token-response", 10L),
                        entry("user-code", 6L),
                        entry("verification-ui", 12L),
                        entry("metadata", 5L),
                        entry("transport", 3L),
                        entry("security", 9L),
                        entry("race-conditions", 11L),
                        entry("extension", 12L));
    }

    @Test
    void countsByLevel() {
        assertThat(count(Requirement::level))
                .containsOnly(
                        entry(Level.MUST, 43L),
                        entry(Level.MUST_NOT, 6L),
                        entry(Level.REQUIRED, 10L),
                        entry(Level.SHOULD, 6L),
                        entry(Level.SHOULD_NOT, 2L),
                        entry(Level.RECOMMENDED, 5L),
                        entry(Level.NOT_RECOMMENDED, 1L),
                        entry(Level.MAY, 3L),
                        entry(Level.OPTIONAL, 2L),
                        entry(Level.DERIVED, 55L),
                        entry(Level.BEST_PRACTICE, 6L),
                        entry(Level.INTEROP, 11L));
    }

    @Test
    void countsByRoleAndByWhatTestingTakes() {
        assertThat(count(Requirement::role))
                .containsOnly(
                        entry(Role.DEVICE_AUTHORIZATION, 19L),
                        entry(Role.ALL, 55L),
                        entry(Role.TOKEN, 44L),
                        entry(Role.VERIFICATION_UI, 27L),
                        entry(Role.METADATA, 5L));
        assertThat(count(Requirement::testable))
                .containsOnly(
                        entry(Testable.AUTOMATIC, 69L),
                        entry(Testable.BROWSER, 55L),
                        entry(Testable.SECOND_CLIENT, 3L),
                        entry(Testable.CONFIDENTIAL_CLIENT, 11L),
                        entry(Testable.PRIVATE_KEY_JWT, 8L),
                        entry(Testable.MANUAL, 3L),
                        entry(Testable.NOT_AT_ALL, 1L));
    }

    @Test
    void countsByTime() {
        assertThat(count(requirement -> requirement.time().toString().replaceAll(".*interval.*", "interval")))
                .containsOnly(
                        entry("seconds", 89L), entry("interval", 51L), entry("expires_in", 9L), entry("window", 1L));
        assertThat(requirements().stream().filter(Requirement::exclusive).map(Requirement::id))
                .containsExactly("8628-5.1-user-code-rate-limit", "9700-4.13-forwarded-headers");
    }

    @Test
    void isInTheOrderOfItsGroups() {
        assertThat(CATALOGUE.groups())
                .containsExactly(
                        "response-fields",
                        "request-handling",
                        "client-authentication",
                        "error-codes",
                        "interval",
                        "expiry",
                        "token-response",
                        "user-code",
                        "verification-ui",
                        "metadata",
                        "transport",
                        "security",
                        "race-conditions",
                        "extension");
        List<Integer> positions = requirements().stream()
                .map(requirement -> CATALOGUE.groups().indexOf(requirement.group()))
                .toList();
        assertThat(positions).isSorted();
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void everyFieldIsSensible(Requirement requirement) {
        assertThat(requirement.id()).matches("[a-z0-9]+([.-][a-z0-9]+)+");
        assertThat(requirement.statement()).matches("(?s).{30,220}\\.").doesNotContain("\n");
        assertThat(requirement.fix()).matches("(?s).{25,220}\\.").doesNotContain("\n");
        assertThat(requirement.source())
                .matches("(RFC \\d+|draft-|OpenID Connect Core).*")
                .doesNotContain("(", "para");
        assertThat(requirement.link().toString())
                .matches("https://(www\\.rfc-editor\\.org/rfc/rfc\\d+(#(section|appendix)-[A-Z0-9.]+)?"
                        + "|datatracker\\.ietf\\.org/doc/html/draft-[a-z0-9-]+|openid\\.net/specs/.+)");
        assertThat(requirement.profiles()).isNotEmpty().doesNotContain(Profile.ALL);
        assertThat(needsAndUses(requirement)).doesNotHaveDuplicates();
        assertThat(requirement.worst()).isIn(Verdict.FAIL, Verdict.WARNING, Verdict.NOT_TESTABLE);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void whatNoCheckCanSettleSaysWhy(Requirement requirement) {
        boolean settled = requirement.testable() != Testable.MANUAL && requirement.testable() != Testable.NOT_AT_ALL;

        assertThat(requirement.reason() == null).isEqualTo(settled);
        assertThat(requirement.worst() == Verdict.NOT_TESTABLE)
                .isEqualTo(requirement.testable() == Testable.NOT_AT_ALL);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void whatTestingTakesIsAmongTheNeeds(Requirement requirement) {
        List<Need> all = needsAndUses(requirement);

        switch (requirement.testable()) {
            case BROWSER -> assertThat(all).containsAnyOf(Need.BROWSER, Need.APPROVAL);
            case SECOND_CLIENT -> assertThat(all).contains(Need.OTHER_CLIENT);
            case CONFIDENTIAL_CLIENT ->
                assertThat(all).containsAnyOf(Need.CONFIDENTIAL_CLIENT, Need.SPECIAL_CHARACTERS_CLIENT);
            case PRIVATE_KEY_JWT -> assertThat(all).containsAnyOf(Need.PRIVATE_KEY_JWT_CLIENT, Need.REGISTRATION);
            default -> assertThat(requirement.needs()).doesNotContain(Need.SECOND_USER);
        }
    }

    @Test
    void recommendationsThatNeverFailOnlyWarn() {
        assertThat(requirements().stream()
                        .filter(requirement -> requirement.worst() == Verdict.WARNING)
                        .map(Requirement::id))
                .containsExactly(
                        "8628-3.2-verification-uri-short",
                        "8628-3.3-user-code-not-in-verification-uri",
                        "oauth21-json-no-null-members",
                        "6749-2.3.1-secret-brute-force-protection",
                        "8628-5.4-lifetime-reasonable",
                        "6749-5.1-token-expires-in",
                        "8628-6.1-case-insensitive-entry",
                        "8628-5.4-device-information-and-possession");
    }

    @Test
    void linksToTheDecisiveSection() {
        assertThat(CATALOGUE.get("8628-3.2-device-code-present").link())
                .hasToString("https://www.rfc-editor.org/rfc/rfc8628#section-3.2");
        assertThat(CATALOGUE.get("oauth21-json-no-null-members").link())
                .hasToString("https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1");
    }

    @Test
    void knowsItsVersionWithoutTheRest() {
        assertThat(Catalogue.shippedVersion()).matches("20\\d\\d\\.\\d\\d").isEqualTo(CATALOGUE.version());
    }

    @Test
    void everyProfileIsARealSelection() {
        for (Profile profile : List.of(Profile.CORE, Profile.SECURITY, Profile.INTEROP, Profile.KIOSK)) {
            assertThat(new Selection(List.of(), List.of(), profile).from(CATALOGUE))
                    .as(profile.word())
                    .hasSizeBetween(50, 120);
        }
        assertThat(Selection.everything().from(CATALOGUE)).hasSameSizeAs(requirements());
    }

    @Test
    void saysWhenThereIsNoSuchRequirement() {
        assertThat(CATALOGUE.find("8628-nothing")).isEmpty();
        assertThatThrownBy(() -> CATALOGUE.get("8628-nothing")).hasMessageContaining("8628-nothing");
    }

    private static List<Need> needsAndUses(Requirement requirement) {
        return Stream.concat(requirement.needs().stream(), requirement.uses().stream())
                .toList();
    }

    private static <K> Map<K, Long> count(Function<Requirement, K> by) {
        return requirements().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
