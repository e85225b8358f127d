package org.devicegrant.conformance.cli;

import java.time.Duration;
import java.util.ServiceLoader;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.requirement.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the subcommands together: the built-in ones and those that other modules add. */
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(Surroundings surroundings) {
        DeviceGrant root = new DeviceGrant();
        CommandLine tree = new CommandLine(root);
        add(tree, new DemoCommand(surroundings));
        add(tree, new InitCommand(surroundings));
        add(tree, new DoctorCommand(surroundings));
        add(tree, new CheckCommand(surroundings));
        ServiceLoader.load(SubCommand.class).forEach(added -> add(tree, added.command()));
        add(tree, new ListCommand());
        add(tree, new ServeCommand());
        add(tree, new ReportCommand(surroundings));
        add(tree, new VerifyPackCommand());
        boolean color =
                surroundings.interactive() && !surroundings.environment().containsKey("NO_COLOR");
        return tree.registerConverter(Duration.class, Words::duration)
                .registerConverter(Profile.class, Words.of(Profile.class))
                .registerConverter(ListCommand.What.class, Words.of(ListCommand.What.class))
                .registerConverter(GradingOptions.FailOn.class, Words.of(GradingOptions.FailOn.class))
                .setColorScheme(CommandLine.Help.defaultColorScheme(color ? Ansi.AUTO : Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Faults::wrongUsage)
                .setExecutionExceptionHandler((thrown, command, parsed) -> Faults.tell(thrown, command, root.verbose))
                .setExitCodeExceptionMapper(thrown -> ExitCodes.OUR_FAULT);
    }

    /** Every subcommand knows {@code --help}, without each saying so. */
    private static void add(CommandLine tree, Object command) {
        CommandLine subcommand = new CommandLine(command);
        if (!subcommand.getCommandSpec().optionsMap().containsKey("--help")) {
            subcommand.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        }
        tree.addSubcommand(subcommand);
    }
}
