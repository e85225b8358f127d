package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.browser.PageKind;
import org.jspecify.annotations.Nullable;

/**
 * What a page was taken for, and the controls that matter there.
 *
 * @param kind what it was taken for
 * @param why why, in short
 * @param codeFields where the code goes: none, one, or a box for each part
 * @param codeFilled whether the code stands there already
 * @param username field for the name, or null
 * @param password field for the password, or null
 * @param submits controls that send what was typed, best first
 * @param approving controls that approve, best first
 * @param refusing controls that refuse, best first
 * @param proceeding controls that go on, best first
 * @param dismissing controls that close what is in the way, best first
 * @param approveOption the answer that approves, where one is chosen and sent; or null
 * @param refuseOption the answer that refuses, where one is chosen and sent; or null
 * @param choices what is to be chosen before approving or going on, such as the account
 * @param ticks unticked boxes to be ticked before approving or going on
 * @param stayOut whether the page only asks whether to stay signed in or the like
 * @param messages how strongly each kind of message is told
 */
public record Reading(
        PageKind kind,
        String why,
        List<Control> codeFields,
        boolean codeFilled,
        @Nullable Candidate username,
        @Nullable Control password,
        List<Candidate> submits,
        List<Candidate> approving,
        List<Candidate> refusing,
        List<Candidate> proceeding,
        List<Candidate> dismissing,
        @Nullable Choice approveOption,
        @Nullable Choice refuseOption,
        List<Choice> choices,
        List<Control> ticks,
        boolean stayOut,
        Map<PageKind, Double> messages) {

    /** The best candidates with their scores, for people who have to find out why a page was not understood. */
    public String candidates() {
        List<String> parts = new ArrayList<>();
        list(parts, "approves", approving);
        list(parts, "refuses", refusing);
        list(parts, "goes on", proceeding);
        list(parts, "sends", submits);
        if (!codeFields.isEmpty()) {
            parts.add("takes the code: " + codeFields.get(0).selector());
        }
        if (username != null) {
            parts.add("takes the name: " + username.control().selector());
        }
        messages.forEach((kind, score) -> {
            if (score >= 1) {
                parts.add(String.format(Locale.ROOT, "says %s: %.1f", kind, score));
            }
        });
        return parts.isEmpty() ? "no candidates" : String.join("; ", parts);
    }

    private static void list(List<String> parts, String purpose, List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            parts.add(purpose + ": "
                    + String.join(
                            ", ",
                            candidates.stream()
                                    .limit(3)
                                    .map(Candidate::described)
                                    .toList()));
        }
    }
}
