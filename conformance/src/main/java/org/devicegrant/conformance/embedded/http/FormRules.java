package org.devicegrant.conformance.embedded.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** How request parameters are read (RFC 6749 sections 3.1, 3.2 and appendix B). Conforming as it is made. */
public final class FormRules {
    /** What becomes of a known parameter that occurs more than once. */
    public enum Repeated {
        REFUSED,
        FIRST_WINS,
        LAST_WINS,
        JOINED_BY_BLANK
    }

    /** What becomes of parameters in the query of a POST. */
    public enum Query {
        IGNORED,
        /** Taken where the body lacks them. */
        FALLBACK,
        /** Taken before those of the body. */
        PREFERRED
    }

    private static final List<String> KNOWN = List.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "scope",
            "grant_type",
            "device_code",
            "refresh_token",
            "token",
            "token_type_hint");

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Layers<Request, Form> layers = new Layers<>();
    private Predicate<String> contentType = FormParser::isForm;
    private Repeated repeated = Repeated.REFUSED;
    private Query query = Query.IGNORED;
    private boolean emptyIsOmitted = true;
    private boolean jsonToo;
    private int largest = 128 * 1024;

    public FormRules() {
        known.addAll(KNOWN);
    }

    /** Parameters that may not be repeated; names may be added. */
    public Set<String> known() {
        return known;
    }

    /** Which Content-Type values (empty if missing) count as a form. */
    public FormRules contentType(Predicate<String> accepted) {
        this.contentType = accepted;
        return this;
    }

    public FormRules repeated(Repeated rule) {
        this.repeated = rule;
        return this;
    }

    public FormRules query(Query rule) {
        this.query = rule;
        return this;
    }

    /** Whether a parameter without a value counts as left out, which RFC 6749 section 3.1 demands. */
    public FormRules emptyIsOmitted(boolean rule) {
        this.emptyIsOmitted = rule;
        return this;
    }

    /** Whether the members of a JSON body are taken as parameters too, which nobody defines. */
    public FormRules jsonToo(boolean rule) {
        this.jsonToo = rule;
        return this;
    }

    /** Longest body in bytes. */
    public FormRules largest(int bytes) {
        this.largest = bytes;
        return this;
    }

    /** Puts a layer around the reading of a whole request. */
    public FormRules around(Around<Request, Form> layer) {
        layers.add(layer);
        return this;
    }

    /** The reader with these rules. It throws {@link Refusal} where the request cannot be read. */
    public Function<Request, Form> reader() {
        return layers.over(new FormParser(this)::parse);
    }

    Predicate<String> contentType() {
        return contentType;
    }

    Repeated repeated() {
        return repeated;
    }

    Query query() {
        return query;
    }

    boolean emptyIsOmitted() {
        return emptyIsOmitted;
    }

    boolean jsonToo() {
        return jsonToo;
    }

    int largest() {
        return largest;
    }
}
