package org.devicegrant.conformance.cli;

import java.util.Collection;
import java.util.List;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.cli.doctor.Remark;

/** What the remarks of an examination mean for the command line. */
final class Diagnosis {
    private Diagnosis() {}

    /** 0 if nothing stands against a run; else that of a wrong file, or of a server that cannot be asked. */
    static int exitCode(Collection<Remark> remarks) {
        if (any(remarks, Remark.Mark.WRONG)) {
            return ExitCodes.WRONG_USAGE;
        }
        return any(remarks, Remark.Mark.UNREACHABLE) ? ExitCodes.UNREACHABLE : ExitCodes.CONFORMS;
    }

    /** The remarks that stand against a run. */
    static List<Remark> obstacles(Collection<Remark> remarks) {
        return remarks.stream()
                .filter(remark -> remark.mark() == Remark.Mark.WRONG || remark.mark() == Remark.Mark.UNREACHABLE)
                .toList();
    }

    /** One line. */
    static String line(Remark remark) {
        String mark = switch (remark.mark()) {
            case GOOD -> "ok   ";
            case NOTE -> "note ";
            case WRONG -> "wrong";
            case UNREACHABLE -> "lost ";
        };
        return mark + "  " + remark.key() + ": " + remark.text();
    }

    private static boolean any(Collection<Remark> remarks, Remark.Mark mark) {
        return remarks.stream().anyMatch(remark -> remark.mark() == mark);
    }
}
