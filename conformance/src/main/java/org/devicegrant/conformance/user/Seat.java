package org.devicegrant.conformance.user;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.jspecify.annotations.Nullable;

/** One profile, used by one check at a time. Its tabs may stay open while others use it. */
final class Seat implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Desk desk;
    private final AtomicLong used = new AtomicLong();
    private volatile @Nullable Thread owner;
    private @Nullable Profile profile;

    Seat(Desk desk) {
        this.desk = desk;
    }

    boolean busy() {
        return lock.isLocked();
    }

    /** How long it was in use, in nanoseconds. */
    long used() {
        return used.get();
    }

    /** Whether the calling thread is using it, or may alone. */
    boolean mine() {
        return lock.isHeldByCurrentThread() || owner == Thread.currentThread();
    }

    /** From now on the calling thread alone uses it, though not all the time. */
    void own() {
        owner = Thread.currentThread();
    }

    /** Everybody may use it again. */
    void disown() {
        owner = null;
    }

    /** Does something with the profile while nobody else does. A profile whose browser died is given up. */
    <T> T use(Function<Profile, T> work) {
        lock.lock();
        long from = desk.clock().nanos();
        try {
            if (profile == null) {
                profile = desk.profile();
            }
            return work.apply(profile);
        } catch (BrowserFailure e) {
            giveUp();
            throw e;
        } finally {
            if (lock.getHoldCount() == 1) {
                used.addAndGet(desk.clock().nanos() - from);
            }
            lock.unlock();
        }
    }

    /** A blank tab. Where the browser has died since it was last used, another one is started. */
    Tab tab() {
        return alive(Profile::tab);
    }

    /** As {@link #tab()}, with all cookies forgotten. */
    Tab emptied() {
        return alive(profile -> {
            profile.clear();
            return profile.tab();
        });
    }

    private Tab alive(Function<Profile, Tab> opening) {
        return use(profile -> {
            try {
                return opening.apply(profile);
            } catch (BrowserFailure e) {
                giveUp();
                Profile another = desk.profile();
                this.profile = another;
                return opening.apply(another);
            }
        });
    }

    private void giveUp() {
        Profile dead = profile;
        profile = null;
        if (dead != null) {
            try {
                dead.close();
            } catch (BrowserFailure alreadyGone) {
                // Its browser died before; there is nothing left to close.
                return;
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            giveUp();
        } finally {
            lock.unlock();
        }
    }
}
