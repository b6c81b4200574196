package fr.tiers.exchange;

import fr.tiers.exchange.ImportSettings.Blank;
import fr.tiers.exchange.TargetField.Group;
import fr.tiers.exchange.TargetField.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the cells of a row over the data of a tier, as somebody would type them into its form; whether they may stay there is for the rules of the tier. */
final class RowFill {

    /** What every tier has: an empty cell leaves it as it is. */
    private static final Set<String> NEVER_EMPTY = Set.of(
            "kind",
            "types",
            "status",
            "language",
            "culture",
            "currency",
            "listingMode",
            "blocked",
            "underWatch",
            "code",
            "address.country");

    private final List<TargetField> fields;
    private final Vocabulary words;
    private final ImportSettings settings;

    RowFill(List<TargetField> fields, Vocabulary words, ImportSettings settings) {
        this.fields = fields.stream()
                .filter(field ->
                        field.group() != Group.KEY && field.group() != Group.CONTACT && settings.has(field.name()))
                .toList();
        this.words = words;
        this.settings = settings;
    }

    /**
     * @param data blank for a new tier
     * @param existing whether the tier exists already
     * @param checks collects what cannot be read
     */
    void fill(TierData data, RowCells cells, boolean existing, Checks checks) {
        for (var field : fields) {
            var text = cells.text(field.name());
            if (!text.isEmpty()) {
                write(field, text, data, checks);
            } else if (existing && settings.blank() == Blank.CLEAR && !NEVER_EMPTY.contains(field.name())) {
                clear(field, data);
            }
        }
        if (!existing && data.getTypes().isEmpty()) {
            data.setTypes(settings.types());
        }
    }

    /**
     * Puts the text of a field back, as {@link TierFields#text} wrote it.
     *
     * @param text null for nothing
     */
    void restore(String name, String text, TierData data) {
        var field = TargetFields.standard().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An import does not write " + name));
        if (text == null) {
            clear(field, data);
        } else {
            write(field, text, data, new Checks());
        }
    }

    private void write(TargetField field, String text, TierData data, Checks checks) {
        if (field.custom() != null) {
            var definition = field.custom().definition();
            data.getCustom()
                    .put(
                            definition.code(),
                            CustomTexts.value(definition, text, key -> words.key(definition.target(), key)));
            return;
        }
        if ("code".equals(field.name()) && text.equalsIgnoreCase(data.getCode())) {
            return;
        }
        var value = value(field, text);
        checks.holds(value.isPresent(), field.name(), "wrong-type");
        value.ifPresent(read -> TierFields.set(field.name(), data, read));
    }

    private Optional<?> value(TargetField field, String text) {
        return switch (field.kind()) {
            case TEXT, CUSTOM -> Optional.of(text);
            case PHONE -> Optional.of(CellTexts.phone(text));
            case CHOICE -> Optional.of(Words.choice(field.name(), text));
            case YES_NO -> Words.yesNo(text);
            case WHOLE -> CellTexts.whole(text);
            case DECIMAL -> CellTexts.number(text);
            case COORDINATE -> CellTexts.number(text).map(Number::doubleValue);
            case DATE -> CellTexts.date(text);
            case COUNTRY -> Optional.of(Words.country(text));
            case SIREN -> Optional.of(CellTexts.siren(text));
            case SIRET -> Optional.of(CellTexts.siret(text));
            case POSTAL_CODE -> Optional.of(CellTexts.postalCode(text));
            case TAGS -> Optional.of(Words.several(text));
            case TYPES, COMPANIES, AGENCIES -> Optional.of(codes(field.kind(), text));
            case SALES_UNIT, OWNER -> Optional.of(words.code(field.kind(), text));
        };
    }

    private List<String> codes(Kind kind, String text) {
        return Words.several(text).stream()
                .map(each -> words.code(kind, each))
                .distinct()
                .toList();
    }

    private static void clear(TargetField field, TierData data) {
        if (field.custom() != null) {
            data.getCustom().remove(field.custom().code());
            return;
        }
        boolean several =
                switch (field.kind()) {
                    case TAGS, COMPANIES, AGENCIES -> true;
                    default -> false;
                };
        TierFields.set(field.name(), data, several ? List.of() : null);
    }
}
