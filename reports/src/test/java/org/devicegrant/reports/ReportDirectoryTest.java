package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void holdsTheFilesOfTheContractAndNothingElse() throws Exception {
        ReportDirectory directory = write(EnumSet.allOf(Format.class));
        try (Stream<Path> files = Files.list(directory.index().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html", "results.json", "junit.xml", "results.sarif", "summary.md");
        }
    }

    @Test
    void writesOnlyWhatWasAskedFor() throws Exception {
        ReportDirectory directory = write(Format.parse("json, markdown"));
        try (Stream<Path> files = Files.list(directory.index().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.json", "summary.md");
        }
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
        ReportDirectory directory = write(EnumSet.of(Format.HTML));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.index())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.index().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void isReadBack() {
        ReportDirectory directory = write(EnumSet.of(Format.JSON));
        try (ExchangeLog log = ExchangeLog.open(directory.exchanges())) {
            SampleRun.exchanges().forEach(log::append);
        }
        assertThat(directory.read()).isEqualTo(new ReportDirectory.Contents(SampleRun.run(), SampleRun.exchanges()));
    }

    @Test
    void embedsSmallVersionsOfScreenshots() throws Exception {
        Path picture = temporary.resolve("out/run/screenshots/decision.png");
        Files.createDirectories(picture.getParent());
        ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        ReportDirectory directory = write(EnumSet.of(Format.HTML));
        String page = Files.readString(directory.index());
        assertThat(page).contains("<a href=\"screenshots/decision.png\"><img src=\"data:image/jpeg;base64,");
        Files.writeString(picture, "<html>no picture</html>");
        assertThat(Files.readString(write(EnumSet.of(Format.HTML)).index()))
                .contains("<img src=\"screenshots/decision.png\"");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new ReportDirectory(temporary).read())
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("holds no results.json");
    }

    @Test
    void namesThePlaceThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "not a directory");
        ReportDirectory directory = new ReportDirectory(file.resolve("reports"));
        assertThatThrownBy(directory::create)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.resolve("reports").toString());
    }

    @Test
    void anUnknownFormatIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Format.parse("html,pdf"))
                .hasMessage("no report format is called \"pdf\"; there are html, json, junit, sarif, markdown");
    }

    private ReportDirectory write(Set<Format> formats) {
        ReportDirectory directory = new ReportDirectory(temporary.resolve("out/run"));
        directory.write(SampleRun.run(), SampleRun.exchanges(), formats);
        return directory;
    }
}
