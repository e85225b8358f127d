package org.devicegrant.browser.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser of ours knows it forgets, and nobody else's knowledge gets into it. */
class IsolationTest {
    /** More than any system counts to. */
    private static final long NOBODY = 1L << 40;

    @TempDir
    private Path directory;

    @Test
    void chromiumHasAProfileOfItsOwnAndRemembersNothing() throws IOException {
        Path program = Files.writeString(directory.resolve("chromium"), "");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of(Chromium.BINARY, program.toString(), Chromium.DRIVER, program.toString());

        Map<?, ?> options = (Map<?, ?>) Chromium.find(environment, true, false)
                .orElseThrow()
                .options(directory)
                .getCapability("goog:chromeOptions");

        assertThat((List<?>) options.get("args"))
                .asString()
                .contains("--user-data-dir=" + directory)
                .contains("--disable-sync", "--disable-extensions", "--password-store=basic", "--use-mock-keychain");
        assertThat((Map<?, ?>) options.get("prefs"))
                .asString()
                .contains("profile.password_manager_enabled=false", "credentials_enable_service=false")
                .contains(
                        "autofill.profile_enabled=false", "autofill.credit_card_enabled=false", "signin.allowed=false");
    }

    @Test
    void profilesAndPicturesAreForTheirOwnerAlone() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path profile = Folders.temporary();
        Path pictures = directory.resolve("report/screenshots");
        try {
            Folders.write(pictures, "0001-login.png", new byte[3]);

            assertThat(rights(profile)).isEqualTo("rwx------");
            assertThat(rights(pictures)).isEqualTo("rwx------");
            assertThat(rights(pictures.resolve("0001-login.png"))).isEqualTo("rw-------");
        } finally {
            Folders.delete(profile);
        }
        assertThat(profile).doesNotExist();
    }

    @Test
    void theProfileOfADeadProcessIsRemovedAndThatOfALivingOneStays() throws IOException {
        Path left = profile("device-grant-browser1", NOBODY);
        Path used = profile("device-grant-browser2", NOBODY);
        Path alive = profile("device-grant-browser3", ProcessHandle.current().pid());
        Path unmarked = Files.createDirectory(directory.resolve("device-grant-browser4"));
        Path foreign = profile("somebody-elses", NOBODY);
        try (FileChannel owner = FileChannel.open(used.resolve("owner.lock"), StandardOpenOption.WRITE)) {
            owner.lock();

            Profiles.clear(directory);
        }

        assertThat(left).doesNotExist();
        assertThat(List.of(used, alive, unmarked, foreign))
                .allSatisfy(folder -> assertThat(folder).isDirectory());
    }

    @Test
    void anOwnProfileIsNotTakenForOneThatWasLeft() {
        Path profile = Folders.temporary();
        try {
            Profiles.clear(profile.getParent());

            assertThat(profile.resolve("owner.lock")).exists();
        } finally {
            Folders.delete(profile);
        }
    }

    private Path profile(String name, long owner) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        Files.writeString(folder.resolve("Cookies"), "session");
        Files.writeString(folder.resolve("owner.lock"), String.valueOf(owner));
        return folder;
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
