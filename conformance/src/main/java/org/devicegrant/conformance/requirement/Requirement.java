package org.devicegrant.conformance.requirement;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a server is judged by.
 *
 * @param id public identifier; never reused for another rule
 * @param group the part of the catalogue it belongs to, for example {@code response-fields}
 * @param level the obligation behind it
 * @param source documents and sections, the decisive one first
 * @param link where the decisive section can be read
 * @param statement the rule, one sentence about the server
 * @param role which part of the server it binds
 * @param testable how it can be tested
 * @param needs what its check cannot do without
 * @param uses what its check makes use of where it is there
 * @param time what has to elapse
 * @param exclusive whether its check may trigger a lock-out and therefore runs last and alone
 * @param worst the gravest verdict it can give: {@link Verdict#FAIL}, {@link Verdict#WARNING} or
 *     {@link Verdict#NOT_TESTABLE}
 * @param fix what the server's operator can do about a finding, one sentence
 * @param reason why no check can settle it alone; null where one can
 * @param profiles which selections it belongs to besides {@link Profile#ALL}
 */
public record Requirement(
        String id,
        String group,
        Level level,
        String source,
        URI link,
        String statement,
        Role role,
        Testable testable,
        List<Need> needs,
        List<Need> uses,
        Time time,
        boolean exclusive,
        Verdict worst,
        String fix,
        @Nullable String reason,
        Set<Profile> profiles) {

    public Requirement {
        needs = List.copyOf(needs);
        uses = List.copyOf(uses);
        profiles = Set.copyOf(profiles);
    }

    /** Whether it is part of a selection. */
    public boolean belongsTo(Profile profile) {
        return profile == Profile.ALL || profiles.contains(profile);
    }
}
