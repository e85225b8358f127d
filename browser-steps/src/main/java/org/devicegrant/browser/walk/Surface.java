package org.devicegrant.browser.walk;

import java.util.List;
import java.util.function.Function;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * An open page as hands and eyes meet it. Every method throws {@link BrowserFailure} if the browser is gone, and those
 * that take a control throw {@link Moved} if it is no longer there. Controls belong to the latest snapshot.
 */
public interface Surface {
    /** Whether the page still moves; cheap. */
    Pulse pulse();

    /** Everything there is to see. */
    Snapshot snapshot();

    /** Which document the latest snapshot shows, in the words of its pulse; another one may have taken its place since then. */
    String document();

    void click(Control control) throws Moved;

    /** Makes a choice: presses a radio button, picks an entry of a list. */
    void choose(Choice choice) throws Moved;

    /** Types by key events, after what stands there already. */
    void type(Control control, String text) throws Moved;

    /** Empties a field. */
    void erase(Control control) throws Moved;

    /** Whether a control can be used by now. */
    boolean isEnabled(Control control) throws Moved;

    /** Presses the enter key in a field. */
    void enter(Control control) throws Moved;

    /** What stands in a field now. */
    String valueOf(Control control) throws Moved;

    /** The first control that a CSS selector matches, in any frame, or null. Belongs to the latest snapshot, too. */
    @Nullable Control find(String selector);

    /**
     * Keeps an account of a walk and gives its file name, or null where none are kept.
     *
     * @param notes makes the account of what network and console have complained about since the last time
     */
    @Nullable String keep(Function<List<String>, String> notes);

    /** Takes a picture and gives its file name, or null where none are taken. */
    @Nullable String picture(PageKind kind);
}
