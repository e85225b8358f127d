package org.devicegrant.reports;

import java.util.Map;

/**
 * What the reader's terminal can do.
 *
 * @param width columns; longer lines are cut
 * @param color whether escape sequences for colours are welcome
 */
public record Terminal(int width, boolean color) {

    private static final int NARROWEST = 40;
    private static final int UNKNOWN = 120;

    /**
     * Judged from the environment: {@code NO_COLOR} (any value) and {@code TERM=dumb} switch colours off, {@code
     * COLUMNS} gives the width. Without a terminal there are no colours either.
     *
     * @param environment variables of the process
     * @param interactive whether the output goes to a terminal
     */
    public static Terminal of(Map<String, String> environment, boolean interactive) {
        boolean color = interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(width(environment.getOrDefault("COLUMNS", "")), color);
    }

    private static int width(String columns) {
        return columns.matches("[1-9]\\d{0,3}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : UNKNOWN;
    }
}
