package fr.tiers.contact;

import fr.tiers.customfield.CustomFields;
import fr.tiers.kernel.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Everything that must hold of a person before it is written, custom fields included. */
@ApplicationScoped
public class PersonRules {

    private final ContactRows rows;
    private final CustomFields fields;

    protected PersonRules() {
        this(null, null);
    }

    @Inject
    public PersonRules(ContactRows rows, CustomFields fields) {
        this.rows = rows;
        this.fields = fields;
    }

    /**
     * @param id of the person; null for a new one
     * @param before the custom values as they stand
     * @param checks collects what is wrong
     * @return the person as it is to be kept
     */
    PersonCommand check(Long id, PersonCommand person, Map<String, Object> before, Checks checks) {
        person.check(checks, rows.today());
        var context = new CustomFields.Context(id, ContactFieldOwner.facts(person), before);
        return person.withCustom(fields.check(ContactFieldOwner.OBJECT, person.custom(), context, checks));
    }
}
