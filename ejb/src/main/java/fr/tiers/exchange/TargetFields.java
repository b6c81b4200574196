package fr.tiers.exchange;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldUse;
import fr.tiers.exchange.TargetField.Group;
import fr.tiers.exchange.TargetField.Kind;
import fr.tiers.tier.TierFieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything a column can be: the fields of a tier, its main address, its main contact, the custom fields that imports may read. */
@ApplicationScoped
public class TargetFields {

    /** Besides unique custom fields. */
    static final Set<String> KEYS = Set.of("id", "code", "formerCode", "siret", "siren", "vatNumber", "email");

    private static final List<TargetField> STANDARD = Stream.of(
                    group(
                            Group.IDENTITY,
                            "name:TEXT code:TEXT types:TYPES tradeName:TEXT kind:CHOICE civility:CHOICE lastName:TEXT"
                                    + " firstName:TEXT status:CHOICE closedReason:TEXT siren:SIREN siret:SIRET vatNumber:TEXT apeCode:TEXT"
                                    + " apeLabel:TEXT legalForm:TEXT capital:DECIMAL foundedOn:DATE sector:TEXT headcountBand:TEXT"
                                    + " headcount:WHOLE turnover:DECIMAL turnoverYear:WHOLE tags:TAGS observation:TEXT"),
                    group(
                            Group.REACH,
                            "email:TEXT phone:PHONE mobile:PHONE fax:PHONE website:TEXT linkedin:TEXT facebook:TEXT youtube:TEXT x:TEXT"),
                    group(
                            Group.ADDRESS,
                            "address.line1:TEXT address.line2:TEXT address.line3:TEXT address.postalCode:POSTAL_CODE"
                                    + " address.city:TEXT address.country:COUNTRY address.inseeCode:TEXT address.latitude:COORDINATE"
                                    + " address.longitude:COORDINATE"),
                    group(
                            Group.ORGANISATION,
                            "owner:OWNER salesUnit:SALES_UNIT companies:COMPANIES agencies:AGENCIES group:TEXT"
                                    + " distributionType:TEXT listingMode:CHOICE paymentTerms:TEXT blocked:YES_NO blockedReason:TEXT"
                                    + " blockedUntil:DATE underWatch:YES_NO watchReason:TEXT watchUntil:DATE language:CHOICE culture:TEXT"
                                    + " currency:TEXT"),
                    group(
                            Group.CONTACT,
                            "contact.civility:CHOICE contact.lastName:TEXT contact.firstName:TEXT contact.jobTitle:TEXT"
                                    + " contact.email:TEXT contact.phone:PHONE contact.mobile:PHONE"),
                    group(Group.KEY, "id:WHOLE formerCode:TEXT"))
            .flatMap(List::stream)
            .toList();

    private final CustomFields customFields;

    protected TargetFields() {
        this(null);
    }

    @Inject
    public TargetFields(CustomFields customFields) {
        this.customFields = customFields;
    }

    private static List<TargetField> group(Group group, String fields) {
        return Stream.of(fields.split(" "))
                .map(each -> each.split(":"))
                .map(each -> TargetField.of(each[0], group, Kind.valueOf(each[1])))
                .toList();
    }

    /** Those that are the same for everybody. */
    public static List<TargetField> standard() {
        return STANDARD;
    }

    /** In the order of the choice; the caller's own custom fields last. */
    public List<TargetField> all() {
        return Stream.concat(STANDARD.stream(), custom().stream().map(TargetField::of))
                .toList();
    }

    private List<CustomField> custom() {
        return customFields.of(TierFieldOwner.OBJECT, FieldUse.IMPORT).stream()
                .filter(field -> !field.locked())
                .toList();
    }

    /** Whether rows may find their tier by it. */
    public static boolean isKey(TargetField field) {
        return KEYS.contains(field.name()) || field.isUniqueCustom();
    }
}
