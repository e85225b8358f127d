package org.devicegrant.conformance.user;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.Json;

/**
 * A form of the page that is open.
 *
 * @param action where it would go
 * @param fields what it would send whatever button is pressed
 */
record OpenForm(URI action, Form fields) {
    private static final String READ = """
            var all = [];
            for (var i = 0; i < document.forms.length; i++) {
              var form = document.forms[i], fields = [];
              for (var j = 0; j < form.elements.length; j++) {
                var field = form.elements[j];
                var button = /^(submit|button|image|reset|file)$/.test(field.type);
                var off = /^(checkbox|radio)$/.test(field.type) && !field.checked;
                if (field.name && !field.disabled && !button && !off) { fields.push([field.name, field.value]); }
              }
              all.push({action: form.getAttribute('action') || '', fields: fields});
            }
            return JSON.stringify(all);""";

    static List<OpenForm> of(Sitting sitting) {
        return sitting.act(tab -> {
            List<OpenForm> forms = new ArrayList<>();
            Json.parse(tab.script(READ)).ifPresent(all -> all.forEach(form -> forms.add(read(form, tab.address()))));
            return forms;
        });
    }

    private static OpenForm read(JsonNode form, URI page) {
        Form fields = Form.empty();
        for (JsonNode field : form.path("fields")) {
            fields = fields.with(field.path(0).asText(), field.path(1).asText());
        }
        String action = form.path("action").asText();
        return new OpenForm(action.isEmpty() ? page : page.resolve(action.replace(" ", "%20")), fields);
    }

    /** Whether {@code sent} was this form, perhaps on another page and for another code. */
    boolean couldHaveSent(SentForm sent) {
        return action.getPath().equals(sent.action().getPath())
                && fields.parameters().stream().anyMatch(field -> sent.fields().value(field.name()) != null);
    }

    /** This form's own values in place of those that were sent; a button keeps what was sent for it. */
    SentForm filledAs(SentForm sent) {
        Form filled = Form.empty();
        for (Form.Parameter parameter : sent.fields().parameters()) {
            String own = fields.value(parameter.name());
            filled = filled.with(parameter.name(), own == null ? parameter.value() : own);
        }
        return new SentForm(action, filled);
    }
}
