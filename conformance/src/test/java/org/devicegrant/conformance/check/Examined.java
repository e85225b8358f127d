package org.devicegrant.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.user.Users;

/** Which checks a self-test runs against which servers, and many servers at once. */
final class Examined {
    private static final Set<String> LONG_AND_LONELY = Set.of("9700-4.14.2-public-refresh-rotation");

    /**
     * Checks that want a decision, whoever makes it, and judge answers to devices alone. A check that is missing here costs
     * time and nothing else.
     */
    private static final Set<String> WITHOUT_A_LOOK = Set.of(
            "6749-10.10-credential-entropy",
            "6749-10.3-scope-limited-to-client",
            "6749-3.3-invalid-scope-device",
            "6749-5.2-foreign-device-code",
            "7591-private-key-jwt-device-end-to-end",
            "8628-3.4-confidential-client-must-authenticate-token",
            "8628-3.5-approved-but-too-fast",
            "8628-3.5-slow-down-then-recover",
            "8707-resource-indicators",
            "9449-dpop-bound-token",
            "9449-dpop-failures-while-polling",
            "derived-foreign-poll-harmless",
            "derived-sessions-independent",
            "pkce-on-device-grant");

    private Examined() {}

    /** Checks that send requests and wait for nobody; those that wait for the end of a code are left out. */
    static List<String> quickOverHttp() {
        return CheckIndex.methods().keySet().stream()
                .filter(id -> !onPages(id) && !waitsLong(id) && !runsAlone(id))
                .sorted()
                .toList();
    }

    private static boolean onPages(String id) {
        return mayLookAtPages(id) || asksFor(id, Grants.class);
    }

    /** Checks that may look at pages; those that wait for the end of a code, or that guess codes, are left out. */
    static List<String> lookingAtPages() {
        return CheckIndex.methods().keySet().stream()
                .filter(id -> mayLookAtPages(id) && !waitsLong(id) && !runsAlone(id))
                .sorted()
                .toList();
    }

    /** Those of them that {@linkplain #mayNeedPages may need} pages. */
    static List<String> needingPages() {
        return lookingAtPages().stream().filter(Examined::mayNeedPages).toList();
    }

    /** Whether a check may see something else on pages than when decisions are made by sending the forms. */
    static boolean mayNeedPages(String id) {
        return mayLookAtPages(id) && !WITHOUT_A_LOOK.contains(id);
    }

    /** Whether a check asks for users, and thereby for their browser. */
    static boolean mayLookAtPages(String id) {
        return asksFor(id, Users.class);
    }

    private static boolean asksFor(String id, Class<?> type) {
        return List.of(CheckIndex.methods().get(id).getParameterTypes()).contains(type);
    }

    private static boolean waitsLong(String id) {
        Requirement requirement = Catalogue.load().get(id);
        return requirement.time().lifetime()
                || requirement.time().window()
                || requirement.time().intervals() > 5
                || LONG_AND_LONELY.contains(id);
    }

    private static boolean runsAlone(String id) {
        return CheckIndex.methods().get(id).getDeclaringClass().isAnnotationPresent(ExclusiveLast.class);
    }

    /** The complaints about every subject, so many subjects at once: what takes long is mostly waiting. */
    static <T> List<String> each(List<T> subjects, int atOnce, Function<T, List<String>> complaints)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            subjects.forEach(subject -> all.add(pool.submit(() -> complaints.apply(subject))));
            List<String> found = new ArrayList<>();
            for (Future<List<String>> one : all) {
                found.addAll(one.get());
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
