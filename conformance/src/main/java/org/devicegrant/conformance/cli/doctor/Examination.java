package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.check.Preflight;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.user.Turn;
import org.devicegrant.conformance.user.Users;

/** Tries what a target file says, key by key, a few requests each. */
public final class Examination {
    private final Target target;
    private final Server server;
    private final Devices devices;
    private final Users users;
    private final Station station;

    private Examination(Station station, Protocol protocol) {
        this.station = station;
        this.target = station.target();
        this.server = protocol.server();
        Wire wire = new Wire("doctor", Urgency.PLAIN, station.http(), station.clock(), station.pace());
        this.devices = new Devices(wire, station.waiting(), protocol);
        this.users = new Users(target, station.desk(), station.decider(), Turn.ANY, walk -> {});
    }

    /**
     * Finds the server first.
     *
     * @throws Unusable if there is nothing to examine
     */
    public static Examination of(Station station) {
        return new Examination(station, new Preflight(station).protocol());
    }

    /** Metadata and endpoints. */
    public List<Remark> server() {
        return new ServerProbe(target, server).remarks();
    }

    /** Each client with its own authentication, and the scopes. */
    public List<Remark> clients() {
        ClientProbe probe = new ClientProbe(devices);
        List<Remark> remarks = new ArrayList<>(probe.remarks());
        probe.started().stream().limit(1).map(Forecast::of).forEach(remarks::add);
        if (remarks.stream()
                .allMatch(remark -> remark.mark() == Remark.Mark.GOOD || remark.mark() == Remark.Mark.NOTE)) {
            remarks.addAll(new RequestProbe(devices).remarks());
        }
        return remarks;
    }

    /** Whether the users can sign in, without deciding anything. */
    public List<Remark> signIns() {
        return new UserProbe(devices, users, station.desk(), station.redaction()).signIns();
    }

    /** Whether an approval leads to a token, and whether the token works where the file says it should. */
    public List<Remark> approval() {
        return new ApprovalProbe(devices, users).remarks();
    }
}
