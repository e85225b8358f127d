package org.devicegrant.conformance.target;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.devicegrant.conformance.requirement.Need;

/** Tells what a target file lacks for a check. What only the run can tell is taken to be there. */
public final class Preconditions {
    private Preconditions() {}

    /** The keys of the target file that are missing, in the order of the needs. */
    public static List<String> missing(Target target, Collection<Need> needs) {
        return needs.stream()
                .filter(need -> !isThere(target, need))
                .map(need -> key(target, need))
                .distinct()
                .toList();
    }

    /** Whoever decides but has no account lacks the account only. */
    private static String key(Target target, Need need) {
        Approval.By by = target.approval().by();
        boolean accountOnly =
                need == Need.APPROVAL && by != Approval.By.NONE || need == Need.BROWSER && by == Approval.By.BROWSER;
        return accountOnly ? "users" : need.key();
    }

    private static boolean isThere(Target target, Need need) {
        Clients clients = target.clients();
        return switch (need) {
            case APPROVAL -> approves(target);
            case BROWSER -> target.approval().by() == Approval.By.BROWSER && approves(target);
            case SECOND_USER -> target.users().size() > 1;
            case PUBLIC_CLIENT -> clients.public_() != null;
            case OTHER_CLIENT -> clients.other() != null;
            case CONFIDENTIAL_CLIENT -> clients.confidential() != null;
            case PRIVATE_KEY_JWT_CLIENT -> clients.privateKeyJwt() != null;
            case WITHOUT_GRANT_CLIENT -> clients.withoutGrant() != null;
            case SPECIAL_CHARACTERS_CLIENT -> clients.specialCharacters() != null;
            case DISPOSABLE_CLIENT -> clients.disposable() != null;
            case KIOSK_CLIENT -> clients.kiosk() != null;
            default -> isDeclared(target, need);
        };
    }

    private static boolean isDeclared(Target target, Need need) {
        return switch (need) {
            case FORBIDDEN_SCOPE -> target.probes().forbiddenScope() != null;
            case NARROW_SCOPE -> target.probes().narrowScope() != null;
            case OPENID_SCOPE -> hasOpenid(target);
            case RESOURCES -> !target.probes().resources().isEmpty();
            case AUTHORIZATION_DETAILS -> target.probes().authorizationDetails() != null;
            case ACCOUNT_PARAMETER -> target.kiosk().accountParameter() != null;
            case ENTITLED_APPROVER -> target.kiosk().entitled() != null;
            case STRANGER -> target.kiosk().stranger() != null;
            case REGISTRATION -> target.registration().allowed();
            case DISABLE_HOOK -> !target.hooks().disableUser().isEmpty();
            case AFTER_APPROVAL_WINDOW -> target.windows().afterApproval() != null;
            case TLS -> usesTls(target);
            default -> true;
        };
    }

    private static boolean approves(Target target) {
        return target.approval().by() != Approval.By.NONE && !target.users().isEmpty();
    }

    private static boolean hasOpenid(Target target) {
        String scope = target.scope();
        return scope != null && Arrays.asList(scope.split(" ")).contains("openid");
    }

    private static boolean usesTls(Target target) {
        URI address = target.issuer() == null ? target.endpoints().token() : target.issuer();
        return address != null && "https".equals(address.getScheme().toLowerCase(Locale.ROOT));
    }
}
