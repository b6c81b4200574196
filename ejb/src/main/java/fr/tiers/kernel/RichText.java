package fr.tiers.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text with paragraphs, bold, italics, lists and links, kept as HTML. Whatever else comes in is left out, never refused: scripts,
 * styles, images, handlers. Cleaned before it is kept and once more before it is shown.
 */
public final class RichText {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "b", "i", "u", "ul", "ol", "li", "a")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    /** Ends of what stands on a line of its own. */
    private static final Pattern LINE_END = Pattern.compile("(?i)</(p|li|ul|ol)>|<br ?/?>");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LIST_ITEM = Pattern.compile("(?i)<li>");
    /** The editor of the pages writes every list as an ordered one, and on each item what it is. */
    private static final Pattern EDITOR_LIST = Pattern.compile("(?is)<ol>((?:<li data-list=.*?</li>)+)</ol>");

    private static final Pattern EDITOR_ITEM = Pattern.compile("(?is)<li data-list=\"(bullet|ordered)\".*?</li>");
    private static final Pattern LINK = Pattern.compile("(?is)<a href=\"([^\"]*)\"[^>]*>(.*?)</a>");
    private static final Pattern EMPTY_LINE = Pattern.compile("(?i)<p><br ?/?></p>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*");

    private RichText() {}

    /** @return only what is allowed; null when nothing is left to read */
    public static String clean(String html) {
        if (html == null) {
            return null;
        }
        var clean = readable(POLICY.sanitize(withRealLists(html))).strip();
        return plain(clean).isEmpty() ? null : clean;
    }

    private static String withRealLists(String html) {
        return EDITOR_LIST
                .matcher(html)
                .replaceAll(list -> Matcher.quoteReplacement(EDITOR_ITEM
                        .matcher(list.group(1))
                        .replaceAll(item -> {
                            var tag = "bullet".equalsIgnoreCase(item.group(1)) ? "ul" : "ol";
                            return Matcher.quoteReplacement("<" + tag + '>' + item.group() + "</" + tag + '>');
                        })
                        .replace("</ul><ul>", "")
                        .replace("</ol><ol>", "")));
    }

    /** The sanitizer spells out signs that mean nothing special in text or between the double quotes of an attribute. */
    private static String readable(String html) {
        return html.replace("&#39;", "'")
                .replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#43;", "+")
                .replace("&#96;", "`");
    }

    /** @return the text alone, a line per paragraph or item; empty for null */
    public static String plain(String html) {
        return html == null
                ? ""
                : BLANK_LINES.matcher(lines(html)).replaceAll("\n").strip();
    }

    /** @return the text as a letter: empty paragraphs stay empty lines, a link is followed by its address; empty for null */
    public static String letter(String html) {
        if (html == null) {
            return "";
        }
        var linked = LINK.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(2).equals(link.group(1))
                                ? link.group(2)
                                : link.group(2) + " (" + link.group(1) + ')'));
        return lines(EMPTY_LINE.matcher(linked).replaceAll("<p></p>")).strip();
    }

    private static String lines(String html) {
        var text = LIST_ITEM.matcher(html).replaceAll("• ");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
