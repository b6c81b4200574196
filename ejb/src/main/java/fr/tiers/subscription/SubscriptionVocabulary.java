package fr.tiers.subscription;

import fr.tiers.mail.TemplateVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What the templates of both mails may use. */
abstract class SubscriptionVocabulary implements TemplateVocabulary {

    @Override
    public Set<String> tokens() {
        return Set.of("subject", "count", "news", "link.notifications", "link.settings", "link.unsubscribe");
    }

    /** The mail at once. */
    @ApplicationScoped
    public static class News extends SubscriptionVocabulary {

        @Override
        public String purpose() {
            return SubscriptionMail.NEWS;
        }
    }

    /** The digest. */
    @ApplicationScoped
    public static class Digest extends SubscriptionVocabulary {

        @Override
        public String purpose() {
            return SubscriptionMail.DIGEST;
        }
    }
}
