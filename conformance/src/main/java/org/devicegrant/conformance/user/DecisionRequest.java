package org.devicegrant.conformance.user;

import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;

/**
 * The request by which a decision leaves the browser: learnt once from a real decision, then written for other pages and
 * sent without the browser, which can be done at a chosen moment and with chosen cookies.
 */
public final class DecisionRequest {
    private static final String ADVICE =
            "only forms can be repeated outside the browser; the rest of the check needs that";
    private final SentForm sent;

    private DecisionRequest(SentForm sent) {
        this.sent = sent;
    }

    /**
     * Learns it from a decision about {@code device}, which leaves the user of {@code sitting} signed in.
     *
     * @throws Inconclusive if the decision was not made, or not by a form
     */
    public static DecisionRequest learnt(Sitting sitting, Device device, Decision decision) {
        Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
        int before = sitting.act(tab -> tab.network().size());
        Walks.completed(sitting.goOn(decision), decision);
        return SentForm.of(sitting, before).stream()
                .findFirst()
                .map(DecisionRequest::new)
                .orElseThrow(() -> new Inconclusive("the decision is not sent as a form", ADVICE));
    }

    /**
     * The same decision on the decision page that is open in {@code sitting}, without cookies.
     *
     * @throws Inconclusive if no form of that page could have sent it
     */
    public SentForm on(Sitting sitting) {
        return OpenForm.of(sitting).stream()
                .filter(form -> form.couldHaveSent(sent))
                .findFirst()
                .map(form -> form.filledAs(sent))
                .orElseThrow(() -> new Inconclusive("the form of the decision page was not found", ADVICE));
    }

    /** As {@link #on}, with the cookies of that browser: what would be sent if the button was pressed. */
    public Request pressedOn(Sitting sitting) {
        Request request = on(sitting).request();
        return Cookie.into(request, Cookie.of(sitting), cookie -> true);
    }
}
