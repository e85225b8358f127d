/**
 * A complete authorization server for the device grant (RFC 8628), for loopback only: it conforms as it starts, and
 * every way in which a server can go wrong can be switched on.
 *
 * <p>This package is what the rest of the harness uses: {@link org.devicegrant.conformance.embedded.EmbeddedServer}
 * to start one, {@link org.devicegrant.conformance.embedded.Behaviour} to bend it,
 * {@link org.devicegrant.conformance.embedded.Defect} and {@link org.devicegrant.conformance.embedded.Variant} to name
 * a bend. Below it: {@code http} (requests, answers, forms, clock), {@code client} (clients, users, client
 * authentication), {@code grant} (codes, polls, expiry, decisions), {@code token}, {@code page}, {@code feature}
 * (extensions) and {@code endpoint}. Nothing here knows the harness; only {@code http} knows WireMock.
 *
 * <h2>Writing a defect</h2>
 *
 * <p>A defect lives beside the check that it proves, in a class that implements
 * {@link org.devicegrant.conformance.embedded.DefectSource} and is listed in {@code META-INF/services}. It installs
 * itself into a fresh {@code Behaviour b}; take the first of these that can express the misdeed:
 *
 * <ol>
 *   <li><b>Edit the answer.</b> {@code Answer} is immutable, each edit gives a copy, edits of members leave other
 *       bodies alone.
 *       <pre>{@code
 * b -> b.onDevice((request, answer) -> answer.rename("device_code", "deviceCode"))
 * b -> b.onToken((request, answer) -> answer.hasError("authorization_pending") ? answer.status(401) : answer)
 * b -> b.onToken((request, answer) -> answer.has("access_token") ? answer.withoutHeader("Cache-Control") : answer)
 * b -> b.onPage((request, answer) -> answer.withoutHeader("X-Frame-Options"))
 * b -> b.onMetadata((request, answer) -> answer.remove("grant_types_supported"))
 * }</pre>
 *   <li><b>Turn a knob or change a strategy.</b> Every group of rules says what is lawful and what is not.
 *       <pre>{@code
 * b -> b.polling().throttle(Throttle.perClient())
 * b -> b.polling().announced(false).enforced(Duration.ofSeconds(10))
 * b -> b.polling().redemption(Redemption.checkThenAct(Duration.ofMillis(50)))
 * b -> b.codes().expiry(Expiry.notLookedAt(Expiry.Moment.DECISION))
 * b -> b.codes().purgeAfter(Duration.ZERO)
 * b -> b.parsing().repeated(FormRules.Repeated.FIRST_WINS)
 * b -> b.authentication().right(p -> p.endpoint() == Endpoint.DEVICE_AUTHORIZATION || p.isRight())
 * b -> b.authentication().assertions().timesChecked(false)
 * b -> b.tokens().onIssue(issue -> issue.withScopes(b.scopes().defaults()))
 * b -> b.pages().addressing(PageRules.Addressing.LATEST)
 * b -> b.features().add(new Pkce((challenge, verifier) -> !verifier.isEmpty()))
 * }</pre>
 *   <li><b>Put a layer around one step.</b> A layer gets the question and the rest of the way, and may change either;
 *       the layer added last is the outermost. There are layers around reading a form, identifying a client, resolving
 *       scopes, judging a poll, recording a decision, entering a code, opening the link, and around each endpoint.
 *       <pre>{@code
 * b -> b.polling().around((poll, next) -> {
 *     Answer answer = next.apply(poll);
 *     if (answer.hasError("slow_down") && poll.grant().is(DeviceGrant.State.APPROVED)) {
 *         b.grants().forget(poll.grant());
 *     }
 *     return answer;
 * })
 * b -> b.decisions().around((decision, next) ->
 *         next.apply(decision.by(decision.whoEntered().orElse(decision.user()))))
 * b -> b.around(Endpoint.TOKEN, (request, next) -> next.apply(request.isGet() ? asPost(request) : request))
 * }</pre>
 *   <li><b>Reach into the state.</b> {@code b.grants()}, {@code b.clients()} and {@code b.users()} are those of the
 *       server; {@code grant.notes()} keeps what a defect has to remember with a code. The {@code force} methods of a
 *       grant overwrite what is otherwise atomic.
 * </ol>
 *
 * <p>Layers and edits run on many threads at once. {@code throw Refusal.of("error", "text")} ends a request with an
 * OAuth error from within a step; any other exception is a 500, which is how a crash is played. A pause is
 * {@code ServerClock.hold(...)}; a slow answer is {@code answer.delay(...)}; a lost one is
 * {@code answer.delivery(Answer.Delivery.RESET)}. A strategy object holds the state of one server, so make it inside
 * the installer, never in a constant.
 *
 * <h2>Time</h2>
 *
 * <p>{@link org.devicegrant.conformance.embedded.http.ServerClock} is the only clock. {@code
 * b.transport().clock(ServerClock.faster(60))} lets an hour pass in a minute, and {@code clock.skip(...)} lets a
 * lifetime pass at once; time stamps that others compare with their own clock stay real.
 */
@NullMarked
package org.devicegrant.conformance.embedded;

import org.jspecify.annotations.NullMarked;
