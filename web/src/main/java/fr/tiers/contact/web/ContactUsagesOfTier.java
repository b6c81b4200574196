package fr.tiers.contact.web;

import fr.tiers.contact.Addressee;
import fr.tiers.contact.Addressees;
import fr.tiers.contact.ContactUsage;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Messages;

/** Whom the tier's papers go to: a choice for each usage, kept as soon as it is made. */
@Named("contactUsages")
@ViewScoped
public class ContactUsagesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Addressees addressees;
    private final TierRecordView record;
    private final Refusals refusals;
    private final Map<ContactUsage, Long> versions = new EnumMap<>(ContactUsage.class);
    private final Map<ContactUsage, String> choices = new EnumMap<>(ContactUsage.class);
    private transient List<Addressee> rows;

    protected ContactUsagesOfTier() {
        this(null, null, null);
    }

    @Inject
    public ContactUsagesOfTier(Addressees addressees, TierRecordView record, Refusals refusals) {
        this.addressees = addressees;
        this.record = record;
        this.refusals = refusals;
    }

    public List<Addressee> getRows() {
        if (rows == null) {
            rows = addressees.ofTier(record.getId());
            for (var row : rows) {
                versions.putIfAbsent(row.usage(), row.version());
                choices.putIfAbsent(row.usage(), Objects.toString(row.linkId(), ""));
            }
        }
        return rows;
    }

    /** By usage: the link as text, empty for the main contact. */
    public Map<ContactUsage, String> getChoices() {
        getRows();
        return choices;
    }

    public void choose(ContactUsage usage) {
        var choice = choices.get(usage);
        var link = choice == null || choice.isEmpty() ? null : Long.valueOf(choice);
        refusals.guard(() -> {
            addressees.choose(record.getId(), usage, versions.get(usage), link);
            Messages.addGlobalInfo(Functions.text("contact.usage.saved"));
        });
        rows = null;
        versions.clear();
        choices.clear();
    }
}
