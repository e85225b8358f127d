package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.nothingOfItsInside;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;

/** Bodies that are no forms. */
class ContentTypeChecks {
    private static final String BOUNDARY = "device-grant-7f3a";

    /** The same parameters in another format. */
    private record Format(String words, UnaryOperator<Request> change) {}

    private static final List<Format> OTHERS = List.of(
            new Format(
                    "as JSON", r -> r.header("Content-Type", "application/json").withRawBody(json(r.form()))),
            new Format(
                    "as multipart/form-data",
                    r -> r.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .withRawBody(multipart(r.form()))),
            new Format("as text/plain", r -> r.header("Content-Type", "text/plain")),
            new Format("without Content-Type", r -> r.withoutHeader("Content-Type")),
            new Format("with an empty body", r -> r.withForm(Form.empty())));

    @Check("8628-3.1-other-content-types")
    void bodiesInOtherFormatsAreRefused(Devices devices, Judge judge) {
        judge.control("a poll at once on a fresh code", devices.start().poll(), pending());

        for (Format format : OTHERS) {
            expectRefused(
                    judge,
                    "a device authorization request " + format.words(),
                    devices.send(format.change().apply(devices.request())));
            Device device = devices.start();
            expectRefused(
                    judge,
                    "a poll " + format.words(),
                    device.send(format.change().apply(device.pollRequest())));
        }
    }

    private static void expectRefused(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(
                        Outcome.of("415 without a JSON body", a -> a.status() == 415),
                        "clients expect a JSON error from these endpoints")
                .tolerating(
                        Outcome.of("the usual answer", a -> a.codes() || a.pending()),
                        "no RFC defines this format here")
                .otherwise("a slip in a client looks like a fault of the server")
                .toBe(Outcome.of(
                        "a 4xx answer",
                        a -> refusal().matches(a)
                                && !a.pending()
                                && (a.status() != 415 || a.json().isPresent())));
        judge.expect("the answer to " + subject, answer)
                .otherwise("it tells attackers what is behind the endpoint")
                .toBe(nothingOfItsInside());
    }

    private static String json(Form form) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        form.parameters().forEach(p -> object.put(p.name(), p.value()));
        return object.toString();
    }

    private static String multipart(Form form) {
        StringBuilder body = new StringBuilder();
        for (Form.Parameter parameter : form.parameters()) {
            body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            body.append(parameter.name())
                    .append("\"\r\n\r\n")
                    .append(parameter.value())
                    .append("\r\n");
        }
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }
}
