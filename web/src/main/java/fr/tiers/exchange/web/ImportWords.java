package fr.tiers.exchange.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.exchange.RowProblem;
import fr.tiers.exchange.TargetField;
import fr.tiers.kernel.web.Texts;
import fr.tiers.tier.TierFieldOwner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields and refusals of rows in words, in whatever language is asked for. */
@RequestScoped
public class ImportWords {

    private static final String CUSTOM = "custom.";

    private final Texts texts;
    private final CustomFields customFields;
    private Map<String, String> customLabels;

    protected ImportWords() {
        this(null, null);
    }

    @Inject
    public ImportWords(Texts texts, CustomFields customFields) {
        this.texts = texts;
        this.customFields = customFields;
    }

    public String label(TargetField field, Locale locale) {
        return field.custom() == null
                ? label(field.name(), locale)
                : field.custom().definition().label(locale.getLanguage());
    }

    /** What a field is called; its name when nobody has a word for it. */
    public String label(String field, Locale locale) {
        if (field.startsWith(CUSTOM)) {
            return customLabels(locale).getOrDefault(field, field.substring(CUSTOM.length()));
        }
        var own = "exchange.field." + field;
        var found = texts.text(own, List.of(), locale);
        if (!found.equals(own)) {
            return found;
        }
        var tier = "tier.field." + field;
        var text = texts.text(tier, List.of(), locale);
        return text.equals(tier) ? field : text;
    }

    private Map<String, String> customLabels(Locale locale) {
        if (customLabels == null) {
            customLabels = customFields.everIn(TierFieldOwner.OBJECT).stream()
                    .collect(Collectors.toMap(field -> field.definition().name(), field -> field.definition()
                            .label(locale.getLanguage())));
        }
        return customLabels;
    }

    public String problem(RowProblem problem, Locale locale) {
        return problem.field() == null
                ? texts.error(problem.code(), problem.arguments(), locale)
                : label(problem.field(), locale) + " : " + texts.violation(problem.code(), problem.arguments(), locale);
    }

    /** Everything that is wrong with a row. */
    public String problems(List<RowProblem> problems, Locale locale) {
        return problems.stream().map(problem -> problem(problem, locale)).collect(Collectors.joining(" "));
    }
}
