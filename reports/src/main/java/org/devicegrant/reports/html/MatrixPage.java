package org.devicegrant.reports.html;

import java.util.List;
import org.devicegrant.reports.Headline;
import org.devicegrant.reports.compare.Matrix;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * Many servers side by side.
 *
 * @param page the frame
 * @param matrix the servers and requirements
 */
public record MatrixPage(Page page, Matrix matrix) {

    /** The page of {@code matrix}. */
    public static MatrixPage of(Matrix matrix) {
        return new MatrixPage(Page.of(matrix.runs().size() + " servers – device grant conformance"), matrix);
    }

    /** Groups that occur, for the filter. */
    public List<String> groups() {
        return matrix.rows().stream().map(row -> row.rule().group()).distinct().toList();
    }

    /** Levels that occur, for the filter. */
    public List<String> levels() {
        return matrix.rows().stream()
                .map(row -> row.rule().level().word())
                .distinct()
                .sorted()
                .toList();
    }

    /** Verdict keys of a row, separated by blanks, for the filter. */
    public static String keys(Matrix.Row row) {
        return String.join(
                " ",
                row.results().stream()
                        .flatMap(result -> result.stream())
                        .map(result -> VerdictLook.of(result.verdict()).key())
                        .distinct()
                        .toList());
    }

    /** What everybody reads first about one server. */
    public static Headline headline(RunReport run) {
        return Headline.of(run);
    }

    /** How many requirements of one server carry a verdict. */
    public static int count(RunReport run, Verdict verdict) {
        return run.counts().getOrDefault(verdict, 0);
    }
}
