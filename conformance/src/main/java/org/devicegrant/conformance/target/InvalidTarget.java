package org.devicegrant.conformance.target;

import java.util.List;
import java.util.stream.Collectors;

/** The target file, or what the command line put over it, is wrong. The message lists every problem. */
public final class InvalidTarget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Names the place and what is wrong there.
     *
     * @param place the file's name, or {@code the command line}
     * @param problems at least one
     */
    public InvalidTarget(String place, List<Problem> problems) {
        super(text(place, problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** A key or value of the file may hold what steers a terminal. */
    private static String harmless(Problem problem) {
        return problem.toString()
                .lines()
                .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "\uFFFD"))
                .collect(Collectors.joining("\n"));
    }

    private static String text(String place, List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "  " + harmless(problem).replace("\n", "\n  "))
                .collect(Collectors.joining("\n", count + " in " + place + ":\n", ""));
    }
}
