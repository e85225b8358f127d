package org.devicegrant.conformance.flow;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/**
 * How one way of authenticating fares at both endpoints.
 *
 * @param method the way
 * @param registered whether the client is registered for it
 * @param atDevice answer of the device authorization endpoint
 * @param atToken answer of the token endpoint
 * @param inAtToken whether the latter shows that the client was let in
 */
public record MethodTrial(AuthMethod method, boolean registered, Answer atDevice, Answer atToken, boolean inAtToken) {
    private static final List<AuthMethod> WITH_SECRET =
            List.of(AuthMethod.CLIENT_SECRET_BASIC, AuthMethod.CLIENT_SECRET_POST);

    /**
     * Both ways of sending a secret, Basic first.
     *
     * @throws Inconclusive if the client is let in nowhere, so that its secret may be wrong
     */
    public static List<MethodTrial> ofSecret(Devices devices, Client client) {
        List<MethodTrial> trials = of(devices, client, WITH_SECRET);
        if (trials.stream().noneMatch(trial -> trial.inAtDevice() || trial.inAtToken())) {
            throw new Inconclusive(
                    "the server lets " + client.clientId() + " in at neither endpoint, be its secret sent by header or"
                            + " in the body",
                    "check client_id, client_secret and auth_method of that client in the target file");
        }
        return trials;
    }

    /** One way for each method that is tried. */
    public static List<MethodTrial> of(Devices devices, Client client, List<AuthMethod> methods) {
        List<Answer> started = methods.stream()
                .map(method -> devices.send(devices.request(client.authenticatingBy(method))))
                .toList();
        Answer anyCodes = started.stream().filter(Answer::codes).findFirst().orElse(null);
        List<MethodTrial> trials = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            Answer own = started.get(i);
            Foothold foothold = Foothold.of(devices, client, own.codes() ? own : anyCodes);
            trials.add(of(methods.get(i), own, foothold));
        }
        return trials;
    }

    private static MethodTrial of(AuthMethod method, Answer started, Foothold foothold) {
        Answer poll = foothold.poll(foothold.client().authenticatingBy(method));
        boolean registered = method == foothold.client().authMethod();
        return new MethodTrial(method, registered, started, poll, foothold.letIn(poll));
    }

    public boolean inAtDevice() {
        return atDevice.codes();
    }

    public boolean inAtBoth() {
        return inAtDevice() && inAtToken;
    }

    public boolean outAtBoth() {
        return !inAtDevice() && !inAtToken;
    }

    /** The answers that show it. */
    public List<Answer> evidence() {
        return List.of(atDevice, atToken);
    }

    /** For people: what each endpoint answered. */
    public String inWords() {
        return atDevice.gist() + " at the device authorization endpoint and " + atToken.gist()
                + " at the token endpoint";
    }
}
