package org.devicegrant.conformance.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Inconclusive;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static Walk walk(PageKind ending, boolean understood, String reason) {
        return new Walk(ending, understood, reason, List.of(), "0003-walk.txt");
    }

    @Test
    void aPageThatWasNotUnderstoodLeadsToItsNotes() {
        Walk walk = walk(PageKind.UNKNOWN, false, "nothing that fits is left to try on this page");
        assertThatThrownBy(() -> Walks.completed(walk, Decision.APPROVE))
                .isInstanceOfSatisfying(
                        Inconclusive.class,
                        e -> assertThat(e.advice()).contains("screenshots/0003-walk.txt", "scores", "approval.steps"))
                .hasMessageContaining("the user could not approve: nothing that fits");
    }

    @Test
    void aBrowserThatDiedProvesNothing() {
        Walk walk = walk(PageKind.UNKNOWN, false, "the browser failed: the browser is gone");
        assertThatThrownBy(() -> Walks.completed(walk, Decision.REFUSE))
                .isInstanceOfSatisfying(
                        Inconclusive.class, e -> assertThat(e.advice()).contains("run it again"))
                .hasMessageContaining("could not refuse: the browser failed");
    }

    @Test
    void aProfileWhoseBrowserDiedIsReplacedBeforeTheNextTab() {
        List<String> events = new ArrayList<>();
        Tab tab = stub(Tab.class);
        try (Desk desk = new Desk(() -> browsers(events, tab), Clock.system())) {
            assertThat(desk.second().tab()).isSameAs(tab);
            assertThat(events).containsExactly("dead tab", "dead close", "live tab");
            events.clear();
            assertThat(desk.second().emptied()).isSameAs(tab);
            assertThat(events).containsExactly("live clear", "live tab");
        }
    }

    private static Browsers browsers(List<String> events, Tab tab) {
        List<String> names = new ArrayList<>(List.of("dead", "live"));
        return (Browsers) Proxy.newProxyInstance(
                UsersTest.class.getClassLoader(),
                new Class<?>[] {Browsers.class},
                (proxy, method, arguments) ->
                        method.getName().equals("profile") ? profile(names.remove(0), events, tab) : null);
    }

    private static Profile profile(String name, List<String> events, Tab tab) {
        return (Profile) Proxy.newProxyInstance(
                UsersTest.class.getClassLoader(), new Class<?>[] {Profile.class}, (proxy, method, arguments) -> {
                    events.add(name + " " + method.getName());
                    if (name.equals("dead") && method.getName().equals("tab")) {
                        throw new BrowserFailure("the browser is gone");
                    }
                    return method.getName().equals("tab") ? tab : null;
                });
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                UsersTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }
}
