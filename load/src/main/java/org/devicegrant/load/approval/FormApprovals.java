package org.devicegrant.load.approval;

import java.net.http.HttpClient;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Words;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.Approving;
import org.devicegrant.load.target.HttpClients;
import org.devicegrant.load.target.Reach;

/** Fills in the server's forms, hidden values and cookies included. */
public final class FormApprovals implements Approvals {
    private final HttpClient http;
    private final Reach reach;
    private final Approving approving;
    private final Sessions sessions;
    private final PageReader reader = new PageReader(Words.standard());
    private final ConcurrentLinkedQueue<Surfing> idle = new ConcurrentLinkedQueue<>();

    /** With the user of the target file. */
    public FormApprovals(Approving approving, Reach reach, Sessions sessions) {
        this.approving = approving;
        this.sessions = sessions;
        this.reach = reach;
        this.http = HttpClients.of(reach).build();
    }

    @Override
    public void approve(UserSide code) {
        Surfing surfing = idle.poll();
        if (surfing == null) {
            surfing = new Surfing(http, reach);
        }
        new FormWalk(surfing, reader, approving, code).walk();
        if (sessions == Sessions.KEPT) {
            // Only one that ended well: one that failed may be signed out or locked.
            idle.add(surfing);
        }
    }

    @Override
    public String by() {
        return sessions == Sessions.KEPT
                ? "the server's forms, by users who stay signed in"
                : "the server's forms, with a sign-in for each code";
    }
}
