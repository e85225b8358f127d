package org.devicegrant.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;

/**
 * Many servers side by side.
 *
 * @param runs one for each server, in the order given
 * @param rows one for each requirement that any of the runs knows
 */
public record Matrix(List<RunReport> runs, List<Row> rows) {

    public Matrix {
        runs = List.copyOf(runs);
        rows = List.copyOf(rows);
    }

    /**
     * One requirement.
     *
     * @param rule any of its results, for statement, level, group and source
     * @param results one for each run; absent where the run's catalogue had no such requirement
     */
    public record Row(CheckResult rule, List<Optional<CheckResult>> results) {
        public Row {
            results = List.copyOf(results);
        }

        /** Whether the servers are not all judged alike. */
        public boolean differs() {
            return results.stream()
                            .map(result -> result.map(CheckResult::verdict))
                            .distinct()
                            .count()
                    > 1;
        }
    }

    /** Puts runs side by side. The order of requirements is that of the largest catalogue among them. */
    public static Matrix of(List<RunReport> runs) {
        Map<String, CheckResult> rules = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingInt((RunReport run) -> run.results().size())
                        .reversed())
                .flatMap(run -> run.results().stream())
                .forEach(result -> rules.putIfAbsent(result.id(), result));
        List<Map<String, CheckResult>> columns = runs.stream()
                .map(run -> run.results().stream()
                        .collect(Collectors.toMap(CheckResult::id, Function.identity(), (first, again) -> first)))
                .toList();
        List<Row> rows = new ArrayList<>();
        rules.forEach((id, rule) -> rows.add(new Row(
                rule,
                columns.stream()
                        .map(column -> Optional.ofNullable(column.get(id)))
                        .toList())));
        return new Matrix(runs, rows);
    }
}
