package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldOption;
import fr.tiers.customfield.FieldType;
import fr.tiers.shell.web.Formats;
import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;

/** One custom field in a form: what was typed, as text, and what the conditions say of it. */
public class FieldInput implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MANY = 100;
    private static final int OFFERED = 10;

    private final FieldDefinition field;
    private final boolean driver;
    private String text;
    private String currency = "EUR";
    private ArrayList<String> several = new ArrayList<>();
    private FieldPick pick;
    private ArrayList<FieldPick> picks = new ArrayList<>();
    private CustomFields.State state = new CustomFields.State(true, false, false);
    private String above;
    private String error;

    /** @param driver whether others depend on it */
    FieldInput(FieldDefinition field, boolean driver, Object value) {
        this.field = field;
        this.driver = driver;
        take(value);
    }

    private void take(Object value) {
        if (value == null) {
            return;
        }
        if (isSearched()) {
            var keys = value instanceof Collection<?> list ? list : List.of(value);
            keys.forEach(key -> picks.add(new FieldPick(String.valueOf(key), labelOf(key))));
            pick = picks.isEmpty() ? null : picks.get(0);
        } else if (field.type().isSeveral()) {
            var keys = value instanceof Collection<?> list ? list : List.of(value);
            keys.forEach(each -> several.add(String.valueOf(each)));
        } else if (field.type() == FieldType.AMOUNT && value instanceof Map<?, ?> amount) {
            text = CustomFields.text(amount.get("amount")).replace('.', ',');
            currency = String.valueOf(amount.get("currency"));
        } else if (field.type() == FieldType.DATETIME) {
            text = local(value.toString());
        } else if (field.type() == FieldType.DURATION && value instanceof Number minutes) {
            text = minutes.longValue() / 60 + ":" + "%02d".formatted(minutes.longValue() % 60);
        } else if (field.type() == FieldType.DECIMAL) {
            text = CustomFields.text(value).replace('.', ',');
        } else {
            text = CustomFields.text(value);
        }
    }

    private static String local(String iso) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(iso), Formats.ZONE)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** As the check of values reads it; null for nothing. */
    Object raw() {
        if (isSearched()) {
            if (field.type().isSeveral()) {
                return picks.isEmpty()
                        ? null
                        : picks.stream()
                                .filter(Objects::nonNull)
                                .map(FieldPick::key)
                                .toList();
            }
            return pick == null ? null : pick.key();
        }
        if (field.type().isSeveral()) {
            return several.isEmpty() ? null : List.copyOf(several);
        }
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (field.type()) {
            case AMOUNT -> amount();
            case DATETIME -> moment();
            case DURATION -> minutes();
            default -> text;
        };
    }

    private Object amount() {
        var amount = new LinkedHashMap<String, Object>();
        amount.put("amount", text);
        amount.put(
                "currency",
                currency == null || currency.isBlank()
                        ? "EUR"
                        : currency.strip().toUpperCase(Locale.ROOT));
        return amount;
    }

    private Object moment() {
        try {
            return LocalDateTime.parse(text.strip())
                    .atZone(Formats.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** 90, 1:30 and 1 h 30 are the same. */
    private Object minutes() {
        var match = java.util.regex.Pattern.compile("\\s*(\\d{1,6})\\s*[:hH]\\s*(\\d{1,2})?\\s*")
                .matcher(text);
        if (!match.matches()) {
            return text;
        }
        var rest = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return Long.parseLong(match.group(1)) * 60 + rest;
    }

    void decide(CustomFields.State decided, Object chosenAbove) {
        state = decided;
        above = chosenAbove == null ? null : chosenAbove.toString();
    }

    /** Which widget: line, area, choice, radio, several, pick, picks, amount, separator or computed. */
    public String getWidget() {
        return switch (field.type()) {
            case TEXT -> "area";
            case RADIO -> "radio";
            case SELECT, DEPENDENT_SELECT, BOOLEAN -> isSearched() ? "pick" : "choice";
            case MULTI_SELECT -> isSearched() ? "picks" : "several";
            case LINK -> "pick";
            case MULTI_LINK -> "picks";
            case AMOUNT -> "amount";
            case SEPARATOR -> "separator";
            case COMPUTED -> "computed";
            case RATING -> "choice";
            default -> "line";
        };
    }

    public String getHtmlType() {
        return switch (field.type()) {
            case DATE -> "date";
            case DATETIME -> "datetime-local";
            case EMAIL -> "email";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    public String getInputmode() {
        return switch (field.type()) {
            case INTEGER -> "numeric";
            case DECIMAL -> "decimal";
            case URL -> "url";
            default -> "text";
        };
    }

    public String getPlaceholder() {
        return switch (field.type()) {
            case GPS -> "48.8566, 2.3522";
            case DURATION -> "1:30";
            case URL -> "https://…";
            default -> "";
        };
    }

    private boolean isSearched() {
        return field.type().isLink()
                || field.type().hasOptions()
                        && field.type() != FieldType.RADIO
                        && field.options().size() > MANY;
    }

    private Stream<FieldOption> offered() {
        return field.options().stream()
                .filter(option -> option.active() || option.code().equals(text) || several.contains(option.code()))
                .filter(option -> field.type() != FieldType.DEPENDENT_SELECT || Objects.equals(option.parent(), above));
    }

    public List<SelectItem> getChoices() {
        if (field.type() == FieldType.BOOLEAN) {
            return List.of(
                    new SelectItem("true", fr.tiers.shell.web.Functions.text("tier.yes")),
                    new SelectItem("false", fr.tiers.shell.web.Functions.text("tier.no")));
        }
        if (field.type() == FieldType.RATING) {
            int most = field.max() == null ? 5 : field.max().intValue();
            return Stream.iterate(0, i -> i <= most, i -> i + 1)
                    .map(i -> new SelectItem(String.valueOf(i), "★".repeat(i) + "☆".repeat(most - i) + "  " + i))
                    .toList();
        }
        return offered()
                .map(option -> new SelectItem(option.code(), option.label(language())))
                .toList();
    }

    /** What fits the words typed: options of a long list, or tiers, or users. */
    public List<FieldPick> complete(String words) {
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
                .filter(option -> folded(option.label(language())).contains(wanted))
                .limit(OFFERED)
                .map(option -> new FieldPick(option.code(), option.label(language())))
                .toList();
    }

    private String labelOf(Object key) {
        if (field.type().isLink()) {
            return Beans.getReference(CustomFields.class)
                    .target(field.target())
                    .flatMap(target -> target.label(key))
                    .orElse("—");
        }
        return field.options().stream()
                .filter(option -> option.code().equals(key))
                .map(option -> option.label(language()))
                .findFirst()
                .orElse(String.valueOf(key));
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String language() {
        return Faces.getLocale().getLanguage();
    }

    public String getCode() {
        return field.code();
    }

    public FieldDefinition getField() {
        return field;
    }

    public String getLabel() {
        return field.label(language()) + (state.required() ? " *" : "");
    }

    public String getHelp() {
        return field.help(language());
    }

    public boolean isVisible() {
        return state.visible();
    }

    public boolean isReadOnly() {
        return state.readOnly();
    }

    public boolean isDriver() {
        return driver;
    }

    public String getError() {
        return error;
    }

    void setError(String error) {
        this.error = error;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public List<String> getSeveral() {
        return several;
    }

    public void setSeveral(List<String> several) {
        this.several = several == null ? new ArrayList<>() : new ArrayList<>(several);
    }

    public FieldPick getPick() {
        return pick;
    }

    public void setPick(FieldPick pick) {
        this.pick = pick;
    }

    public List<FieldPick> getPicks() {
        return picks;
    }

    public void setPicks(List<FieldPick> picks) {
        this.picks = picks == null ? new ArrayList<>() : new ArrayList<>(picks);
    }
}
