package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.user.CommandDecider;
import org.devicegrant.conformance.user.Decider;

/** Who decides where no browser of ours does. */
final class Deciders {
    private Deciders() {}

    /**
     * The operator's command, or the person at the terminal.
     *
     * @param silent whether nobody may be asked although there is a terminal
     */
    static Decider of(Target target, Surroundings surroundings, boolean silent, PrintWriter out) {
        if (target.approval().by() == Approval.By.COMMAND) {
            return new CommandDecider(target);
        }
        if (surroundings.interactive() && !silent) {
            return new PersonDecider(out);
        }
        return (device, user, decision) -> {
            throw new Inconclusive(
                    "approval.by is manual, and there is nobody to ask",
                    "run from a terminal without --yes, or set approval.by to browser or command");
        };
    }
}
