package fr.tiers.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which bad input is typed: those of {@link PagesIT}, and none forgotten. */
final class WalkedPages {

    /** The id of what does not exist. */
    private static final String MISSING = "=999999999";

    /** Not walked over, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "/registry/import.xhtml", "walked over by way of the links of the search",
            "/login.xhtml", "read by the server itself, not by us; LoginIT types there",
            "/shell/style.xhtml", "the style guide: what is typed there goes nowhere",
            "/job/execution.xhtml", "shows a run; has no input",
            "/mail/message.xhtml", "shows a mail; has no input",
            "/receivable/payment-detail.xhtml", "shows a payment; has no input");

    /** Pages with nothing to type into, and why. */
    private static final Map<String, String> WITHOUT_INPUT = Map.ofEntries(
            Map.entry("/", "leads to the other pages"),
            Map.entry("/contact/record.xhtml?id=1", "its forms open with edit="),
            Map.entry("/address/geocoding.xhtml", "figures and a button"),
            Map.entry(
                    "/calendar/answer.xhtml?t=nothing",
                    "the link is no good; CalendarJourneyIT answers with a good one"),
            Map.entry("/event/record.xhtml?id=1", "its form opens with edit="),
            Map.entry("/exchange/import.xhtml", "takes a file; ImportIT and TableFileTest send bad ones"),
            Map.entry("/job/list.xhtml", "jobs are started and stopped by buttons"),
            Map.entry("/mail/outbox.xhtml", "links and a button"),
            Map.entry("/happening/list.xhtml", "boxes to tick"),
            Map.entry("/subscription/tier.xhtml?id=1", "boxes to tick"),
            Map.entry("/subscription/notifications.xhtml", "links and buttons"),
            Map.entry("/subscription/notifications.xhtml?unread=true", "links and buttons"),
            Map.entry(
                    "/subscription/unsubscribe.xhtml?token=none",
                    "a link that is not ours; BellIT follows one that is"),
            Map.entry("/letter/templates.xhtml", "leads to the templates"),
            Map.entry("/letter/sent.xhtml?tier=1", "shows mails; has no input"),
            Map.entry("/merge/list.xhtml?tier=1", "buttons"),
            Map.entry(
                    "/merge/contact.xhtml?into=1&with=2", "buttons that choose; the merge would take the contact away"),
            Map.entry("/merge/list.xhtml?contact=1", "buttons"),
            Map.entry("/bulk/list.xhtml", "leads to the actions"),
            Map.entry("/bulk/new.xhtml", "nothing is ticked: leads back"),
            Map.entry("/bulk/new.xhtml?ids=1&action=CHANGE_AGENCIES", "boxes to tick"),
            Map.entry("/duplicate/list.xhtml", "links and buttons"),
            Map.entry("/duplicate/list.xhtml?minScore=80", "links and buttons"),
            Map.entry("/duplicate/list.xhtml?view=different", "buttons"),
            Map.entry("/duplicate/list.xhtml?tier=1", "links and buttons"),
            Map.entry("/organisation/index.xhtml", "leads to the other pages"),
            Map.entry("/organisation/users.xhtml", "leads to the users"),
            Map.entry("/kernel/api.xhtml", "the description of REST; GarbageIT sends what it describes"));

    /** While one works on a page: {@code -Dtiers.walk=/tag/} walks over it alone. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("tiers.walk", ""));

    private WalkedPages() {}

    static boolean isWanted(String page) {
        return ONLY.matcher(page).find();
    }

    /** Pages of what does not exist: they say so. */
    static boolean isOfNothing(String page) {
        return page.contains(MISSING);
    }

    /** @return why there is nothing to type into this page; null when there should be */
    static String withoutInput(String page) {
        return isOfNothing(page) ? "says that it is not there" : WITHOUT_INPUT.get(page);
    }

    static List<String> listed() {
        var method = Arrays.stream(PagesIT.class.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(ValueSource.class))
                .findFirst()
                .orElseThrow();
        return List.of(method.getAnnotation(ValueSource.class).strings());
    }

    /** @return the pages of the application that are neither listed nor left out on purpose */
    static List<String> unlisted(Path webapp) throws IOException {
        var known =
                listed().stream().map(page -> page.replaceFirst("\\?.*", "")).collect(Collectors.toSet());
        try (var files = Files.walk(webapp)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + webapp.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> !page.startsWith("/WEB-INF/") && !"/index.xhtml".equals(page))
                    .filter(page -> !known.contains(page) && !LEFT_OUT.containsKey(page))
                    .sorted()
                    .toList();
        }
    }
}
