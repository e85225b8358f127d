package org.devicegrant.conformance.embedded.page;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Every browser that has a cookie of this server. The one that has been away longest is forgotten first. */
final class Sessions {
    private static final String COOKIE = "dg_session";
    private static final int MOST = 20_000;

    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);
    private final PageRules rules;

    Sessions(PageRules rules) {
        this.rules = rules;
    }

    /** The session of the browser that sends {@code request}; a new one if it has none. */
    synchronized Session of(Request request) {
        Session known = request.cookie(COOKIE).map(byId::get).orElse(null);
        return known == null ? remember(new Session()) : known;
    }

    /** Signs in under a new name of the session. */
    synchronized void signIn(Session session, User user) {
        byId.remove(session.id());
        session.signIn(user);
        remember(session);
    }

    /** Tells the browser the name of its session, unless it knows it. */
    Answer attach(Session session, Request request, String path, Answer answer) {
        if (request.cookie(COOKIE).filter(session.id()::equals).isPresent()) {
            return answer;
        }
        String sameSite = rules.sameSite().isEmpty() ? "" : "; SameSite=" + rules.sameSite();
        return answer.addHeader("Set-Cookie", COOKIE + "=" + session.id() + "; Path=" + path + "; HttpOnly" + sameSite);
    }

    private Session remember(Session session) {
        byId.put(session.id(), session);
        if (byId.size() > MOST) {
            Iterator<String> oldest = byId.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return session;
    }
}
