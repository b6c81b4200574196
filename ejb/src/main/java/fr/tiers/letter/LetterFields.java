package fr.tiers.letter;

import fr.tiers.access.Callers;
import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.People;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.RichText;
import fr.tiers.mail.MailFormat;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed list of fields that mails to contacts may name, and what they stand for. A custom field that the writer may not see does not
 * exist for him or her: neither in the list, nor in the mail.
 */
@ApplicationScoped
public class LetterFields {

    private static final List<String> OWN = List.of(
            "contact.greeting",
            "contact.civility",
            "contact.firstName",
            "contact.lastName",
            "contact.jobTitle",
            "contact.email",
            "contact.phone",
            "tier.name",
            "tier.code",
            "tier.address",
            "tier.postalCode",
            "tier.city",
            "tier.siren",
            "tier.phone",
            "tier.email",
            "tier.website",
            "user.name",
            "user.email",
            "company.name",
            "today");

    private final CustomFields custom;
    private final TierService tiers;
    private final People people;
    private final Writers writers;
    private final Callers callers;
    private final Clock clock;

    protected LetterFields() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public LetterFields(
            CustomFields custom, TierService tiers, People people, Writers writers, Callers callers, Clock clock) {
        this.custom = custom;
        this.tiers = tiers;
        this.people = people;
        this.writers = writers;
        this.callers = callers;
        this.clock = clock;
    }

    /** @return those that the caller may use, those of Tiers itself first */
    public List<LetterField> all() {
        var fields = new ArrayList<LetterField>();
        OWN.forEach(token -> fields.add(new LetterField(token, null)));
        var language = callers.current().language();
        Stream.of(ContactFieldOwner.OBJECT, TierFieldOwner.OBJECT).forEach(object -> telling(object)
                .forEach(field -> fields.add(new LetterField(token(object, field), field.label(language)))));
        return fields;
    }

    Set<String> tokens() {
        return all().stream().map(LetterField::token).collect(Collectors.toSet());
    }

    private List<FieldDefinition> telling(String object) {
        return custom.of(object).stream()
                .map(field -> field.definition())
                .filter(field ->
                        field.type() != FieldType.SEPARATOR && !field.type().isFile())
                .toList();
    }

    private static String token(String object, FieldDefinition field) {
        return (object.equals(TierFieldOwner.OBJECT) ? "tier." : "contact.") + field.name();
    }

    /** @return by token, for a mail to this contact in this language */
    Map<String, String> values(ContactLinkView contact, String language) {
        var tier = tiers.get(contact.tierId());
        var person = people.get(contact.contactId());
        var writer = writers.current();
        var values = new HashMap<String, String>();
        BiConsumer<String, String> put = (token, value) -> values.put(token, value == null ? "" : value);
        put.accept("contact.greeting", greeting(contact, language));
        put.accept("contact.civility", civility(contact.civility(), language));
        put.accept("contact.firstName", contact.firstName());
        put.accept("contact.lastName", contact.lastName());
        put.accept("contact.jobTitle", contact.jobTitle());
        put.accept("contact.email", contact.email());
        put.accept("contact.phone", contact.phone() == null ? contact.mobile() : contact.phone());
        put.accept("tier.name", tier.name());
        put.accept("tier.code", tier.code());
        if (tier.address() != null) {
            put.accept("tier.address", tier.address().line1());
            put.accept("tier.postalCode", tier.address().postalCode());
            put.accept("tier.city", tier.address().city());
        }
        put.accept("tier.siren", tier.siren());
        put.accept("tier.phone", tier.phone());
        put.accept("tier.email", tier.email());
        put.accept("tier.website", tier.website());
        put.accept("user.name", writer.name());
        put.accept("user.email", writer.email());
        put.accept("company.name", writer.company());
        put.accept("today", MailFormat.of(language).date(LocalDate.now(clock)));
        telling(ContactFieldOwner.OBJECT)
                .forEach(field -> put.accept(
                        token(ContactFieldOwner.OBJECT, field),
                        text(field, person.custom().get(field.code()), language)));
        telling(TierFieldOwner.OBJECT)
                .forEach(field -> put.accept(
                        token(TierFieldOwner.OBJECT, field),
                        text(field, tier.custom().get(field.code()), language)));
        return values;
    }

    private static String civility(String code, String language) {
        if (code == null) {
            return "";
        }
        boolean english = "en".equals(language);
        return "MME".equals(code) ? english ? "Ms" : "Madame" : english ? "Mr" : "Monsieur";
    }

    private static String greeting(ContactLinkView contact, String language) {
        return contact.civility() == null
                ? contact.fullName()
                : civility(contact.civility(), language) + ' ' + contact.lastName();
    }

    /** A value in the words of the mail's language; empty for nothing. */
    private String text(FieldDefinition field, Object value, String language) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> text(field, each, language)).collect(Collectors.joining(", "));
        }
        boolean english = "en".equals(language);
        return switch (field.type()) {
            case SELECT, RADIO, MULTI_SELECT, DEPENDENT_SELECT -> field.options().stream()
                    .filter(option -> option.code().equals(value))
                    .map(option -> option.label(language))
                    .findFirst()
                    .orElse(value.toString());
            case BOOLEAN -> Boolean.TRUE.equals(value) ? english ? "yes" : "oui" : english ? "no" : "non";
            case DATE -> MailFormat.of(language).date(LocalDate.parse(value.toString()));
            case AMOUNT -> value instanceof Map<?, ?> amount && amount.get("amount") instanceof Number number
                    ? MailFormat.of(language)
                            .amount(new BigDecimal(number.toString()), String.valueOf(amount.get("currency")))
                    : CustomFields.text(value);
            case HTML -> RichText.plain(value.toString());
            case LINK, MULTI_LINK -> custom.target(field.target())
                    .flatMap(target -> target.label(value))
                    .orElse("");
            default -> CustomFields.text(value);
        };
    }
}
