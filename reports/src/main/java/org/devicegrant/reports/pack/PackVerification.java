package org.devicegrant.reports.pack;

import java.util.List;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * What a pack that was found unaltered says.
 *
 * @param run the run
 * @param manifest its manifest
 * @param signer thumbprint (RFC 7638) of the key that signed it; null if it is unsigned
 * @param remarks what a reader should know besides
 */
public record PackVerification(
        RunReport run, PackManifest manifest, @Nullable String signer, List<String> remarks) {

    public PackVerification {
        remarks = List.copyOf(remarks);
    }
}
