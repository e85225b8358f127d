package org.devicegrant.reports;

import java.util.Optional;
import org.devicegrant.reports.model.RunReport;

/** What a reader has to know before any verdict is believed, the same in every format. */
public final class Caution {
    /** Certificate errors were ignored. */
    public static final String INSECURE =
            "TLS was not verified (http.insecure: true): whoever stood on the way could have"
                    + " answered in the server's place and read every secret. Name its authority in http.ca_file instead.";

    private Caution() {}

    /** The warning that belongs to {@code run}, if any. */
    public static Optional<String> of(RunReport run) {
        return Boolean.TRUE.equals(run.target().insecure()) ? Optional.of(INSECURE) : Optional.empty();
    }
}
