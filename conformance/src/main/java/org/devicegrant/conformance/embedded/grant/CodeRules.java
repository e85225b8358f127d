package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.http.Percent;
import org.jspecify.annotations.Nullable;

/** Which codes are issued, for how long, and how they are found again. Conforming as it is made. */
public final class CodeRules {
    private final List<Consumer<DeviceGrant>> onIssue = new CopyOnWriteArrayList<>();
    private Duration lifetime = Duration.ofMinutes(10);
    private @Nullable Duration keptFor;
    private Expiry expiry = Expiry.atTheEnd();
    private Duration purgeAfter = Duration.ofSeconds(65);
    private Supplier<String> deviceCodes = Secrets::next;
    private Supplier<String> userCodes = UserCodes.of(UserCodes.CONSONANTS, 2, 4);
    private UnaryOperator<String> normaliser = UserCodes.tolerant();
    private BiFunction<Grants, String, Optional<DeviceGrant>> byDeviceCode = Grants::byDeviceCode;
    private BiFunction<Grants, String, Optional<DeviceGrant>> byUserCode = Grants::byUserCode;
    private Function<DeviceGrant, Optional<String>> completion =
            grant -> Optional.of("?user_code=" + Percent.encode(grant.userCode()));

    /** The lifetime that is announced, and kept unless {@link #keptFor} says otherwise. Whole seconds. */
    public CodeRules lifetime(Duration announced) {
        this.lifetime = announced;
        return this;
    }

    /** How long codes really live. */
    public CodeRules keptFor(Duration real) {
        this.keptFor = real;
        return this;
    }

    /** When a code is dead. */
    public CodeRules expiry(Expiry rule) {
        this.expiry = rule;
        return this;
    }

    /** How long after its end a code is still known, as expired; later it is unknown. */
    public CodeRules purgeAfter(Duration rule) {
        this.purgeAfter = rule;
        return this;
    }

    public CodeRules deviceCodes(Supplier<String> generator) {
        this.deviceCodes = generator;
        return this;
    }

    public CodeRules userCodes(Supplier<String> generator) {
        this.userCodes = generator;
        return this;
    }

    /** What makes two spellings of a user code the same. */
    public CodeRules normaliser(UnaryOperator<String> rule) {
        this.normaliser = rule;
        return this;
    }

    /** How the token endpoint finds a grant. */
    public CodeRules byDeviceCode(BiFunction<Grants, String, Optional<DeviceGrant>> rule) {
        this.byDeviceCode = rule;
        return this;
    }

    /** How the pages find a grant. */
    public CodeRules byUserCode(BiFunction<Grants, String, Optional<DeviceGrant>> rule) {
        this.byUserCode = rule;
        return this;
    }

    /** What is appended to verification_uri for verification_uri_complete; nothing for none. */
    public CodeRules completion(Function<DeviceGrant, Optional<String>> rule) {
        this.completion = rule;
        return this;
    }

    /** Does something with every new grant before its codes are told. */
    public CodeRules onIssue(Consumer<DeviceGrant> action) {
        onIssue.add(action);
        return this;
    }

    public Duration lifetime() {
        return lifetime;
    }

    public Optional<String> completion(DeviceGrant grant) {
        return completion.apply(grant);
    }

    Duration keptFor() {
        return keptFor == null ? lifetime : keptFor;
    }

    Expiry expiry() {
        return expiry;
    }

    Duration purgeAfter() {
        return purgeAfter;
    }

    String nextDeviceCode() {
        return deviceCodes.get();
    }

    String nextUserCode() {
        return userCodes.get();
    }

    UnaryOperator<String> normaliser() {
        return normaliser;
    }

    Optional<DeviceGrant> findByDeviceCode(Grants grants, String code) {
        return byDeviceCode.apply(grants, code);
    }

    Optional<DeviceGrant> findByUserCode(Grants grants, String typed) {
        return byUserCode.apply(grants, typed);
    }

    void issued(DeviceGrant grant) {
        onIssue.forEach(action -> action.accept(grant));
    }
}
