package org.devicegrant.conformance.embedded.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.token.Issue;

/**
 * A device that asks for the account of somebody who may not be at hand: an extra parameter names the account, its
 * owner or somebody entitled decides, and the tokens belong to the owner. Whether the account exists is never told to
 * the device; a request for one that does not exist can be approved by nobody.
 */
public final class Accounts implements Feature {
    /** Names the account. */
    public static final String PARAMETER = "account";

    private final Users users;
    private final Map<String, Set<String>> entitled;
    private final boolean entitlementChecked;

    /** With {@code entitled} for who may decide for an owner, beside the owner. */
    public Accounts(Users users, Map<String, Set<String>> entitled) {
        this(users, entitled, true);
    }

    /** With {@code entitlementChecked} for whether it matters who decides. */
    public Accounts(Users users, Map<String, Set<String>> entitled, boolean entitlementChecked) {
        this.users = users;
        this.entitled = Map.copyOf(entitled);
        this.entitlementChecked = entitlementChecked;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(PARAMETER);
    }

    @Override
    public String declared() {
        return "kiosk: {account_parameter: %s, owner: %s, missing_account: nobody-lives-here, entitled: %s, stranger: %s}\n"
                .formatted(PARAMETER, Users.ALICE, Users.BOB, Users.CAROL);
    }

    @Override
    public boolean mayDecide(Decision decision) {
        return account(decision.grant())
                .map(owner -> !entitlementChecked
                        || owner.equals(decision.user().name())
                        || entitled.getOrDefault(owner, Set.of())
                                .contains(decision.user().name()))
                .orElse(true);
    }

    @Override
    public Issue redeemed(Poll poll, Issue issue) {
        Optional<User> owner = account(poll.grant()).flatMap(users::find);
        return owner.map(issue::withUser).orElse(issue);
    }

    @Override
    public List<String> shown(DeviceGrant grant) {
        return account(grant).stream()
                .map(owner -> "Account: " + owner.substring(0, Math.min(owner.length(), 80)))
                .toList();
    }

    private static Optional<String> account(DeviceGrant grant) {
        return grant.order().form().value(PARAMETER);
    }
}
