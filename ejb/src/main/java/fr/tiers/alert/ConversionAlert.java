package fr.tiers.alert;

import fr.tiers.mail.TemplateVocabulary;
import fr.tiers.tier.TierConverted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

import static fr.tiers.happening.HappeningCode.CONVERTED_TO_CUSTOMER;
import static fr.tiers.happening.HappeningCode.CONVERTED_TO_PROSPECT;

/** A conversion, whatever path it came by, is told to those in charge of the tier. */
@ApplicationScoped
public class ConversionAlert implements TemplateVocabulary {

    static final String PURPOSE = "TIER_CONVERTED";

    private static final Map<String, String> FRENCH =
            Map.of("SUSPECT", "suspect", "PROSPECT", "prospect", "CUSTOMER", "client");
    private static final Map<String, String> ENGLISH =
            Map.of("SUSPECT", "suspect", "PROSPECT", "prospect", "CUSTOMER", "customer");

    private final Alerts alerts;
    private final Clock clock;

    protected ConversionAlert() {
        this(null, null);
    }

    @Inject
    public ConversionAlert(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Set<String> tokens() {
        return Set.of("tier", "tier.code", "tier.formerCode", "function.before", "function.now", "author");
    }

    void converted(@Observes TierConverted conversion) {
        // an administrator may correct the types, so that a tier is converted a second time
        var reference = conversion.tierId() + "-" + conversion.to() + "-" + clock.millis();
        for (var reader : alerts.readers(conversion.tierId())) {
            var language = reader.language();
            var values = Map.of(
                    "tier", alerts.tier(conversion.tierId()),
                    "tier.code", conversion.code(),
                    "tier.formerCode", conversion.formerCode() == null ? "—" : conversion.formerCode(),
                    "function.before", word(conversion.from(), language),
                    "function.now", word(conversion.to(), language));
            alerts.send(reader, PURPOSE, reference, conversion.tierId(), values);
            alerts.told(reader, conversion.tierId(), CONVERTED_TO_PROSPECT, CONVERTED_TO_CUSTOMER);
        }
    }

    static String word(String function, String language) {
        return ("en".equals(language) ? ENGLISH : FRENCH).getOrDefault(function, function);
    }
}
