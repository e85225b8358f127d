package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Tab;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Scopes;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** A user who leaves out a part of the scope where the decision page lets them. */
final class Narrowing {
    /** Leaves out the last of several boxes; disabled, so that nobody who ticks every box on the way can tick it again. */
    private static final String LEAVE_OUT = """
            var words = [%s];
            var boxes = Array.prototype.filter.call(document.querySelectorAll('input[type=checkbox]'), function (box) {
              return !box.disabled && (words.indexOf(box.value) >= 0 || words.indexOf(box.name) >= 0);
            });
            if (boxes.length < 2) { return ''; }
            var last = boxes[boxes.length - 1];
            if (last.checked) { last.click(); }
            last.disabled = true;
            return last.checked ? '' : last.value;
            """;

    private Narrowing() {}

    /** A device whose user has approved only a part of what was asked for; empty where the page offers no choice. */
    static Optional<Device> by(Users users, Devices devices) {
        String scope = devices.protocol().scope(devices.main());
        Set<String> choices = scope == null ? Set.of() : Scopes.withoutTechnical(Scopes.of(scope));
        if (choices.size() < 2 || devices.target().approval().by() != Approval.By.BROWSER) {
            return Optional.empty();
        }
        try (Sitting sitting = users.first()) {
            return sitting.act(tab -> narrowed(sitting, tab, devices.start(), choices));
        }
    }

    private static Optional<Device> narrowed(Sitting sitting, Tab tab, Device device, Set<String> choices) {
        Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
        if (leaveOut(tab, choices).isEmpty()) {
            return Optional.empty();
        }
        Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
        return Optional.of(device);
    }

    private static String leaveOut(Tab tab, Set<String> choices) {
        List<String> quoted = choices.stream()
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .toList();
        return tab.script(LEAVE_OUT.formatted(quoted.stream().collect(Collectors.joining(", "))));
    }
}
