package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.user.Desk;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;

/** The users walk to the decision page and stop there. */
final class UserProbe {
    private static final String STEPS = "approval.steps";

    private final Devices devices;
    private final Users users;
    private final Desk desk;
    private final Redaction redaction;

    UserProbe(Devices devices, Users users, Desk desk, Redaction redaction) {
        this.devices = devices;
        this.users = users;
        this.desk = desk;
        this.redaction = redaction;
    }

    List<Remark> signIns() {
        Target target = devices.target();
        if (target.approval().by() != Approval.By.BROWSER) {
            return List.of(otherwise(target.approval().by()));
        }
        List<Remark> remarks = new ArrayList<>();
        if (target.users().isEmpty()) {
            remarks.add(Remark.note("users", "nobody can sign in, so nothing is approved"));
            return remarks;
        }
        Remark browser = browser();
        remarks.add(browser);
        if (browser.mark() == Remark.Mark.GOOD) {
            remarks.add(signIn("users[0]", users::first));
            if (target.users().size() > 1) {
                remarks.add(signIn("users[1]", users::second));
            }
        }
        return remarks;
    }

    private static Remark otherwise(Approval.By by) {
        return switch (by) {
            case COMMAND -> Remark.note("approval.by", "a command decides");
            case MANUAL -> Remark.note("approval.by", "a person is asked during the run");
            default -> Remark.note("approval.by", "nobody decides, so no check sees a token");
        };
    }

    private Remark browser() {
        try {
            return Remark.good("approval.browser", desk.browsers().description());
        } catch (BrowserFailure e) {
            return Remark.wrong("approval.browser", String.valueOf(e.getMessage()));
        }
    }

    private Remark signIn(String key, Supplier<Sitting> seat) {
        return ClientProbe.guarded(key, () -> {
            Device device = devices.start();
            try (Sitting sitting = seat.get()) {
                Walk walk = sitting.byTyping(device, Decision.NONE);
                Remark remark = remark(key, walk);
                return remark.key().equals(STEPS) ? remark.withPaste(proposal(sitting)) : remark;
            } catch (BrowserFailure e) {
                return Remark.wrong("approval.browser", String.valueOf(e.getMessage()));
            }
        });
    }

    /** What approval.steps could be for the page where the walk ended; empty if the browser cannot tell any more. */
    private String proposal(Sitting sitting) {
        try {
            return redaction.redact(sitting.act(Tab::proposal));
        } catch (BrowserFailure e) {
            return "";
        }
    }

    private static Remark remark(String key, Walk walk) {
        return switch (walk.ending()) {
            case DECISION -> Remark.good(key, "signs in and gets to the decision page");
            case WRONG_LOGIN -> Remark.wrong(key, "the server does not accept this username and password");
            case LOCKED_OUT ->
                Remark.wrong(key, "the server has locked this account or this address; wait or unlock it");
            default -> notUnderstood(walk);
        };
    }

    /** Codes approved without a decision page are for a check to judge; steps help where a page was not understood. */
    private static Remark notUnderstood(Walk walk) {
        if (walk.ending() == PageKind.SUCCESS) {
            return Remark.note("approval", "the code was approved without a decision page");
        }
        String key = walk.understood() ? "approval" : STEPS;
        return Remark.wrong(key, "the decision page was not reached: " + walk.reason());
    }
}
