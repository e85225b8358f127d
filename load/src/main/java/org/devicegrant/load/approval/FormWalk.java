package org.devicegrant.load.approval;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.devicegrant.browser.page.Candidate;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Knowledge;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Reading;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.Approving;
import org.devicegrant.load.target.FormEncoding;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Approves one code page by page. For one thread. */
final class FormWalk {
    private static final int MOST_PAGES = 14;
    private static final int MOST_SIGN_INS = 2;

    private final Surfing surfing;
    private final PageReader reader;
    private final Approving approving;
    private final UserSide code;
    private final Knowledge knowledge;
    private boolean decided;
    private int signIns;

    FormWalk(Surfing surfing, PageReader reader, Approving approving, UserSide code) {
        this.surfing = surfing;
        this.reader = reader;
        this.approving = approving;
        this.code = code;
        this.knowledge = Knowledge.of(code.userCode(), approving.username(), null);
    }

    /** Walks until a page says that it is done. */
    void walk() {
        String start = code.complete() == null ? code.verificationUri() : code.complete();
        Surfing.Page page = surfing.open(URI.create(start));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            HtmlPage html = HtmlPage.of(page);
            Reading reading = reader.read(html.snapshot(), knowledge);
            if (done(page, reading)) {
                return;
            }
            page = next(page, html, reading);
        }
        throw new ApprovalFailed("the server's pages do not come to an end");
    }

    private boolean done(Surfing.Page page, Reading reading) {
        return switch (reading.kind()) {
            case SUCCESS -> true;
            case WRONG_CODE, EXPIRED, LOCKED_OUT, WRONG_LOGIN, REFUSED, ERROR ->
                throw new ApprovalFailed("a page of the server says: "
                        + reading.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            // A plain page after the decision, without any complaint, is how some servers end.
            case UNKNOWN, BLANK -> decided && page.status() < 400;
            default -> false;
        };
    }

    private Surfing.Page next(Surfing.Page page, HtmlPage html, Reading reading) {
        Filling filling = new Filling(html);
        switch (reading.kind()) {
            case CODE_ENTRY -> {
                code(filling, reading);
                return submit(html, filling, first(reading.submits()), reading.codeFields());
            }
            case CODE_CONFIRMATION -> {
                filling.tick(reading.ticks());
                reading.choices().forEach(filling::choose);
                return submit(html, filling, first(reading.submits(), reading.approving()), List.of());
            }
            case LOGIN -> {
                login(filling, reading);
                Control field = reading.password() == null && reading.username() != null
                        ? reading.username().control()
                        : reading.password();
                return submit(html, filling, first(reading.submits()), field == null ? List.of() : List.of(field));
            }
            case DECISION -> {
                decided = true;
                filling.tick(reading.ticks());
                reading.choices().forEach(filling::choose);
                if (reading.approveOption() != null) {
                    filling.choose(reading.approveOption());
                }
                return submit(html, filling, first(reading.approving(), reading.proceeding()), List.of());
            }
            default -> {
                return onward(page, html, filling, reading);
            }
        }
    }

    private void code(Filling filling, Reading reading) {
        List<Control> fields = reading.codeFields();
        String typed = code.userCode();
        if (fields.size() > 1) {
            String bare = typed.replaceAll("[^\\p{L}\\p{N}]", "");
            int each = Math.max(1, (bare.length() + fields.size() - 1) / fields.size());
            for (int i = 0; i < fields.size(); i++) {
                int from = Math.min(bare.length(), i * each);
                filling.type(fields.get(i), bare.substring(from, Math.min(bare.length(), from + each)));
            }
        } else if (!fields.isEmpty()) {
            filling.type(fields.get(0), typed);
        }
    }

    private void login(Filling filling, Reading reading) {
        if (reading.username() != null) {
            filling.type(reading.username().control(), approving.username());
        }
        if (reading.password() != null) {
            if (++signIns > MOST_SIGN_INS) {
                throw new ApprovalFailed("the server does not let " + approving.username() + " sign in");
            }
            filling.type(reading.password(), approving.password());
        }
        if (!reading.codeFields().isEmpty() && !reading.codeFilled()) {
            code(filling, reading);
        }
    }

    /** A page that only leads on: by a form that script would submit, or by its one button. */
    private Surfing.Page onward(Surfing.Page page, HtmlPage html, Filling filling, Reading reading) {
        Element form = html.selfSubmitting();
        if (form != null) {
            return send(html, filling, form, null);
        }
        if (reading.proceeding().isEmpty()) {
            throw new ApprovalFailed("a page at " + page.address().getPath() + " is not understood without script ("
                    + reading.why() + "): use approval.command");
        }
        return submit(html, filling, first(reading.proceeding()), List.of());
    }

    private Surfing.Page submit(HtmlPage html, Filling filling, @Nullable Control press, List<Control> typed) {
        Element button = press == null ? null : html.element(press);
        if (button != null && button.normalName().equals("a")) {
            return surfing.open(URI.create(button.absUrl("href")));
        }
        Element from = button == null && !typed.isEmpty() ? html.element(typed.get(0)) : button;
        Element form = from == null ? html.selfSubmitting() : html.form(from);
        if (form == null) {
            throw new ApprovalFailed("a page of the server has no form to submit: use approval.command");
        }
        return send(html, filling, form, button);
    }

    private Surfing.Page send(HtmlPage html, Filling filling, Element form, @Nullable Element button) {
        Map<Element, String> fields = html.fields(form);
        filling.over(fields);
        StringJoiner body = new StringJoiner("&");
        fields.forEach(
                (field, value) -> body.add(FormEncoding.encode(field.attr("name")) + "=" + FormEncoding.encode(value)));
        if (button != null && !button.attr("name").isEmpty()) {
            body.add(FormEncoding.encode(button.attr("name")) + "=" + FormEncoding.encode(button.val()));
        }
        URI action = html.action(form, button);
        if (form.attr("method").equalsIgnoreCase("post")) {
            return surfing.post(action, body.toString());
        }
        return surfing.open(action.resolve("?" + body));
    }

    @SafeVarargs
    private static @Nullable Control first(List<Candidate>... lists) {
        for (List<Candidate> list : lists) {
            if (!list.isEmpty()) {
                return list.get(0).control();
            }
        }
        return null;
    }
}
