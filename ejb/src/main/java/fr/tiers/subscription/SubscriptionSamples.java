package fr.tiers.subscription;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateSamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The mails to followers are looked at with what the caller was told: a digest with all up to the one that was chosen. */
@ApplicationScoped
public class SubscriptionSamples implements TemplateSamples {

    /** As many as are looked through for a word. */
    private static final int LATEST = 100;

    private static final int DIGEST = 10;

    private final Callers callers;
    private final Notifications notifications;
    private final SubscriptionMail mail;

    protected SubscriptionSamples() {
        this(null, null, null);
    }

    @Inject
    public SubscriptionSamples(Callers callers, Notifications notifications, SubscriptionMail mail) {
        this.callers = callers;
        this.notifications = notifications;
        this.mail = mail;
    }

    @Override
    public Set<String> purposes() {
        return Set.of(SubscriptionMail.NEWS, SubscriptionMail.DIGEST);
    }

    @Override
    public List<TemplateSample> find(String purpose, String words, int limit) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return notifications.page(false, Long.MAX_VALUE, LATEST, null).items().stream()
                .map(each -> new TemplateSample(each.id(), each.tierName() + " · " + each.text()))
                .filter(each -> each.label().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<String, String> values(String purpose, long id, String language) {
        var ids = SubscriptionMail.DIGEST.equals(purpose)
                ? notifications.page(false, id + 1, DIGEST, null).items().stream()
                        .map(NotificationView::id)
                        .toList()
                : List.of(notifications.get(id).id());
        if (ids.isEmpty()) {
            throw BusinessException.notFound("notification", id);
        }
        return mail.sample(callers.current(), ids, language);
    }
}
