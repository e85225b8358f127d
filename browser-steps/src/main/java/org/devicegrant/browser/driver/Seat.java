package org.devicegrant.browser.driver;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;

/** One running browser with cookies of its own. A WebDriver session does one thing at a time, so its tabs take turns. */
interface Seat extends AutoCloseable {
    WebDriver driver();

    /** Where among the frames of the tab in front the driver is. */
    Frames frames();

    /** Goes to a tab unless it is in front already. */
    void show(String tab);

    /** Held while a tab talks to the driver. */
    ReentrantLock turn();

    /** Whether boxes and styles mean anything. */
    boolean layout();

    boolean isAlive();

    /** HTTP status of the open document where the document itself cannot tell, else 0. */
    int status();

    /** What is to be seen where no script can read it, or null where scripts can. */
    default @Nullable Snapshot unreadable() {
        return null;
    }

    Traffic traffic(String tab);

    /** Every answer a tab got so far. */
    default List<NetworkEvent> events(String tab) {
        listen();
        return traffic(tab).events();
    }

    /** What network and console have complained about since the last time. */
    default List<String> troubles(String tab) {
        events(tab);
        return traffic(tab).troubles();
    }

    /** Drops what was told about a tab that is closed. */
    void forget(String tab);

    /**
     * Reads what the browser has told since the last time.
     *
     * @return whether it knows that nothing more will come of itself
     */
    boolean listen();

    /** Whether listening lets scripts run, so that it has to come before looking. */
    default boolean runsByListening() {
        return false;
    }

    /** How long a document that has said good-bye is waited for; short where requests are heard of anyway. */
    default Duration farewell() {
        return Duration.ofSeconds(10);
    }

    List<String> cookies();

    /** Forgets cookies, storage and cache. */
    void clear();

    /** The blank tab that stays open, so that closing the last tab does not end the browser. */
    String anchor();

    /** Opens a blank tab and goes to it. */
    String newTab();

    /** Starts loading an address in the tab in front. */
    void go(URI address);

    /** Closes these tabs and forgets everything. */
    void reset(List<String> tabs);

    @Override
    void close();
}
