package org.devicegrant.reports.load;

/** HTML and SVG as text. Whatever is not markup of ours is escaped on its way in. */
final class Markup {
    private final StringBuilder text = new StringBuilder();

    /** Markup of ours, as it stands. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Text of anybody. */
    Markup text(String any) {
        text.append(escape(any));
        return this;
    }

    /** An element with text of anybody inside; {@code open} is its name with attributes of ours. */
    Markup element(String open, String any) {
        String name = open.split(" ", 2)[0];
        text.append('<')
                .append(open)
                .append('>')
                .append(escape(any))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    /** Text that can stand in an element or a quoted attribute. */
    static String escape(String any) {
        return any.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
