package org.devicegrant.conformance.cli;

import org.devicegrant.conformance.check.Tools;
import org.devicegrant.conformance.requirement.Catalogue;
import picocli.CommandLine.IVersionProvider;

/** Version of the tool and of its catalogue; loads neither checks nor requirements. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        return Tools.NAME + " " + Tools.version() + " (catalogue " + Catalogue.shippedVersion() + ")";
    }
}
