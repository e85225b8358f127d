package org.devicegrant.load.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several injectors against one that plays the same devices. */
class MergeTest {
    @TempDir
    Path directory;

    @Test
    void threeInjectorsMakeTheReportOfOne() throws Exception {
        LoadReport one = LoadJson.read(Files.readString(injector(0, 1).resolve(LoadFiles.JSON)));

        LoadReport three = Merge.of(List.of(injector(2, 3), injector(0, 3), injector(1, 3)), List.of());

        assertThat(three.answers()).isEqualTo(one.answers());
        assertThat(three.latencyMs()).isEqualTo(one.latencyMs());
        assertThat(three.scheduleErrorMs()).isEqualTo(one.scheduleErrorMs());
        assertThat(three.achievedPollsPerSecond()).isCloseTo(one.achievedPollsPerSecond(), within(1e-9));
        assertThat(three.timeline().get(0).p99Ms()).isEqualTo(one.latencyMs().p99());
        assertThat(three.timeline().get(0).answers()).containsEntry("authorization_pending", 4L * Injector.DEVICES);
        assertThat(three.settings().shard()).isNull();
    }

    @Test
    void breachesAreAddedUpAndTheirExamplesKept() throws Exception {
        LoadReport merged = Merge.of(List.of(injector(0, 3), injector(1, 3), injector(2, 3)), List.of());

        assertThat(merged.violationCount()).isEqualTo(3);
        assertThat(merged.violations().get(0).examples()).containsExactly("device 0", "device 1", "device 2");
        assertThat(merged.exitCode()).isEqualTo(1);
    }

    @Test
    void objectivesAreJudgedOnTheWhole() throws Exception {
        LoadReport merged = Merge.of(List.of(injector(0, 2), injector(1, 2)), List.of(Objectives.parse("p50=0.5ms")));

        assertThat(merged.objectives())
                .extracting(objective -> objective.name() + " " + objective.limit() + " " + objective.met())
                .containsExactly("p99 250 ms true", "p50 0.5 ms false");
        assertThat(merged.exitCode()).isEqualTo(6);
    }

    @Test
    void aMissingInjectorIsNamed() throws Exception {
        Path zero = injector(0, 3);
        Path one = injector(1, 3);

        assertThatThrownBy(() -> Merge.of(List.of(zero, one), List.of()))
                .isInstanceOf(LoadRefused.class)
                .hasMessageContaining("injector 2/3 is there not at all");
        assertThatThrownBy(() -> Merge.of(List.of(zero, zero, one), List.of()))
                .hasMessageContaining("injector 0/3 is there 2 times");
        assertThatThrownBy(() -> Merge.of(List.of(zero, injector(1, 2)), List.of()))
                .hasMessageContaining("injectors 2 instead of 3");
    }

    @Test
    void aDirectoryWithoutResultsIsNamed() throws Exception {
        Path zero = injector(0, 2);
        Files.delete(zero.resolve(LoadFiles.HISTOGRAMS));

        assertThatThrownBy(() -> Merge.of(List.of(directory.resolve("nowhere")), List.of()))
                .hasMessageContaining("nowhere/load.json does not exist");
        assertThatThrownBy(() -> Merge.of(List.of(zero), List.of())).hasMessageContaining("histograms.hlog");
    }

    private Path injector(int shard, int of) throws IOException {
        return new Injector(shard, of).leave(directory.resolve("injector-" + shard + "-of-" + of));
    }
}
