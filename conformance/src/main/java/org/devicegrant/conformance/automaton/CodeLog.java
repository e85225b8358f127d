package org.devicegrant.conformance.automaton;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Issuance;

/**
 * One device code and its polls in order, as far as their order is certain and no other request has touched the code.
 *
 * @param issued the device authorization response
 * @param polls its polls; none overlaps the next
 */
record CodeLog(Answer issued, List<Answer> polls) {
    CodeLog {
        polls = List.copyOf(polls);
    }

    /** For people. */
    String name() {
        return "code of #" + issued.number();
    }

    /** The announced lifetime in nanoseconds, or 0. */
    long lifetime() {
        return new Issuance(issued).lifetimeIfKnown().map(Duration::toNanos).orElse(0L);
    }
}
