package org.devicegrant.conformance.embedded.grant;

import java.time.Instant;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.User;

/**
 * A decision as it is recorded.
 *
 * @param approved or refused
 * @param user who decided
 * @param scopes what was approved
 * @param at when
 */
public record Verdict(boolean approved, User user, Set<String> scopes, Instant at) {}
