package org.devicegrant.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Selection;
import picocli.CommandLine.Option;

/** Which requirements a command is about. */
final class SelectionOptions {
    @Option(
            names = "--include",
            split = ",",
            paramLabel = "PATTERN",
            description = "Only these: requirement ids, globs such as 8628-3.2-*, or groups. May be repeated.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", split = ",", paramLabel = "PATTERN", description = "Not these; written alike.")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "core|security|interop|kiosk|all",
            defaultValue = "all",
            description = "What to judge by (default: all).")
    Profile profile = Profile.ALL;

    Selection selection() {
        return new Selection(include, exclude, profile);
    }

    /**
     * The selected requirements.
     *
     * @throws UsageFault if a pattern matches nothing at all
     */
    List<Requirement> requirements(Catalogue catalogue) {
        try {
            return selection().from(catalogue);
        } catch (IllegalArgumentException e) {
            throw new UsageFault(String.valueOf(e.getMessage()));
        }
    }
}
