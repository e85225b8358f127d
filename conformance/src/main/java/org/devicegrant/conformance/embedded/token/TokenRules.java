package org.devicegrant.conformance.embedded.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.devicegrant.conformance.embedded.http.Answer;

/** What tokens are like. Conforming as it is made. */
public final class TokenRules {
    private final List<UnaryOperator<Issue>> onIssue = new CopyOnWriteArrayList<>();
    private final List<BiFunction<Issue, Answer, Answer>> onAnswer = new CopyOnWriteArrayList<>();
    private final List<UnaryOperator<JWTClaimsSet>> onIdToken = new CopyOnWriteArrayList<>();
    private Duration lifetime = Duration.ofMinutes(10);
    private Supplier<String> values = Secrets::next;
    private boolean jwt;
    private boolean refreshable = true;
    private boolean rotated = true;
    private boolean reuseRevokes = true;
    private boolean refreshClientCompared = true;
    private boolean accountChecked = true;
    private boolean scopeAlwaysNamed = true;
    private BiPredicate<Issue, String> refreshScope =
            (issue, scope) -> issue.scopes().contains(scope);

    /** How long access tokens live. */
    public TokenRules lifetime(Duration rule) {
        this.lifetime = rule;
        return this;
    }

    /** Values of access and refresh tokens. */
    public TokenRules values(Supplier<String> generator) {
        this.values = generator;
        return this;
    }

    /** Whether access tokens are signed JWTs (RFC 9068) instead of opaque. */
    public TokenRules jwt(boolean rule) {
        this.jwt = rule;
        return this;
    }

    /** Whether refresh tokens are issued. */
    public TokenRules refreshable(boolean rule) {
        this.refreshable = rule;
        return this;
    }

    /** Whether every refresh gives a new refresh token. */
    public TokenRules rotated(boolean rule) {
        this.rotated = rule;
        return this;
    }

    /** Whether the use of an old refresh token ends its whole family. */
    public TokenRules reuseRevokes(boolean rule) {
        this.reuseRevokes = rule;
        return this;
    }

    /** Whether a refresh token serves its own client only. */
    public TokenRules refreshClientCompared(boolean rule) {
        this.refreshClientCompared = rule;
        return this;
    }

    /** Whether the scope is named even where it is what was asked for. */
    public TokenRules scopeAlwaysNamed(boolean rule) {
        this.scopeAlwaysNamed = rule;
        return this;
    }

    /** Which scopes a refresh may ask for. */
    public TokenRules refreshScope(BiPredicate<Issue, String> rule) {
        this.refreshScope = rule;
        return this;
    }

    /** Changes what the tokens of the device grant are issued for. */
    public TokenRules onIssue(UnaryOperator<Issue> edit) {
        onIssue.add(edit);
        return this;
    }

    /** Changes the answer that carries tokens, knowing what they were issued for. */
    public TokenRules onAnswer(BiFunction<Issue, Answer, Answer> edit) {
        onAnswer.add(edit);
        return this;
    }

    /** Changes the claims of id tokens before they are signed. */
    public TokenRules onIdToken(UnaryOperator<JWTClaimsSet> edit) {
        onIdToken.add(edit);
        return this;
    }

    /** Whether a locked account gets no tokens. */
    public TokenRules accountChecked(boolean rule) {
        this.accountChecked = rule;
        return this;
    }

    /** What the tokens of the device grant are issued for, after all edits. */
    public Issue edited(Issue issue) {
        Issue result = issue;
        for (UnaryOperator<Issue> edit : onIssue) {
            result = edit.apply(result);
        }
        return result;
    }

    Answer edited(Issue issue, Answer answer) {
        Answer result = answer;
        for (BiFunction<Issue, Answer, Answer> edit : onAnswer) {
            result = edit.apply(issue, result);
        }
        return result;
    }

    JWTClaimsSet edited(JWTClaimsSet claims) {
        JWTClaimsSet result = claims;
        for (UnaryOperator<JWTClaimsSet> edit : onIdToken) {
            result = edit.apply(result);
        }
        return result;
    }

    /** Whether a locked account gets no tokens. */
    public boolean accountChecked() {
        return accountChecked;
    }

    Duration lifetime() {
        return lifetime;
    }

    String nextValue() {
        return values.get();
    }

    boolean jwt() {
        return jwt;
    }

    boolean refreshable() {
        return refreshable;
    }

    boolean rotated() {
        return rotated;
    }

    boolean reuseRevokes() {
        return reuseRevokes;
    }

    boolean refreshClientCompared() {
        return refreshClientCompared;
    }

    boolean scopeAlwaysNamed() {
        return scopeAlwaysNamed;
    }

    boolean mayRefresh(Issue issue, String scope) {
        return refreshScope.test(issue, scope);
    }
}
