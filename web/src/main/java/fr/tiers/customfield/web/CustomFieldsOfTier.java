package fr.tiers.customfield.web;

import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The custom fields of the open record. */
@Named("customFieldsOfTier")
@RequestScoped
public class CustomFieldsOfTier {

    private final FieldWords words;
    private final TierRecordView record;
    private List<FieldWords.Group> groups;

    protected CustomFieldsOfTier() {
        this(null, null);
    }

    @Inject
    public CustomFieldsOfTier(FieldWords words, TierRecordView record) {
        this.words = words;
        this.record = record;
    }

    public List<FieldWords.Group> getGroups() {
        if (groups == null) {
            var tier = record.getTier();
            groups = words.groups(TierFieldOwner.OBJECT, tier.custom(), TierFieldOwner.facts(TierMapping.toData(tier)));
        }
        return groups;
    }
}
