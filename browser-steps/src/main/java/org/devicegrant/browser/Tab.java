package org.devicegrant.browser;

import java.net.URI;
import java.util.List;

/** One tab. Not safe for use by several threads at once. Methods throw {@link BrowserFailure} if the browser is gone. */
public interface Tab extends AutoCloseable {
    /** Goes to {@code address} and waits until the page has settled. */
    void open(URI address);

    /** Goes on from the page that is open, until the errand is done or nothing more can be done. */
    Walk walk(Errand errand);

    /** What the open page is, without touching it. */
    Walk.Step look();

    /** Visible text of the open page, inside frames and open shadow roots too, with the values of its input fields. */
    String text();

    /** Source of the open page as the browser holds it now. */
    String source();

    /** Address of the open page. */
    URI address();

    /** Every document and sub-resource answered in this tab since it was opened, in order, as far as the browser tells. */
    List<NetworkEvent> network();

    /** Runs a script in the open page and gives its result as text, or an empty text where scripts are not supported. */
    String script(String javascript);

    /**
     * A proposal for the {@code steps} of the target file on the open page, as YAML to correct and to paste; empty where
     * there is nothing to propose.
     */
    default String proposal() {
        return "";
    }

    @Override
    void close();
}
