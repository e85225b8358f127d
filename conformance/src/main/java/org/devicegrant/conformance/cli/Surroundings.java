package org.devicegrant.conformance.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * What a command knows of the place it runs in.
 *
 * @param environment variables, for {@code ${NAME}} in target files and for colours
 * @param interactive whether a person sits at a terminal
 */
public record Surroundings(Map<String, String> environment, boolean interactive) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), isTerminal());
    }

    /** From Java 22 on there is a console without a terminal too; a method that Java 17 lacks tells them apart. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
