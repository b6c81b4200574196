package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.RichText;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;

/** Custom values as people read them; read once per request. */
@Named("fieldWords")
@RequestScoped
public class FieldWords {

    private final CustomFields fields;
    private final Map<String, List<CustomField>> known = new HashMap<>();

    protected FieldWords() {
        this(null);
    }

    @Inject
    public FieldWords(CustomFields fields) {
        this.fields = fields;
    }

    /** A field with its value, for reading. */
    public record Shown(FieldDefinition field, String label, String text, String url, String picture, String rich) {}

    /** Fields that stand together under a heading; null for none. */
    public record Group(String title, List<Shown> fields) {}

    List<CustomField> all(String object) {
        return ever(object).stream().filter(CustomField::isInUse).toList();
    }

    /** Archived ones as well. */
    private List<CustomField> ever(String object) {
        return known.computeIfAbsent(object, fields::everIn);
    }

    /** @param object TIER, CONTACT … */
    public String label(String object, String code) {
        return ever(object).stream()
                .filter(field -> field.code().equals(code))
                .map(field -> field.definition().label(language()))
                .findFirst()
                .orElse(code);
    }

    /** A value that the history kept as text. */
    public String pastText(String object, String code, String text) {
        return ever(object).stream()
                .filter(field -> field.code().equals(code))
                .map(field -> text(
                        field.definition(),
                        fields.parsed(object, Map.of(field.definition().name(), text))
                                .get(code)))
                .findFirst()
                .orElse(text);
    }

    /** What one object has, under the headings of the administrator; fields that its conditions hide are left out. */
    public List<Group> groups(String object, Map<String, Object> values, Map<String, Object> facts) {
        var known = CustomFields.facts(new CustomFields.Context(null, facts, Map.of()), values);
        var groups = new ArrayList<Group>();
        String title = null;
        var rows = new ArrayList<Shown>();
        for (var field : all(object)) {
            var definition = field.definition();
            if (!CustomFields.state(definition, known).visible()) {
                continue;
            }
            boolean separator = definition.type() == FieldType.SEPARATOR;
            var heading =
                    separator ? definition.label(language()) : definition.group() == null ? title : definition.group();
            if (!java.util.Objects.equals(heading, title) && !rows.isEmpty()) {
                groups.add(new Group(title, List.copyOf(rows)));
                rows.clear();
            }
            title = heading;
            if (!separator) {
                rows.add(shown(definition, values.get(field.code())));
            }
        }
        if (!rows.isEmpty()) {
            groups.add(new Group(title, List.copyOf(rows)));
        }
        return groups;
    }

    private Shown shown(FieldDefinition field, Object value) {
        return new Shown(
                field,
                field.label(language()),
                text(field, value),
                url(field, value),
                picture(field, value),
                field.type() == FieldType.HTML && value != null ? value.toString() : null);
    }

    private String url(FieldDefinition field, Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case URL -> value.toString();
            case EMAIL -> "mailto:" + value;
            case PHONE -> Functions.phoneLink(value.toString());
            case LINK, FILE, IMAGE -> fields.target(field.target())
                    .filter(target -> target.label(value).isPresent())
                    .map(target -> target.page(value))
                    .map(page -> Faces.getRequestContextPath() + page)
                    .orElse(null);
            default -> null;
        };
    }

    private String picture(FieldDefinition field, Object value) {
        return field.type() == FieldType.IMAGE && url(field, value) != null
                ? Faces.getRequestContextPath() + "/api/v1/documents/" + value + "/content?inline=true"
                : null;
    }

    /** A value in the words of the screens; empty for nothing. */
    public String text(FieldDefinition field, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> text(field, each)).collect(Collectors.joining(", "));
        }
        return switch (field.type()) {
            case SELECT, RADIO, MULTI_SELECT, DEPENDENT_SELECT -> field.options().stream()
                    .filter(option -> option.code().equals(value))
                    .map(option -> option.label(language()))
                    .findFirst()
                    .orElse(value.toString());
            case BOOLEAN -> Functions.text(Boolean.TRUE.equals(value) ? "tier.yes" : "tier.no");
            case DATE -> Functions.date(LocalDate.parse(value.toString()));
            case DATETIME -> Functions.dateTime(Instant.parse(value.toString()));
            case AMOUNT -> value instanceof Map<?, ?> amount && amount.get("amount") instanceof Number number
                    ? Functions.money(number, String.valueOf(amount.get("currency")))
                    : CustomFields.text(value);
            case DURATION -> value instanceof Number minutes
                    ? minutes.longValue() / 60 + " h " + "%02d".formatted(minutes.longValue() % 60)
                    : value.toString();
            case RATING -> value instanceof Number stars
                    ? "★".repeat(stars.intValue()) + " " + stars
                    : value.toString();
            case INTEGER, DECIMAL -> value instanceof Number number ? Functions.number(number) : value.toString();
            case COMPUTED -> value instanceof Number number ? Functions.number(number) : value.toString();
            case PHONE -> Functions.phone(value.toString());
            case HTML -> RichText.plain(value.toString());
            case LINK, MULTI_LINK, FILE, IMAGE -> fields.target(field.target())
                    .flatMap(target -> target.label(value))
                    .orElseGet(() -> Functions.text("customfield.unavailable"));
            default -> CustomFields.text(value);
        };
    }

    static String language() {
        return Faces.getLocale().getLanguage();
    }
}
