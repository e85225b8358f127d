package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load run was asked for.
 *
 * @param devices how many devices, over all injectors
 * @param intervalMs the interval that the server announced
 * @param padMs what each device waits beyond it
 * @param rampMs time over which the devices arrive
 * @param durationMs planned length of the part that counts
 * @param connections {@code shared}, {@code own} or {@code closed}
 * @param clients key and authentication method of each client, for example {@code public (none)}
 * @param seed seed of the arrivals
 * @param shard which injector this was, from 0, or null after a merge
 * @param injectors how many injectors there were
 * @param lifetimeSeconds the lifetime of a device code that the server announced
 */
public record LoadSettings(
        int devices,
        long intervalMs,
        long padMs,
        long rampMs,
        long durationMs,
        String connections,
        List<String> clients,
        long seed,
        @Nullable Integer shard,
        int injectors,
        long lifetimeSeconds) {
    public LoadSettings {
        clients = List.copyOf(clients);
    }
}
