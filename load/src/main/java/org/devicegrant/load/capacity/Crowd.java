package org.devicegrant.load.capacity;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadClient;

/**
 * The devices of all trials. They keep their codes from one trial to the next, because issuing codes costs a server more
 * than what is measured.
 */
public final class Crowd {
    private final List<LoadClient> clients;
    private final List<Device> all = new ArrayList<>();

    /** Dealt out to these clients in turn. */
    public Crowd(List<LoadClient> clients) {
        this.clients = clients;
    }

    /** The first so many. */
    public List<Device> of(int count) {
        while (all.size() < count) {
            all.add(new Device(all.size(), clients.get(all.size() % clients.size())));
        }
        return List.copyOf(all.subList(0, count));
    }

    /** How many of these have to ask for a code first, if all are to have one until that moment. */
    public static int codesNeeded(List<Device> devices, long until) {
        return (int) devices.stream()
                .filter(device -> device.dropUnlessAliveAt(until))
                .count();
    }
}
