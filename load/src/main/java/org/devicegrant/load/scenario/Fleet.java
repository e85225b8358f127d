package org.devicegrant.load.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;

/** The devices that this injector plays. */
final class Fleet {
    private Fleet() {}

    /** New devices with the numbers of this shard, dealt out to the clients in turn. */
    static List<Device> of(LoadTarget target, int devices, Shard shard) {
        List<LoadClient> clients = target.clients();
        return IntStream.range(0, devices)
                .filter(shard::holds)
                .mapToObj(number -> new Device(number, clients.get(number % clients.size())))
                .toList();
    }
}
