package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Grants;
import org.devicegrant.conformance.embedded.http.Form;

/** Polls that are taken though they are not quite right. */
public final class TolerablePollRequestDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "knowsTheGrantByItsOldNames",
                                "Still takes the grant types of the drafts",
                                Set.of("8628-3.4-grant-type-exact"),
                                "A poll with grant_type device_code got 400 authorization_pending: the RFC knows one"
                                        + " spelling only*",
                                server -> server.parsing().around((request, next) -> renamed(next.apply(request))))
                        .onlyWarnedAbout(),
                new Defect(
                                "callsAnEmptyCodeAnInvalidGrant",
                                "A poll with an empty device_code is answered invalid_grant",
                                Set.of("8628-3.4-missing-device-code"),
                                "A poll with an empty device_code got 400 invalid_grant: a parameter without a value counts as"
                                        + " left out*",
                                server -> server.onToken(
                                        (request, answer) -> request.text().matches("(.*&)?device_code=(&.*)?")
                                                ? answer.set("error", "invalid_grant")
                                                : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "overlooksTheLastCharacterOfACode",
                                "Compares device codes without their last character",
                                Set.of("8628-3.4-unknown-device-code"),
                                "A poll with the last character of a code changed got 400 authorization_pending:"
                                        + " several spellings of one code are taken*",
                                server -> server.codes().byDeviceCode(TolerablePollRequestDefects::nearly))
                        .onlyWarnedAbout());
    }

    private static Form renamed(Form form) {
        boolean old =
                Set.of("device_code", "http://oauth.net/grant_type/device/1.0").contains(form.text("grant_type"));
        return old ? form.with("grant_type", Client.DEVICE_GRANT) : form;
    }

    private static Optional<DeviceGrant> nearly(Grants grants, String code) {
        return grants.all().stream()
                .filter(grant -> grant.deviceCode().length() == code.length()
                        && grant.deviceCode().regionMatches(0, code, 0, code.length() - 1))
                .findAny();
    }
}
