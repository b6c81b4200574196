package fr.tiers.history.web;

import fr.tiers.customfield.web.FieldWords;
import fr.tiers.history.HistoryRow;
import fr.tiers.kernel.BusinessException;
import fr.tiers.relation.RelationTypes;
import fr.tiers.relation.Side;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierLabels;
import fr.tiers.tier.web.TierWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The change log in the words of the screens. A tier is named only to those who may see it. */
@Named("historyWords")
@RequestScoped
public class HistoryWords {

    private static final String CUSTOM = "custom.";

    private final TierLabels labels;
    private final TierWords words;
    private final TierService tiers;
    private final RelationTypes relationTypes;
    private final FieldWords custom;
    private final Map<String, Optional<String>> names = new HashMap<>();

    protected HistoryWords() {
        this(null, null, null, null, null);
    }

    @Inject
    public HistoryWords(
            TierLabels labels, TierWords words, TierService tiers, RelationTypes relationTypes, FieldWords custom) {
        this.custom = custom;
        this.labels = labels;
        this.words = words;
        this.tiers = tiers;
        this.relationTypes = relationTypes;
    }

    /** What a line is about: the field of a change, else the thing and what was done with it. */
    public String what(HistoryRow line) {
        if (line.field() == null) {
            return words.what(line);
        }
        return "tier".equals(line.entity())
                ? field(line.entity(), line.field())
                : thing(line.entity()) + " : " + field(line.entity(), line.field());
    }

    private static boolean isCustom(String field) {
        return field.startsWith(CUSTOM);
    }

    /** What custom fields call the thing. */
    private static String object(String entity) {
        return entity.toUpperCase(Locale.ROOT);
    }

    /** A kind of thing. */
    public String thing(String entity) {
        return "tier".equals(entity)
                ? Functions.text("history.tier")
                : first("history." + entity, entity + ".tab").orElse(entity);
    }

    public String field(String entity, String field) {
        if (isCustom(field)) {
            return custom.label(object(entity), field.substring(CUSTOM.length()));
        }
        var own = first("history.field." + entity + '.' + field, entity + '.' + field);
        return own.or(() ->
                        first("tier.field." + field, "tier.field.address." + field, "history.field.relation." + field))
                .orElse(field);
    }

    public String value(String entity, String field, String text) {
        if (text == null || field == null) {
            return text == null ? "" : text;
        }
        if (isCustom(field)) {
            return custom.pastText(object(entity), field.substring(CUSTOM.length()), text);
        }
        try {
            return switch (entity + '.' + field) {
                case "tier.parent", "relation.other" -> tier(text).orElse("—");
                case "relation.type" -> relationType(text, Side.FIRST);
                case "relation.side" -> Functions.text("history.side." + text);
                case "contact.emailState" -> Functions.text("contact.emailState." + text);
                case "contact.main",
                        "contact.active",
                        "contact.default.BILLING",
                        "contact.default.DELIVERY",
                        "contact.default.FOLLOW_UP",
                        "contact.default.LEGAL" -> Functions.text("true".equals(text) ? "tier.yes" : "tier.no");
                default -> text.matches("\\d{4}-\\d\\d-\\d\\d")
                        ? Functions.date(LocalDate.parse(text))
                        : labels.value(field, text);
            };
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** @return the name of a tier; empty when it is gone or not the user's to see */
    public Optional<String> tier(String id) {
        return names.computeIfAbsent(id, key -> {
            try {
                return Optional.of(tiers.get(Long.parseLong(key)).name());
            } catch (BusinessException | NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    String relationType(String code, Side side) {
        return relationTypes.all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map(type -> type.label(Faces.getLocale().getLanguage(), side))
                .orElse(code);
    }

    private static Optional<String> first(String... keys) {
        return Stream.of(keys)
                .map(Functions::text)
                .filter(text -> !text.startsWith("???"))
                .findFirst();
    }
}
