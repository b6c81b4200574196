package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One custom field in a form: what was typed, as text, and what the conditions say of it. */
public class FieldInput implements Serializable {

    private static final long serialVersionUID = 1L;

    private FieldDefinition field;
    private final boolean driver;
    private String text;
    private String currency = "EUR";
    private ArrayList<String> several = new ArrayList<>();
    private FieldPick pick;
    private ArrayList<FieldPick> picks = new ArrayList<>();
    private CustomFields.State state = new CustomFields.State(true, false, false);
    private String above;
    private String error;
    private boolean retired;

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
        if (FieldWidget.isSearched(field)) {
            var keys = value instanceof Collection<?> list ? list : List.of(value);
            keys.forEach(key -> picks.add(new FieldPick(String.valueOf(key), FieldChoices.labelOf(field, key))));
            pick = picks.isEmpty() ? null : picks.get(0);
        } else if (field.type().isSeveral()) {
            var keys = value instanceof Collection<?> list ? list : List.of(value);
            keys.forEach(each -> several.add(String.valueOf(each)));
        } else {
            text = TypedText.of(field.type(), value);
            currency = value instanceof Map<?, ?> amount ? String.valueOf(amount.get("currency")) : currency;
        }
    }

    /** As the check of values reads it; null for nothing. */
    Object raw() {
        if (FieldWidget.isSearched(field)) {
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
        return TypedText.read(field.type(), text, currency);
    }

    /** The definition has changed since the form was opened. */
    void renew(FieldDefinition now) {
        if (now.type() == field.type()) {
            field = now;
        }
    }

    /** Nobody fills it in any more; what was typed stays to be read. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    void decide(CustomFields.State decided, Object chosenAbove) {
        state = decided;
        above = chosenAbove == null ? null : chosenAbove.toString();
    }

    public String getWidget() {
        return FieldWidget.of(field);
    }

    public String getHtmlType() {
        return FieldWidget.htmlType(field);
    }

    public String getInputmode() {
        return FieldWidget.inputmode(field);
    }

    public String getPlaceholder() {
        return FieldWidget.placeholder(field);
    }

    private FieldChoices choices() {
        var chosen = new ArrayList<>(several);
        if (text != null) {
            chosen.add(text);
        }
        return new FieldChoices(field, above, chosen);
    }

    /** Name of the file that is chosen; null for none. */
    public String getFileName() {
        return text == null || text.isBlank() ? null : FieldChoices.labelOf(field, text);
    }

    public List<SelectItem> getChoices() {
        return choices().items();
    }

    /** What fits the words typed: options of a long list, or tiers, or users. */
    public List<FieldPick> complete(String words) {
        return choices().complete(words);
    }

    public String getCode() {
        return field.code();
    }

    public FieldDefinition getField() {
        return field;
    }

    public String getLabel() {
        return field.label(FieldWords.language()) + (state.required() ? " *" : "");
    }

    public String getHelp() {
        return field.help(FieldWords.language());
    }

    public boolean isVisible() {
        return state.visible();
    }

    public boolean isReadOnly() {
        return retired || state.readOnly();
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
