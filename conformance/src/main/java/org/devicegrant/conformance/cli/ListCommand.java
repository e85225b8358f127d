package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code list}: what the tool knows. */
@Command(
        name = "list",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Lists the requirements of the catalogue, the checks of this build or the load scenarios.")
final class ListCommand implements Callable<Integer> {
    /** What can be listed. */
    enum What {
        REQUIREMENTS,
        CHECKS,
        SCENARIOS
    }

    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            defaultValue = "requirements",
            paramLabel = "requirements|checks|scenarios",
            description = "What to list (default: requirements).")
    What what;

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Option(names = "--json", description = "As JSON, for programs.")
    boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        List<Requirement> requirements = selection.requirements(catalogue);
        Listing listing = switch (what) {
            case REQUIREMENTS -> new RequirementListing(catalogue.version(), requirements);
            case CHECKS -> new CheckListing(catalogue.version(), requirements);
            case SCENARIOS -> ScenarioListing.ofModules();
        };
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? listing.json() : listing.text());
        out.flush();
        return 0;
    }
}
