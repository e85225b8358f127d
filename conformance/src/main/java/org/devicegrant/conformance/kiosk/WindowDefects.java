package org.devicegrant.conformance.kiosk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Expiry;

/** Servers whose window for redemption is not what the operator says. */
public final class WindowDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("kiosk-post-approval-window");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "shutsTheWindowAtOnce",
                        "An approval must be redeemed within three seconds.",
                        FLAGGED,
                        "*expected a token, got 400 expired_token; the declared window is not granted*",
                        server -> declaring(server, Expiry.separateWindow(Duration.ofSeconds(3)))),
                new Defect(
                        "leavesTheWindowOpen",
                        "An approval can be redeemed for ever.",
                        FLAGGED,
                        "*A poll after the end of the code and of the window: expected expired_token or invalid_grant,"
                                + " got 200 with a token*",
                        server -> declaring(server, Expiry.onlyWhile(DeviceGrant.State.PENDING))));
    }

    private static void declaring(Behaviour server, Expiry expiry) {
        server.codes().expiry(expiry);
        server.declares("windows: {after_approval: 26s}\n");
    }
}
