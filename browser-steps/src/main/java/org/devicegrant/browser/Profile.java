package org.devicegrant.browser;

import java.util.List;

/** A browser profile with cookies of its own, shared by its tabs. */
public interface Profile extends AutoCloseable {
    /** Opens a blank tab. */
    Tab tab();

    /** All cookies, for every host, as {@code name=value; Domain=…; SameSite=…}. */
    List<String> cookies();

    /** Forgets cookies and storage, as if the profile were new. */
    void clear();

    @Override
    void close();
}
