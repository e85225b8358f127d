package org.devicegrant.browser.driver;

/** A browser in pure Java, for machines that have no other. Draws nothing and runs only old scripts. */
public final class HtmlUnit implements Engine {
    private final boolean insecureTls;

    public HtmlUnit(boolean insecureTls) {
        this.insecureTls = insecureTls;
    }

    @Override
    public String description() {
        return "HtmlUnit " + org.htmlunit.Version.getProductVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
    }

    @Override
    public boolean runsScripts() {
        return false;
    }

    @Override
    public Seat start() {
        return new HtmlUnitSeat(insecureTls);
    }

    @Override
    public void close() {
        // Nothing runs outside this process.
    }
}
