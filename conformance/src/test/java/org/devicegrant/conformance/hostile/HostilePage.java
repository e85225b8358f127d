package org.devicegrant.conformance.hostile;

import java.util.List;
import org.instancio.Random;
import org.instancio.generator.Generator;

/**
 * Pages between a verification page and an attack: real forms, hostile names, scripts that spoil what an observer relies on,
 * and marks that show themselves if anything of it comes alive outside its page.
 */
final class HostilePage implements Generator<String> {
    /** Runs where a text of the page is taken for markup of ours. */
    static final String MARK = "<img src=x onerror=\"document.documentElement.setAttribute('data-pwned',1)\">";

    private static final List<String> NAMES =
            List.of("user_code", "code", "otp", "username", "email", "password", "csrf", "scope", "submit", "action");
    private static final List<String> TYPES =
            List.of("text", "password", "hidden", "checkbox", "radio", "file", "number", "submit", "image", "zzz");
    private static final List<String> LABELS = List.of(
            "Approve",
            "Allow",
            "Deny",
            "Cancel",
            "Continue",
            "Next",
            "Sign in",
            "Connect a device",
            "Enter the code",
            "許可");

    private static final List<String> SABOTAGE = List.of(
            "for(const end=Date.now()+300;Date.now()<end;);",
            "alert(1);confirm(2);prompt(3)",
            "window.onbeforeunload=()=>'stay'",
            "setInterval(()=>{document.body.append('more ')},20)",
            "document.querySelectorAll=()=>null;document.querySelector=()=>{throw 1}",
            "Array.prototype.map=Array.prototype.filter=Array.prototype.forEach=()=>undefined",
            "JSON.stringify=()=>'{';Object.keys=()=>[]",
            "Element.prototype.getBoundingClientRect=()=>({});window.getComputedStyle=()=>null",
            "Object.defineProperty(document,'title',{get(){throw new Error('no')}})",
            "document.documentElement.replaceWith(document.createElement('p'))",
            "for(let i=0;i<50;i++)history.pushState({},'','?'+i)",
            "window.open('about:blank');window.open(location)",
            "document.addEventListener('click',e=>{e.preventDefault();e.target.remove()},true)",
            "document.addEventListener('input',e=>{e.target.value=e.target.value+'x'},true)",
            "document.body.attachShadow&&document.createElement('div').attachShadow({mode:'closed'})",
            "let d=document.body;for(let i=0;i<4000;i++){const n=document.createElement('div');d.append(n);d=n}",
            "setTimeout(()=>location.reload(),700)",
            "throw document.cookie='x'.repeat(5000)");

    @Override
    public String generate(Random random) {
        StringBuilder page = new StringBuilder(random.trueOrFalse() ? "<!doctype html>" : "");
        page.append("<title>").append(text(random)).append("</title>");
        for (int left = random.intRange(2, 9); left > 0; left--) {
            page.append(piece(random));
        }
        return page.toString();
    }

    private static String piece(Random random) {
        return switch (random.intRange(0, 9)) {
            case 0, 1, 2 -> form(random);
            case 3, 4 -> "<script>" + random.oneOf(SABOTAGE) + "</script>";
            case 5 -> "<iframe srcdoc=\"" + quoted(form(random)) + "\"></iframe>";
            case 6 -> "<div>".repeat(random.intRange(1, 800)) + text(random);
            case 7 -> "<p style='position:fixed;inset:0;opacity:0'>" + text(random) + "</p>";
            default -> "<h1>" + random.oneOf(LABELS) + "</h1>" + text(random);
        };
    }

    private static String form(Random random) {
        StringBuilder form = new StringBuilder("<form method=\"" + random.oneOf("get", "post", "dialog") + "\">");
        for (int left = random.intRange(1, 5); left > 0; left--) {
            form.append("<label>")
                    .append(random.trueOrFalse() ? random.oneOf(LABELS) : text(random))
                    .append("<input type=\"")
                    .append(random.oneOf(TYPES))
                    .append("\" name=\"")
                    .append(random.trueOrFalse() ? random.oneOf(NAMES) : quoted(text(random)))
                    .append("\" value=\"")
                    .append(quoted(text(random)))
                    .append("\"></label>");
        }
        return form + "<button>" + random.oneOf(LABELS) + "</button><button>" + text(random) + "</button></form>";
    }

    /** What a browser shows as it stands: the mark in visible characters, and what readers trip over. */
    private static String text(Random random) {
        String text = random.intRange(0, 3) == 0 ? MARK : Hostile.text(random);
        return text.substring(0, Math.min(text.length(), 2_000))
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private static String quoted(String text) {
        return text.replace("\"", "&quot;");
    }
}
