package org.devicegrant.browser.walk;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;

/** What was done during one walk, so that nothing is done over and over. */
final class Memory {
    private final Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    private final Map<String, Integer> attempts = new HashMap<>();
    private Deed last = Deed.NOTHING;
    private Deed decision = Deed.NOTHING;
    private @Nullable Snapshot lastPage;
    private int pages;

    void did(Deed deed, String attempt, Look look) {
        deeds.merge(deed, 1, Integer::sum);
        attempts.merge(look.page().fingerprint() + attempt, 1, Integer::sum);
        if (deed != Deed.DISMISSAL) {
            last = deed;
            lastPage = look.page();
        }
        if (deed == Deed.APPROVAL || deed == Deed.REFUSAL) {
            decision = deed;
        }
    }

    /** Counts a turn at a page, whatever comes of it. */
    void turned() {
        pages++;
    }

    Deed last() {
        return last;
    }

    /** The decision that was taken, or {@link Deed#NOTHING}. */
    Deed decision() {
        return decision;
    }

    int times(Deed deed) {
        return deeds.getOrDefault(deed, 0);
    }

    /** How often this was tried on this very page. */
    int tries(String attempt, Look look) {
        return attempts.getOrDefault(look.page().fingerprint() + attempt, 0);
    }

    boolean sameAddressAsLastDeed(Look look) {
        return lastPage != null && path(look.page().address()).equals(path(lastPage.address()));
    }

    /** What is new on a page since the one where something was done last. */
    Snapshot news(Look look) {
        return lastPage == null ? look.page() : look.page().since(lastPage);
    }

    int pages() {
        return pages;
    }

    private static String path(String address) {
        return address.replaceAll("[?#].*", "");
    }
}
