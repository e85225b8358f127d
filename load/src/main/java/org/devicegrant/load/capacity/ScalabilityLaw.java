package org.devicegrant.load.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import org.devicegrant.reports.model.LoadCapacity.Law;
import org.jspecify.annotations.Nullable;

/**
 * Fits the Universal Scalability Law (N. J. Gunther, Guerrilla Capacity Planning, 2007), which is linear in its parts when
 * written as {@code N / X = 1/lambda + sigma/lambda (N - 1) + kappa/lambda N (N - 1)}. Contention and crosstalk below
 * nothing make no sense and are held at nothing.
 */
public final class ScalabilityLaw {
    private static final int LEAST = 3;

    private ScalabilityLaw() {}

    /** The law through these points, or null with fewer than three numbers of instances. */
    public static @Nullable Law fit(List<Instances> points) {
        if (points.stream().map(Instances::count).distinct().count() < LEAST) {
            return null;
        }
        return Stream.of(
                        new boolean[] {true, true},
                        new boolean[] {true, false},
                        new boolean[] {false, true},
                        new boolean[] {false, false})
                .map(parts -> fit(points, parts[0], parts[1]))
                .filter(law -> law.lambda() > 0 && law.sigma() >= 0 && law.kappa() >= 0)
                .min(Comparator.comparingDouble(law -> misfit(law, points)))
                .orElse(null);
    }

    /** Polls per second of so many instances. */
    public static double polls(Law law, int instances) {
        double n = instances;
        return law.lambda() * n / (1 + law.sigma() * (n - 1) + law.kappa() * n * (n - 1));
    }

    private static Law fit(List<Instances> points, boolean contention, boolean crosstalk) {
        double[][] normal = new double[3][4];
        for (Instances point : points) {
            double n = point.count();
            double[] row = {1, contention ? n - 1 : 0, crosstalk ? n * (n - 1) : 0};
            // Weighted so that every point counts by its relative error, whatever its size.
            double weight = Math.pow(point.pollsPerSecond() / n, 2);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    normal[i][j] += weight * row[i] * row[j];
                }
                normal[i][3] += weight * row[i] * n / point.pollsPerSecond();
            }
        }
        normal[1][1] += contention ? 0 : 1;
        normal[2][2] += crosstalk ? 0 : 1;
        double[] parts = solve(normal);
        double lambda = 1 / parts[0];
        Law law = new Law(lambda, parts[1] * lambda, parts[2] * lambda, 0);
        return new Law(law.lambda(), law.sigma(), law.kappa(), explained(law, points));
    }

    /** Gauss elimination of three equations. */
    private static double[] solve(double[][] m) {
        for (int pivot = 0; pivot < 3; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < 3; row++) {
                best = Math.abs(m[row][pivot]) > Math.abs(m[best][pivot]) ? row : best;
            }
            double[] swap = m[pivot];
            m[pivot] = m[best];
            m[best] = swap;
            for (int row = 0; row < 3; row++) {
                if (row != pivot) {
                    double factor = m[row][pivot] / m[pivot][pivot];
                    for (int column = pivot; column < 4; column++) {
                        m[row][column] -= factor * m[pivot][column];
                    }
                }
            }
        }
        return new double[] {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
    }

    private static double explained(Law law, List<Instances> points) {
        double mean =
                points.stream().mapToDouble(Instances::pollsPerSecond).average().orElse(0);
        double total = points.stream()
                .mapToDouble(point -> Math.pow(point.pollsPerSecond() - mean, 2))
                .sum();
        double left = points.stream()
                .mapToDouble(point -> Math.pow(point.pollsPerSecond() - polls(law, point.count()), 2))
                .sum();
        return total == 0 ? 1 : 1 - left / total;
    }

    private static double misfit(Law law, List<Instances> points) {
        return points.stream()
                .mapToDouble(point -> Math.pow(polls(law, point.count()) / point.pollsPerSecond() - 1, 2))
                .sum();
    }
}
