package org.devicegrant.conformance.user;

import java.util.Locale;
import org.devicegrant.browser.Credentials;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.User;

/** Who there is according to the target file, and what can be asked of them. */
final class People {
    private final Target target;

    People(Target target) {
        this.target = target;
    }

    User user(int index) {
        if (target.users().size() <= index) {
            throw NotApplicable.missing("users[" + index + "]");
        }
        return target.users().get(index);
    }

    Credentials credentials(int index) {
        User user = user(index);
        return new Credentials(user.username(), user.password().reveal());
    }

    /** The number of the user who is called so. */
    int called(String username) {
        for (int i = 0; i < target.users().size(); i++) {
            if (target.users().get(i).username().equals(username)) {
                return i;
            }
        }
        throw NotApplicable.missing("the user " + username + " in users");
    }

    void requireDecisions(String unseen) {
        if (by() == Approval.By.NONE) {
            throw new NotApplicable(unseen + " was not seen: it needs a user's decision, and approval.by is none");
        }
    }

    void requirePages(String unseen) {
        if (by() != Approval.By.BROWSER) {
            throw new NotApplicable(unseen + " was not seen: it needs approval.by: browser");
        }
    }

    void requireBrowser() {
        if (by() == Approval.By.NONE) {
            throw nobody();
        }
        if (by() != Approval.By.BROWSER) {
            throw new NotApplicable(
                    "needs a browser, and approval.by is " + by().name().toLowerCase(Locale.ROOT));
        }
    }

    NotApplicable nobody() {
        return new NotApplicable("needs a user's decision, and approval.by is none");
    }

    private Approval.By by() {
        return target.approval().by();
    }
}
