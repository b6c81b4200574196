package fr.tiers.subscription;

import fr.tiers.access.Caller;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailAddresses;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import fr.tiers.mail.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts notifications into a mail: at once, or as a digest. Only those that the reader may still see. */
@ApplicationScoped
public class SubscriptionMail {

    private static final Logger LOG = Logger.getLogger(SubscriptionMail.class);

    static final String NEWS = "SUBSCRIPTION_NEWS";
    static final String DIGEST = "SUBSCRIPTION_DIGEST";

    /** More than this nobody reads; the rest is counted and waits behind the bell. */
    private static final int LINES = 100;

    private static final String UNSUBSCRIBE = "/subscription/unsubscribe.xhtml?token=";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Db db;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final UnsubscriptionTokens tokens;
    private final String url;

    protected SubscriptionMail() {
        this(null, null, null, null, "");
    }

    @Inject
    public SubscriptionMail(
            Db db,
            Outbox outbox,
            MailTemplates templates,
            UnsubscriptionTokens tokens,
            @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers") String url) {
        this.db = db;
        this.outbox = outbox;
        this.templates = templates;
        this.tokens = tokens;
        this.url = url.replaceAll("/+$", "");
    }

    /** Where to write to somebody. */
    record Address(String email, Long companyId) {}

    private record Line(long id, long tierId, String tier, Told told, String when, String author) {

        String words(String language) {
            return "  - " + when + ' ' + told.words(language) + " (" + author + ')';
        }
    }

    /** @return empty for somebody without a usable address */
    Optional<Address> address(long userId) {
        return db.call(handle -> handle.createQuery("select email, company_id from app_user where id = :id and active")
                .bind("id", userId)
                .map((row, context) -> new Address(row.getString("email"), row.getObject("company_id", Long.class)))
                .findOne()
                .filter(address -> address.email() != null && MailAddresses.isAddress(address.email())));
    }

    /**
     * Leaves one mail about these notifications in the outbox, or none if the reader may see nothing of them any more.
     *
     * @return false when there is no template for it
     */
    boolean send(String purpose, Caller reader, Address address, List<Long> notifications) {
        var lines = lines(reader, notifications);
        if (lines.isEmpty()) {
            return true;
        }
        var language = reader.language();
        var tiers = lines.stream().map(Line::tierId).distinct().toList();
        Template template;
        try {
            template = templates.find(address.companyId(), purpose, language);
        } catch (BusinessException e) {
            // one template that was taken away must not keep the others from being told; what waits is sent when it is
            // back
            LOG.errorf("No mail to %s: %s", reader.login(), e.getMessage());
            return false;
        }
        var unsubscribe = url + UNSUBSCRIBE + tokens.issue(reader.userId());
        var text = template.render(values(lines, language, unsubscribe));
        // RFC 8058: the mail program has a button of its own, which posts to the same page
        outbox.enqueue(OutgoingMail.about(purpose, reader.userId() + "-" + Collections.max(notifications))
                .tier(tiers.size() == 1 ? tiers.get(0) : null)
                .company(address.companyId())
                .to(address.email())
                .says(text)
                .header("List-Unsubscribe", "<" + unsubscribe + ">")
                .header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .mail());
        return true;
    }

    /** What the templates say about these notifications of the reader; the link ends nothing. */
    Map<String, String> sample(Caller reader, List<Long> notifications, String language) {
        return values(lines(reader, notifications), language, url + UNSUBSCRIBE + "…");
    }

    private Map<String, String> values(List<Line> lines, String language, String unsubscribe) {
        int count = lines.stream().mapToInt(line -> line.told().times()).sum();
        boolean single = lines.stream().map(Line::tierId).distinct().count() == 1
                && !lines.get(0).told().spread();
        var several = "en".equals(language) ? count + " news" : count + " nouveautés";
        return Map.of(
                "subject",
                single ? lines.get(0).tier() : several,
                "count",
                String.valueOf(count),
                "news",
                news(lines, language),
                "link.notifications",
                url + "/subscription/notifications.xhtml",
                "link.settings",
                url + "/subscription/settings.xhtml",
                "link.unsubscribe",
                unsubscribe);
    }

    /** By tier. */
    private String news(List<Line> lines, String language) {
        var text = new StringBuilder();
        Long tier = null;
        for (var line : lines.subList(0, Math.min(LINES, lines.size()))) {
            if (tier == null || tier != line.tierId()) {
                tier = line.tierId();
                text.append(line.tier())
                        .append('\n')
                        .append(url)
                        .append("/tier/record.xhtml?id=")
                        .append(tier)
                        .append('\n');
            }
            text.append(line.words(language)).append('\n');
        }
        int more = lines.size() - LINES;
        if (more > 0) {
            text.append('\n')
                    .append("en".equals(language) ? more + " more." : "Et " + more + " de plus.")
                    .append('\n');
        }
        return text.toString();
    }

    private List<Line> lines(Caller reader, List<Long> notifications) {
        var sight = Sight.of(reader);
        return db.call(handle -> sight.bind(handle.createQuery(
                        """
                        select n.id, t.id as tier_id, concat_ws(' ', t.code, t.name) as tier, h.code, h.arguments, n.times,
                               n.spread, cardinality(n.fields) as changed, h.at,
                               coalesce(u.display_name, h.author) as author
                        from notification n join happening h on h.id = n.happening_id join tier t on t.id = h.tier_id
                             left join app_user u on u.login = h.author
                        where n.id = any(:ids) and %s
                        order by fold(t.name), t.id, h.id
                        """
                                .formatted(sight.predicate())))
                .bindArray("ids", Long.class, notifications)
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        row.getLong("tier_id"),
                        row.getString("tier"),
                        Told.of(row),
                        WHEN.format(row.getTimestamp("at").toInstant().atZone(ClockProducer.ZONE)),
                        row.getString("author")))
                .list());
    }
}
