package org.devicegrant.conformance.rfc6749.s10_security;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.ScopeRules;

/** Credentials that can be guessed, and scopes that are nobody's limit. */
public final class CredentialDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "makesDeviceCodesOfTheTime",
                        "Device codes are UUIDs of version 1",
                        Set.of("6749-10.10-credential-entropy"),
                        "The varying part of device_code: expected at least 160 random bits, got at most * bits; it can be guessed*",
                        b -> {
                            AtomicLong ticks = new AtomicLong(0x1f0_7a3b_11c4_5e10L);
                            b.codes().deviceCodes(() -> version1(ticks.addAndGet(104_729)));
                        }),
                new Defect(
                        "issuesShortTokens",
                        "Tokens have eight characters",
                        Set.of("6749-10.10-credential-entropy"),
                        "Access_token: expected at least 160 random bits, got at most * bits; it can be guessed*",
                        b -> b.tokens()
                                .values(() -> UUID.randomUUID().toString().substring(0, 8))),
                new Defect(
                        "limitsNoClientToItsScopes",
                        "Scopes are granted whatever the client is registered for",
                        Set.of("6749-10.3-scope-limited-to-client"),
                        "The scope of the token: expected without the forbidden one, got with the forbidden one*",
                        b -> b.scopes()
                                .around((question, next) -> question.scope()
                                        .map(ScopeRules::tokens)
                                        .orElseGet(() -> next.apply(question)))));
    }

    private static String version1(long ticks) {
        long time = (ticks << 32) | ((ticks >>> 16) & 0xffff0000L) | 0x1000L | ((ticks >>> 48) & 0xfff);
        return new UUID(time, 0x8ab3_0242_ac12_0002L).toString();
    }
}
