package org.devicegrant.browser.page;

import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.PageKind;

/**
 * Takes a page for what it most probably is. What a page asks for outweighs what it tells: a code page that explains
 * that codes expire is a code page.
 */
public final class PageReader {
    private final Words words;

    public PageReader(Words words) {
        this.words = words;
    }

    /** Reads one page. */
    public Reading read(Snapshot page, Knowledge knowledge) {
        return new Draft(words, page, knowledge).reading();
    }

    /** What its messages say, leaving the running text aside. */
    public Optional<PageKind> outspoken(Snapshot page, List<PageKind> kinds) {
        return new Messages(words, page).outspoken(kinds);
    }

    /**
     * What a page complains about that asks for the same thing again.
     *
     * @param again kinds of complaint that can be meant, the most serious first
     */
    public Optional<PageKind> complaint(Snapshot page, List<PageKind> again) {
        return new Messages(words, page).complaint(again);
    }
}
