package fr.tiers.alert;

import fr.tiers.contact.EmployerChanged;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.tier.TierConverted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** What is told by mail to those in charge is a business happening too; the tier and the contact do not have to know of those. */
@ApplicationScoped
public class AlertHappenings {

    private final Authors authors;
    private final Event<Happening> happenings;

    protected AlertHappenings() {
        this(null, null);
    }

    @Inject
    public AlertHappenings(Authors authors, Event<Happening> happenings) {
        this.authors = authors;
        this.happenings = happenings;
    }

    void converted(@Observes TierConverted conversion) {
        var code = "CUSTOMER".equals(conversion.to())
                ? HappeningCode.CONVERTED_TO_CUSTOMER
                : HappeningCode.CONVERTED_TO_PROSPECT;
        var arguments = conversion.formerCode() == null
                ? List.<String>of()
                : List.of(conversion.code(), conversion.formerCode());
        var author = new History.Author(conversion.author(), authors.current().source());
        happenings.fire(new Happening(code, conversion.tierId(), arguments, null, author));
    }

    /** The new employer hears of a new contact, by the change log. */
    void moved(@Observes EmployerChanged change) {
        happenings.fire(new Happening(
                HappeningCode.CONTACT_MOVED, change.oldTier(), List.of(change.person()), null, authors.current()));
    }
}
