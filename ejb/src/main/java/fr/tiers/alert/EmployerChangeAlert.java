package fr.tiers.alert;

import fr.tiers.access.InCharge;
import fr.tiers.contact.EmployerChanged;
import fr.tiers.happening.HappeningCode;
import fr.tiers.mail.MailFormat;
import fr.tiers.mail.TemplateVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A contact who changes employer concerns those in charge of the old tier and of the new one. Whoever may not see one of the two is not
 * told its name.
 */
@ApplicationScoped
public class EmployerChangeAlert implements TemplateVocabulary {

    static final String PURPOSE = "CONTACT_MOVED";

    private final Alerts alerts;

    protected EmployerChangeAlert() {
        this(null);
    }

    @Inject
    public EmployerChangeAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Set<String> tokens() {
        return Set.of("contact.name", "contact.jobTitle", "tier.old", "tier.new", "change.date", "author");
    }

    void moved(@Observes EmployerChanged change) {
        var readers = new LinkedHashMap<InCharge.Person, Long>();
        alerts.readers(change.oldTier()).forEach(reader -> readers.put(reader, change.oldTier()));
        alerts.readers(change.newTier()).forEach(reader -> readers.putIfAbsent(reader, change.newTier()));
        readers.forEach((reader, tierId) -> {
            alerts.send(reader, PURPOSE, String.valueOf(change.newLink()), tierId, values(change, reader));
            alerts.told(reader, change.oldTier(), HappeningCode.CONTACT_MOVED);
            alerts.told(reader, change.newTier(), HappeningCode.CONTACT_ADDED);
        });
    }

    private Map<String, String> values(EmployerChanged change, InCharge.Person reader) {
        var values = new HashMap<String, String>();
        values.put("contact.name", change.person());
        values.put("contact.jobTitle", change.jobTitle() == null ? "—" : change.jobTitle());
        values.put("tier.old", tier(change.oldTier(), reader));
        values.put("tier.new", tier(change.newTier(), reader));
        values.put("change.date", MailFormat.of(reader.language()).date(change.from()));
        return values;
    }

    private String tier(long tierId, InCharge.Person reader) {
        if (alerts.sees(reader, tierId)) {
            return alerts.tier(tierId);
        }
        return "en".equals(reader.language()) ? "another tier" : "un autre tiers";
    }
}
