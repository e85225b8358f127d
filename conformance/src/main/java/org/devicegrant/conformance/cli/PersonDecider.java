package org.devicegrant.conformance.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.User;
import org.devicegrant.conformance.user.Decider;

/** Asks the person at the terminal, for one decision after the other. */
final class PersonDecider implements Decider {
    private final PrintWriter out;

    PersonDecider(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void decide(Device device, User user, Decision decision) {
        String verb = decision == Decision.APPROVE ? "approve" : "refuse";
        out.println();
        out.println("Needs you: open " + device.verificationUri() + ", enter " + device.userCode() + " as "
                + user.username() + " and " + verb + ".");
        out.print("Done? [Enter, or n if it did not work] ");
        out.flush();
        Console console = System.console();
        String answer = console == null ? null : console.readLine();
        if (answer == null || answer.strip().startsWith("n")) {
            throw new Inconclusive(
                    "the person at the terminal could not " + verb, "try again, or let a browser decide");
        }
    }
}
