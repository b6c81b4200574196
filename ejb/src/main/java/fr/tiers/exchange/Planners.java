package fr.tiers.exchange;

import fr.tiers.contact.Contacts;
import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what a block of rows is planned, written and taken back with; read once for the block, in the name of the caller. */
@ApplicationScoped
public class Planners {

    @Inject
    Db db;

    @Inject
    TierService tiers;

    @Inject
    Contacts contacts;

    @Inject
    KeyMatch match;

    @Inject
    TargetFields fields;

    @Inject
    CustomFields customFields;

    @Inject
    Organisation organisation;

    @Inject
    AssignableUsers users;

    @Inject
    RowTable rows;

    Planner planner(ImportSettings settings) {
        var seen = customFields.of(TierFieldOwner.OBJECT).stream()
                .map(CustomField::definition)
                .collect(Collectors.toMap(FieldDefinition::name, Function.identity()));
        return new Planner(tiers, contacts, match, settings, fields.all(), seen, words());
    }

    RowWriter writer(ImportSettings settings) {
        return new RowWriter(planner(settings), tiers, contacts);
    }

    RowRevert revert(ImportSettings settings) {
        return new RowRevert(
                tiers, contacts, customFields, new RowFill(fields.all(), words(), settings), rows::isTouchedSince);
    }

    private Vocabulary words() {
        return new Vocabulary(db, organisation, users);
    }
}
