package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldOption;
import fr.tiers.customfield.FieldType;
import fr.tiers.shell.web.Functions;
import jakarta.faces.model.SelectItem;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.util.Beans;

/** What a field offers to choose from. */
final class FieldChoices {

    private static final int OFFERED = 10;

    private final FieldDefinition field;
    private final String above;
    private final Collection<String> chosen;

    /**
     * @param above the option chosen in the field this one depends on
     * @param chosen stays on offer, even when it is inactive
     */
    FieldChoices(FieldDefinition field, String above, Collection<String> chosen) {
        this.field = field;
        this.above = above;
        this.chosen = chosen;
    }

    private Stream<FieldOption> offered() {
        return field.options().stream()
                .filter(option -> option.active() || chosen.contains(option.code()))
                .filter(option -> field.type() != FieldType.DEPENDENT_SELECT || Objects.equals(option.parent(), above));
    }

    List<SelectItem> items() {
        if (field.type() == FieldType.BOOLEAN) {
            return List.of(
                    new SelectItem("true", Functions.text("tier.yes")),
                    new SelectItem("false", Functions.text("tier.no")));
        }
        if (field.type() == FieldType.RATING) {
            int most = field.max() == null ? 5 : field.max().intValue();
            return Stream.iterate(0, i -> i <= most, i -> i + 1)
                    .map(i -> new SelectItem(String.valueOf(i), "★".repeat(i) + "☆".repeat(most - i) + "  " + i))
                    .toList();
        }
        return offered()
                .map(option -> new SelectItem(option.code(), option.label(FieldWords.language())))
                .toList();
    }

    /** What fits the words typed: options of a long list, or tiers, or users. */
    List<FieldPick> complete(String words) {
        if (field.type().isLink()) {
            return Beans.getReference(CustomFields.class)
                    .target(field.target())
                    .map(target -> target.search(words, OFFERED).stream()
                            .map(choice -> new FieldPick(String.valueOf(choice.key()), choice.label()))
                            .toList())
                    .orElse(List.of());
        }
        var wanted = folded(words);
        return offered()
                .filter(option -> folded(option.label(FieldWords.language())).contains(wanted))
                .limit(OFFERED)
                .map(option -> new FieldPick(option.code(), option.label(FieldWords.language())))
                .toList();
    }

    static String labelOf(FieldDefinition field, Object key) {
        if (field.type().isLink() || field.type().isFile()) {
            return Beans.getReference(CustomFields.class)
                    .target(field.target())
                    .flatMap(target -> target.label(key))
                    .orElseGet(() -> Functions.text("customfield.unavailable"));
        }
        return field.options().stream()
                .filter(option -> option.code().equals(key))
                .map(option -> option.label(FieldWords.language()))
                .findFirst()
                .orElse(String.valueOf(key));
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
