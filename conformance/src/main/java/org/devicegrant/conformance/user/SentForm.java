package org.devicegrant.conformance.user;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.Tab;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;

/**
 * A form as a browser sent it.
 *
 * @param action where it went
 * @param fields what it held
 */
public record SentForm(URI action, Form fields) {
    /** Every form that a tab has sent, in order, after its first {@code skipped} loads. */
    public static List<SentForm> of(Sitting sitting, int skipped) {
        List<SentForm> forms = new ArrayList<>();
        sitting.act(Tab::network).stream().skip(skipped).forEach(load -> of(load).ifPresent(forms::add));
        return forms;
    }

    private static Optional<SentForm> of(NetworkEvent load) {
        if (!load.method().equals("POST")
                || load.requestBody().isEmpty()
                || !load.requestBody().contains("=")) {
            return Optional.empty();
        }
        return Form.parse(load.requestBody()).map(fields -> new SentForm(URI.create(load.url()), fields));
    }

    /** Whether a field holds this user code. */
    public boolean holds(String userCode) {
        String code = Walks.letters(userCode);
        return fields.parameters().stream()
                .anyMatch(field -> Walks.letters(String.valueOf(field.value())).equals(code));
    }

    /** The same form, sent by nobody's browser: without cookies. */
    public Request request() {
        return Request.post(Endpoint.VERIFICATION_PAGE, "form of a page", action, fields)
                .header("Accept", "text/html");
    }
}
