package org.devicegrant.conformance.check;

import java.io.UncheckedIOException;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.embedded.Browser;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.User;
import org.devicegrant.conformance.user.Decider;

/**
 * Decides on the embedded server's pages by sending their forms, a browser session for each decision: what checks that only
 * want a decision made need of a browser, for a hundredth of its processor time. Used with {@code approval.by=manual}.
 */
final class DecisionsByHand implements Decider {
    @Override
    public void decide(Device device, User user, Decision decision) {
        Browser browser = new Browser();
        try {
            browser.open(device.verificationUri().toString());
            if (!browser.shows("<form")) {
                throw new Inconclusive("nothing can be entered at the address", "let a browser try");
            }
            browser.walk(device.userCode(), user.username(), decision == Decision.APPROVE);
        } catch (UncheckedIOException | IllegalArgumentException broken) {
            throw new Inconclusive("nobody could decide: " + broken.getMessage(), "let a browser try");
        }
        if (browser.shows("<form") || browser.status() != 200) {
            throw new Inconclusive("the pages did not lead to a decision", "let a browser try");
        }
    }
}
