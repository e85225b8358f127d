package org.devicegrant.conformance.embedded;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.devicegrant.conformance.embedded.client.AuthenticationRules;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.endpoint.RegistrationRules;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.CodeRules;
import org.devicegrant.conformance.embedded.grant.DecisionRules;
import org.devicegrant.conformance.embedded.grant.Grants;
import org.devicegrant.conformance.embedded.grant.PollRules;
import org.devicegrant.conformance.embedded.grant.ScopeRules;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.FormRules;
import org.devicegrant.conformance.embedded.http.Layers;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.page.PageRules;
import org.devicegrant.conformance.embedded.token.TokenRules;

/**
 * How one embedded server behaves, conforming as it is made. It belongs to one server: it also holds that server's
 * clients, users and codes, so that a defect can reach them. Install everything before the server starts; rules that
 * are changed afterwards have no reliable effect, while clients, users and codes may be changed at any time.
 */
public final class Behaviour {
    private final TransportRules transport = new TransportRules();
    private final FormRules parsing = new FormRules();
    private final AuthenticationRules authentication = new AuthenticationRules();
    private final ScopeRules scopes = new ScopeRules();
    private final CodeRules codes = new CodeRules();
    private final PollRules polling = new PollRules();
    private final DecisionRules decisions = new DecisionRules();
    private final TokenRules tokens = new TokenRules();
    private final PageRules pages = new PageRules();
    private final RegistrationRules registration = new RegistrationRules();
    private final List<Feature> features = new CopyOnWriteArrayList<>();
    private final Clients clients = new Clients();
    private final Users users = new Users();
    private final Grants grants = new Grants();
    private final Map<Endpoint, Layers<Request, Answer>> layers = new EnumMap<>(Endpoint.class);
    private final AtomicBoolean taken = new AtomicBoolean();
    private boolean errorsDescribed = true;
    private String declared = "";

    /** A conforming server. */
    public Behaviour() {
        for (Endpoint endpoint : Endpoint.values()) {
            layers.put(endpoint, new Layers<>());
        }
    }

    /** Address, delay, connections, time. */
    public TransportRules transport() {
        return transport;
    }

    /** How request parameters are read. */
    public FormRules parsing() {
        return parsing;
    }

    /** How clients prove who they are. */
    public AuthenticationRules authentication() {
        return authentication;
    }

    /** Which scopes a device may ask for. */
    public ScopeRules scopes() {
        return scopes;
    }

    /** Codes, their lifetime and expiry. */
    public CodeRules codes() {
        return codes;
    }

    /** Interval, throttle, redemption. */
    public PollRules polling() {
        return polling;
    }

    /** What a decision does. */
    public DecisionRules decisions() {
        return decisions;
    }

    /** What tokens are like. */
    public TokenRules tokens() {
        return tokens;
    }

    /** How the user is led to the decision. */
    public PageRules pages() {
        return pages;
    }

    /** Whether clients register themselves. */
    public RegistrationRules registration() {
        return registration;
    }

    /** Extensions that are switched on; add to the list. */
    public List<Feature> features() {
        return features;
    }

    /** Registered clients. */
    public Clients clients() {
        return clients;
    }

    /** People who can sign in. */
    public Users users() {
        return users;
    }

    /** Every code that the server knows. */
    public Grants grants() {
        return grants;
    }

    /** Adds whole lines of YAML to the target file: what an operator would tell about this behaviour. */
    public Behaviour declares(String yaml) {
        this.declared += yaml;
        return this;
    }

    /** Whether errors carry an error_description. */
    public Behaviour errorsDescribed(boolean rule) {
        this.errorsDescribed = rule;
        return this;
    }

    /** Puts a layer around an endpoint: it sees the raw request and the finished answer, and may skip the endpoint. */
    public Behaviour around(Endpoint endpoint, Around<Request, Answer> layer) {
        layers(endpoint).add(layer);
        return this;
    }

    /** Changes the answers of an endpoint. */
    public Behaviour on(Endpoint endpoint, BiFunction<Request, Answer, Answer> edit) {
        return around(endpoint, (request, next) -> edit.apply(request, next.apply(request)));
    }

    /** Changes the answers of the device authorization endpoint. */
    public Behaviour onDevice(BiFunction<Request, Answer, Answer> edit) {
        return on(Endpoint.DEVICE_AUTHORIZATION, edit);
    }

    /** Changes the answers of the token endpoint, to whatever grant type. */
    public Behaviour onToken(BiFunction<Request, Answer, Answer> edit) {
        return on(Endpoint.TOKEN, edit);
    }

    /** Changes the answers of the token endpoint to refresh requests. */
    public Behaviour onRefresh(BiFunction<Request, Answer, Answer> edit) {
        return onToken((request, answer) ->
                request.text().contains("grant_type=" + Client.REFRESH) ? edit.apply(request, answer) : answer);
    }

    /** Changes the metadata documents. */
    public Behaviour onMetadata(BiFunction<Request, Answer, Answer> edit) {
        return on(Endpoint.METADATA, edit);
    }

    /** Changes the answers to browsers. */
    public Behaviour onPage(BiFunction<Request, Answer, Answer> edit) {
        return on(Endpoint.PAGE, edit);
    }

    /** Changes the answers of the userinfo endpoint. */
    public Behaviour onUserinfo(BiFunction<Request, Answer, Answer> edit) {
        return on(Endpoint.USERINFO, edit);
    }

    Layers<Request, Answer> layers(Endpoint endpoint) {
        return layers.computeIfAbsent(endpoint, unused -> new Layers<>());
    }

    /** Marks it as the behaviour of a server that starts. */
    void take() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("A behaviour belongs to one server; make a new one for each");
        }
    }

    String declared() {
        return declared;
    }

    boolean errorsDescribed() {
        return errorsDescribed;
    }
}
