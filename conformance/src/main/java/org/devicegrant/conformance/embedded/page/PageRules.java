package org.devicegrant.conformance.embedded.page;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Layers;

/** How the user is led to the decision. Conforming as it is made. */
public final class PageRules {
    /** When the user signs in. */
    public enum Order {
        CODE_FIRST,
        LOGIN_FIRST,
        LOGIN_LAST,
        /** Code, name and password on one page. */
        ONE_PAGE
    }

    /** What the decision page names, to say which request it decides. */
    public enum Addressing {
        /** A value that only this browser was given. */
        TICKET,
        /** The user code, whoever sends it. */
        USER_CODE,
        /** The device code, whoever sends it. */
        DEVICE_CODE,
        /** Nothing: the code entered last in this browser counts. */
        LATEST
    }

    private final Layers<Entry, Entry.Outcome> entries = new Layers<>();
    private final Layers<Entry, Entry.Outcome> visits = new Layers<>();
    private final LookRules look = new LookRules();
    private Order order = Order.CODE_FIRST;
    private Addressing addressing = Addressing.TICKET;
    private BiFunction<Optional<User>, Form, Optional<User>> decider = (signedIn, form) -> signedIn;
    private Function<DeviceGrant, String> clientName = grant -> grant.client().name();
    private Function<Guess, List<String>> guessKeys = PageRules::sessionAndUser;
    private int guesses = 20;
    private int guessesPerAddress = 300;
    private int wrongPasswords = 30;
    private boolean antiForgery = true;
    private String sameSite = "Lax";
    private int redirectStatus = 303;

    /** What pages look like and which language they speak. */
    public LookRules look() {
        return look;
    }

    public PageRules order(Order rule) {
        this.order = rule;
        return this;
    }

    public PageRules addressing(Addressing rule) {
        this.addressing = rule;
        return this;
    }

    /** Who decides, given who is signed in and what the form says. */
    public PageRules decider(BiFunction<Optional<User>, Form, Optional<User>> rule) {
        this.decider = rule;
        return this;
    }

    /** What the client is called on the decision page. */
    public PageRules clientName(Function<DeviceGrant, String> rule) {
        this.clientName = rule;
        return this;
    }

    /** By which names wrong user codes are counted. */
    public PageRules guessKeys(Function<Guess, List<String>> rule) {
        this.guessKeys = rule;
        return this;
    }

    /** How many wrong user codes within ten minutes are tolerated by name, and by address. */
    public PageRules guesses(int byName, int byAddress) {
        this.guesses = byName;
        this.guessesPerAddress = byAddress;
        return this;
    }

    /** How many wrong passwords a minute are tolerated for one user name. */
    public PageRules wrongPasswords(int rule) {
        this.wrongPasswords = rule;
        return this;
    }

    /** Whether forms carry and need a value that other sites cannot know. */
    public PageRules antiForgery(boolean rule) {
        this.antiForgery = rule;
        return this;
    }

    /**
     * SameSite of the session cookie; empty for none. Chromium wants {@code None; Secure}, which HtmlUnit drops on
     * plain HTTP.
     */
    public PageRules sameSite(String rule) {
        this.sameSite = rule;
        return this;
    }

    /** Status of the redirects that follow a form. */
    public PageRules redirectStatus(int rule) {
        this.redirectStatus = rule;
        return this;
    }

    /** Puts a layer around what the submission of a user code does. */
    public PageRules aroundEntry(Around<Entry, Entry.Outcome> layer) {
        entries.add(layer);
        return this;
    }

    /** Puts a layer around what opening the link with the user code does: nothing, unless a layer does something. */
    public PageRules aroundVisit(Around<Entry, Entry.Outcome> layer) {
        visits.add(layer);
        return this;
    }

    private static List<String> sessionAndUser(Guess guess) {
        return guess.user()
                .map(user -> List.of(guess.session(), "user " + user.name()))
                .orElseGet(() -> List.of(guess.session()));
    }

    Order order() {
        return order;
    }

    Addressing addressing() {
        return addressing;
    }

    Optional<User> decider(Optional<User> signedIn, Form form) {
        return decider.apply(signedIn, form);
    }

    String clientName(DeviceGrant grant) {
        return clientName.apply(grant);
    }

    List<String> guessKeys(Guess guess) {
        return guessKeys.apply(guess);
    }

    int guesses() {
        return guesses;
    }

    int guessesPerAddress() {
        return guessesPerAddress;
    }

    int wrongPasswords() {
        return wrongPasswords;
    }

    boolean antiForgery() {
        return antiForgery;
    }

    String sameSite() {
        return sameSite;
    }

    int redirectStatus() {
        return redirectStatus;
    }

    Layers<Entry, Entry.Outcome> entries() {
        return entries;
    }

    Layers<Entry, Entry.Outcome> visits() {
        return visits;
    }
}
