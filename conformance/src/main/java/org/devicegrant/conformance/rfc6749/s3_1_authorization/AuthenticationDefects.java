package org.devicegrant.conformance.rfc6749.s3_1_authorization;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.page.PageRules;

/** Servers that take a user at somebody else's word. */
public final class AuthenticationDefects implements DefectSource {
    private static final String FORM = "action=\"/device/decision\">";

    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "takesTheUserFromTheForm",
                "A hidden field of the decision page says who decides.",
                Set.of("6749-3.1-user-authenticated-before-approval"),
                "*the poll after an approval without the session's cookies*got 200 with a token*",
                AuthenticationDefects::install));
    }

    private static void install(Behaviour server) {
        server.pages()
                .antiForgery(false)
                .addressing(PageRules.Addressing.USER_CODE)
                .decider((signedIn, form) -> signedIn.or(() -> server.users().find(form.text("user"))));
        server.onPage((request, answer) -> named(answer));
    }

    private static Answer named(Answer answer) {
        String field = "<input type=\"hidden\" name=\"user\" value=\"%s\">".formatted(Users.ALICE);
        return answer.editText(page -> page.replace(FORM, FORM + field));
    }
}
