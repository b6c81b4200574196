package fr.tiers.mail;

import fr.tiers.kernel.RichText;

/**
 * The formatted text of a mail: what {@link RichText} allows and nothing else, so no script, no style, no picture and nothing that would
 * be fetched from elsewhere when it is read.
 */
public final class MailHtml {

    /** The sanitizer parts double braces for fear of browser templates; no comment of anybody else passes it. */
    private static final String PARTED_BRACES = "{<!-- -->{";

    private MailHtml() {}

    /** @return only what is allowed, tokens as they were; null when nothing is left to read */
    public static String clean(String html) {
        var clean = RichText.clean(html);
        return clean == null ? null : clean.replace(PARTED_BRACES, "{{");
    }

    /** @return the same as plain text, for readers that show no HTML; links with their address */
    public static String text(String html) {
        return RichText.letter(html);
    }

    /** @return a value as it stands in HTML: its signs mean nothing, its lines stay lines */
    static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>");
    }

    /** @return a whole document, as mail programs expect it */
    static String document(String html) {
        return "<!DOCTYPE html>\n<html><head><meta charset=\"UTF-8\"></head>"
                + "<body style=\"font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5\">\n"
                + html
                + "\n</body></html>\n";
    }
}
