package org.devicegrant.load.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.devicegrant.conformance.cli.SubCommand;
import org.devicegrant.load.scenario.ScenarioKind;

/** Adds {@code load} to the command line. */
public final class LoadSubCommand implements SubCommand {
    @Override
    public Object command() {
        return new LoadCommand();
    }

    @Override
    public Map<String, String> scenarios() {
        Map<String, String> scenarios = new LinkedHashMap<>();
        for (ScenarioKind kind : ScenarioKind.values()) {
            scenarios.put(kind.word(), kind.description());
        }
        return scenarios;
    }
}
