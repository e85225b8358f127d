package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.requirement.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {
    private static final List<Need> ALL = List.of(Need.values());

    @TempDir
    Path directory;

    @Test
    void aFullFileLacksNothing() throws Exception {
        Samples.attachments(directory);
        Target target = TargetFile.parse(Samples.everything(), directory, Map.of(), List.of());

        assertThat(Preconditions.missing(target, ALL)).isEmpty();
    }

    @Test
    void aSmallFileLacksWhatTheKeysSay() {
        Target target = small();

        assertThat(Preconditions.missing(target, ALL))
                .containsExactly(
                        "users",
                        "users[1]",
                        "clients.other",
                        "clients.confidential",
                        "clients.private_key_jwt",
                        "clients.without_grant",
                        "clients.special_characters",
                        "clients.disposable",
                        "clients.kiosk",
                        "forbidden_scope",
                        "narrow_scope",
                        "scope: openid",
                        "resources",
                        "authorization_details",
                        "kiosk.account_parameter",
                        "kiosk.entitled",
                        "kiosk.stranger",
                        "registration.allowed",
                        "hooks.disable_user",
                        "windows.after_approval",
                        "issuer: https://…");
    }

    @Test
    void aCommandDecidesButIsNoBrowser() {
        Target nobody = small("approval.by=command", "approval.command=[./approve.sh]");
        Target target = small(
                "approval.by=command", "approval.command=[./approve.sh]", "users[0].username=a", "users[0].password=b");

        assertThat(Preconditions.missing(nobody, List.of(Need.APPROVAL))).containsExactly("users");
        assertThat(Preconditions.missing(target, List.of(Need.APPROVAL))).isEmpty();
        assertThat(Preconditions.missing(target, List.of(Need.BROWSER))).containsExactly("approval.by: browser");
    }

    @Test
    void nobodyDecides() {
        Target target = small("approval.by=none", "users[0].username=a", "users[0].password=b");

        assertThat(Preconditions.missing(target, List.of(Need.APPROVAL, Need.BROWSER)))
                .containsExactly("approval", "approval.by: browser");
    }

    private Target small(String... overrides) {
        return TargetFile.parse(
                "issuer: http://127.0.0.1:9000\nclients: {public: {client_id: tv}}",
                directory,
                Map.of(),
                List.of(overrides));
    }
}
