package org.devicegrant.conformance.embedded.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Every device authorization that the server still knows, by either code. Safe for use by several threads. Codes are
 * looked up as whole keys, so that the time of a look-up tells nothing about how near a guess was.
 */
public final class Grants {
    private final Map<String, DeviceGrant> byDeviceCode = new ConcurrentHashMap<>();
    private final Map<String, DeviceGrant> byUserCode = new ConcurrentHashMap<>();
    private volatile UnaryOperator<String> normaliser = UnaryOperator.identity();

    /** How a user code is written as a key. */
    void normaliser(UnaryOperator<String> changed) {
        normaliser = changed;
    }

    /**
     * Adds a grant.
     *
     * @return false, and nothing is added, if its user code is in use
     */
    public boolean add(DeviceGrant grant) {
        if (byUserCode.putIfAbsent(key(grant), grant) != null) {
            return false;
        }
        byDeviceCode.put(grant.deviceCode(), grant);
        return true;
    }

    public Optional<DeviceGrant> byDeviceCode(String deviceCode) {
        return Optional.ofNullable(byDeviceCode.get(deviceCode));
    }

    /** The grant of a user code as somebody typed it. */
    public Optional<DeviceGrant> byUserCode(String typed) {
        return Optional.ofNullable(byUserCode.get(normaliser.apply(typed)));
    }

    /** Forgets a grant: both its codes are unknown from now on. */
    public void forget(DeviceGrant grant) {
        byDeviceCode.remove(grant.deviceCode(), grant);
        retireUserCode(grant);
    }

    /** Forgets the user code alone. */
    public void retireUserCode(DeviceGrant grant) {
        byUserCode.remove(key(grant), grant);
    }

    /** Forgets every grant that {@code done} says. */
    public void sweep(Predicate<DeviceGrant> done) {
        byDeviceCode.values().stream().filter(done).toList().forEach(this::forget);
    }

    /** All grants, in no order. */
    public List<DeviceGrant> all() {
        return List.copyOf(byDeviceCode.values());
    }

    public int size() {
        return byDeviceCode.size();
    }

    private String key(DeviceGrant grant) {
        return normaliser.apply(grant.userCode());
    }
}
