package org.devicegrant.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the templates that were compiled into this module. */
public final class Templates {

    private static final String PACKAGE = "org.devicegrant.reports.templates";

    private Templates() {}

    /**
     * The text of a page.
     *
     * @param template file name of the template, for example {@code run.jte}
     * @param view the template's one parameter
     */
    public static String render(String template, Object view) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
        StringOutput text = new StringOutput(256 * 1024);
        engine.render(template, view, text);
        return text.toString().stripTrailing() + "\n";
    }
}
