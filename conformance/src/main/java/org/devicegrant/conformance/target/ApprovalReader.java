package org.devicegrant.conformance.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code approval}. */
final class ApprovalReader {
    private static final String HOW_TO_ACT =
            "Write {type: {into: SELECTOR, text: \"{user_code}\"}}, {click: SELECTOR} or {wait: SELECTOR}.";

    private ApprovalReader() {}

    static Approval read(Section section) {
        Approval otherwise = Approval.defaults();
        Approval.By by = section.value("by", Kind.of(Approval.By.class), otherwise.by());
        Approval.Browser browser = section.value("browser", Kind.of(Approval.Browser.class), otherwise.browser());
        if (by == Approval.By.COMMAND) {
            section.require("command", "approval.by is command: name the program, for example [./approve.sh].");
        }
        if (by == Approval.By.BROWSER && browser == Approval.Browser.REMOTE) {
            section.require("remote_url", "approval.browser is remote: name the WebDriver server.");
        }
        Approval approval = new Approval(
                by,
                browser,
                section.value("remote_url", Kind.HUB),
                section.value("headless", Kind.FLAG, otherwise.headless()),
                section.sections("steps").stream().map(ApprovalReader::step).toList(),
                section.values("command", Kind.TEXT),
                section.value("patience", Kind.DURATION, patience(by)));
        section.finish();
        return approval;
    }

    /** A person needs longer than a program. */
    private static Duration patience(Approval.By by) {
        return by == Approval.By.MANUAL
                ? Duration.ofMinutes(5)
                : Approval.defaults().patience();
    }

    private static Approval.Step step(Section section) {
        section.require(
                "when", "Say which page the step is for: {url: ...}, {title: ...}, {text: ...} or {selector: ...}.");
        section.require("do", HOW_TO_ACT);
        Approval.When when = when(section.section("when"));
        List<Approval.Action> actions = new ArrayList<>();
        section.sections("do").forEach(action -> actions.add(action(action)));
        section.finish();
        return new Approval.Step(when, actions);
    }

    private static Approval.When when(Section section) {
        Approval.When when = new Approval.When(
                section.text("url"), section.text("title"), section.text("text"), section.text("selector"));
        if (section.present() && when.equals(new Approval.When(null, null, null, null))) {
            section.problem("url", "missing", "Give at least one of url, title, text and selector.");
        }
        section.finish();
        return when;
    }

    private static Approval.Action action(Section section) {
        Section typing = section.section("type");
        String click = section.text("click");
        String wait = section.text("wait");
        int given = (typing.present() ? 1 : 0) + (click == null ? 0 : 1) + (wait == null ? 0 : 1);
        if (given != 1) {
            section.problem("click", "exactly one action is expected here, not " + given, HOW_TO_ACT);
        }
        Approval.Action action =
                click != null ? new Approval.Click(click) : new Approval.Wait(wait == null ? "" : wait);
        section.finish();
        return typing.present() ? typing(typing) : action;
    }

    private static Approval.Action typing(Section section) {
        section.require("into", "Name the field by a CSS selector.");
        section.require("text", "Write {user_code}, {username}, {password} or a text.");
        String into = section.text("into");
        String text = section.text("text");
        section.finish();
        return new Approval.Type(into == null ? "" : into, text == null ? "" : text);
    }
}
