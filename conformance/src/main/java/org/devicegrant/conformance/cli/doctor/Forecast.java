package org.devicegrant.conformance.cli.doctor;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.devicegrant.conformance.flow.Device;

/** How long a run will take, from what the server announces: waits overlap, so the longest one counts. */
final class Forecast {
    /** The longest series of polls that a check makes. */
    private static final int LONGEST_SERIES = 24;

    /** How long after its end an approved code is looked at. */
    private static final Duration AFTERMATH = Duration.ofSeconds(60);

    private static final Duration COMFORTABLE = Duration.ofMinutes(15);

    private Forecast() {}

    static Remark of(Device device) {
        Duration life = device.lifetime().plus(AFTERMATH);
        Duration series = device.interval().multipliedBy(LONGEST_SERIES);
        Duration penalties = device.interval().multipliedBy(5).plus(AFTERMATH);
        Duration least = Collections.max(List.of(life, series, penalties));
        String text = "a run of all checks takes " + minutes(least) + " at least";
        return Remark.note(
                "timing",
                life.compareTo(COMFORTABLE) <= 0
                        ? text
                        : text + "; codes that live shorter on a test client save time, else give --max-wait "
                                + minutes(life).replace(" ", ""));
    }

    /** Rounded up, as the command line reads it. */
    private static String minutes(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " m";
    }
}
