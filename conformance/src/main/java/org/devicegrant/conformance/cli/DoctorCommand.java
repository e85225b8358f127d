package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.cli.doctor.Examination;
import org.devicegrant.conformance.cli.doctor.Remark;
import org.devicegrant.conformance.cli.doctor.SkippedChecks;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: tries every field of the target file on the wire. */
@Command(
        name = "doctor",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Tries every field of a target file on the wire, says what is wrong in the file's own words, and which"
                    + " requirements will be skipped for want of what.",
            "Starts one device for each client and, where the file names users, approves one."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    TargetOptions targetOptions;

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    private final Surroundings surroundings;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.targetOptions = new TargetOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Target target = targetOptions.target();
        List<Requirement> requirements = selection.requirements(Catalogue.load());
        List<Remark> remarks = new ArrayList<>();
        try (Station station = Station.open(
                target,
                RunOptions.defaults(),
                Clock.system(),
                Deciders.of(target, surroundings, false, out),
                RunListener.silent(),
                exchange -> {})) {
            Examination examination = Examination.of(station);
            tell(examination.server(), remarks, out);
            tell(examination.clients(), remarks, out);
            tell(examination.signIns(), remarks, out);
            if (Diagnosis.exitCode(remarks) == 0) {
                tell(examination.approval(), remarks, out);
            }
        }
        skipped(SkippedChecks.byMissingKey(target, requirements), out);
        out.println(conclusion(remarks));
        return Diagnosis.exitCode(remarks);
    }

    private static void tell(List<Remark> news, List<Remark> remarks, PrintWriter out) {
        remarks.addAll(news);
        news.forEach(remark -> {
            out.println(Diagnosis.line(remark));
            remark.paste().lines().forEach(line -> out.println("       " + line));
        });
        out.flush();
    }

    private static void skipped(Map<String, List<String>> skipped, PrintWriter out) {
        if (!skipped.isEmpty()) {
            out.println();
            out.println("To be skipped, for want of:");
        }
        skipped.forEach((key, ids) -> {
            out.println("  " + key + "  (" + ids.size() + ")");
            ids.forEach(id -> out.println("      " + id));
        });
        out.println();
    }

    private static String conclusion(List<Remark> remarks) {
        return switch (Diagnosis.exitCode(remarks)) {
            case ExitCodes.WRONG_USAGE -> "The target file does not describe the server; see the lines marked wrong.";
            case ExitCodes.UNREACHABLE -> "The server cannot be asked; see the lines marked lost.";
            default -> "The target file fits the server. Next: device-grant check";
        };
    }
}
