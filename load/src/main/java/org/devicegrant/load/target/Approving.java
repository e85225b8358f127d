package org.devicegrant.load.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How codes are approved. Its text shows no password.
 *
 * @param command a program of the operator, or empty to fill in the server's forms
 * @param directory where the program runs
 * @param username who approves
 * @param password of that user
 * @param patience how long one approval may take
 */
public record Approving(List<String> command, Path directory, String username, String password, Duration patience) {
    public Approving {
        command = List.copyOf(command);
    }

    @Override
    public String toString() {
        return "Approving[" + (command.isEmpty() ? "forms" : "command") + ", username=" + username + "]";
    }
}
