package org.devicegrant.conformance.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;

/**
 * Wrong user codes in a row, typed in one browser until the server does something about it.
 *
 * @param attempts how many wrong codes were sent
 * @param ending where the last one led
 * @param cosmetic whether right codes were accepted at once, again and again, while wrong ones led to a lock
 * @param bystander a device of somebody else that was pending all the while
 * @param forms the wrong codes as they were sent
 * @param cookies of that browser
 */
public record Guessing(
        int attempts, PageKind ending, boolean cosmetic, Device bystander, List<SentForm> forms, List<Cookie> cookies) {
    /** More than any user mistypes, and few enough for every server. */
    public static final int MOST = 30;

    public Guessing {
        forms = List.copyOf(forms);
        cookies = List.copyOf(cookies);
    }

    /**
     * Guesses.
     *
     * @throws Inconclusive if the first wrong code is not simply refused
     */
    public static Guessing tried(Devices devices, Users users) {
        Device bystander = devices.start();
        try (Sitting sitting = users.apart()) {
            List<SentForm> forms = new ArrayList<>();
            Walk walk = guess(sitting, bystander, forms);
            if (!Walks.codeRefused(walk)) {
                throw new Inconclusive("a wrong code was not refused: " + walk.reason(), "look at the screenshots");
            }
            while (Walks.codeRefused(walk) && forms.size() < MOST) {
                walk = guess(sitting, bystander, forms);
            }
            boolean cosmetic = walk.ending() == PageKind.LOCKED_OUT && looksLockedOnly(devices, sitting, forms);
            return new Guessing(forms.size(), walk.ending(), cosmetic, bystander, forms, Cookie.of(sitting));
        }
    }

    private static Walk guess(Sitting sitting, Device like, List<SentForm> forms) {
        String code = UserCodes.unknownLike(like.userCode());
        int before = sitting.act(tab -> tab.network().size());
        Walk walk = sitting.byTyping(like.verificationUri(), code, Decision.NONE);
        SentForm.of(sitting, before).stream().filter(form -> form.holds(code)).forEach(forms::add);
        return walk;
    }

    /** Twice, because one right code may find a lock that has just ended. */
    private static boolean looksLockedOnly(Devices devices, Sitting sitting, List<SentForm> forms) {
        Device first = devices.start();
        Device second = devices.start();
        return Walks.codeTaken(sitting.byTyping(first, Decision.NONE))
                && guess(sitting, first, forms).ending() == PageKind.LOCKED_OUT
                && Walks.codeTaken(sitting.byTyping(second, Decision.NONE));
    }

    /** Whether the server did something else than to refuse the code. */
    public boolean heldUp() {
        return !Walks.CODE_REFUSED.contains(ending);
    }

    /** The last wrong code as it was sent, if it met a lock. */
    public Optional<SentForm> locked() {
        return ending == PageKind.LOCKED_OUT && !forms.isEmpty()
                ? Optional.of(forms.get(forms.size() - 1))
                : Optional.empty();
    }
}
