package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldStates;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.kernel.web.Texts;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFieldOwner;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The custom fields of one object in a form. Conditions are evaluated by the class that checks the save, so both always agree. */
public class FieldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<CustomField> fields;
    private final ArrayList<FieldInput> inputs = new ArrayList<>();
    private final LinkedHashMap<String, Object> others = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> before;
    private final Long id;

    /**
     * @param id of the object; null for a new one
     * @param before its values as they are kept
     * @param values what the form starts with
     */
    public FieldForm(List<CustomField> fields, Long id, Map<String, Object> before, Map<String, Object> values) {
        this.fields = new ArrayList<>(fields);
        this.id = id;
        this.before = new LinkedHashMap<>(before);
        others.putAll(values);
        var drivers = drivers(fields);
        for (var field : fields) {
            inputs.add(new FieldInput(field.definition(), drivers.contains(field.code()), values.get(field.code())));
            others.remove(field.code());
        }
    }

    private static Set<String> drivers(List<CustomField> fields) {
        var drivers = new HashSet<String>();
        for (var field : fields) {
            var definition = field.definition();
            if (definition.dependsOn() != null) {
                drivers.add(definition.dependsOn());
            }
            Stream.of(definition.visible(), definition.requiredWhen(), definition.readOnlyWhen())
                    .filter(java.util.Objects::nonNull)
                    .flatMap(condition -> condition.fields().stream())
                    .filter(name -> name.startsWith("custom."))
                    .forEach(name -> drivers.add(name.substring("custom.".length())));
        }
        return drivers;
    }

    /** @param facts the object's own fields */
    public void refresh(Map<String, Object> facts) {
        var decided = FieldStates.ofTyped(fields, new CustomFields.Context(id, facts, before), values());
        for (var input : inputs) {
            input.decide(
                    decided.state(input.getCode()),
                    decided.values().get(input.getField().dependsOn()));
        }
    }

    /** What was typed, in the form it is kept in where it can be read, with explicit nulls for what was emptied; values of fields that are not shown go along. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>(others);
        for (var input : inputs) {
            if (input.getField().type().stores()) {
                var kept = before.get(input.getCode());
                values.put(
                        input.getCode(),
                        input.isRetired() ? kept : CustomFields.tidy(input.getField(), input.raw(), kept));
            }
        }
        return values;
    }

    /** The inputs of a part of the form that are to be seen. */
    public List<FieldInput> in(String block) {
        return inputs.stream()
                .filter(input -> input.getField().block().equals(block) && input.isVisible())
                .filter(input -> input.getField().type() != FieldType.COMPUTED)
                .toList();
    }

    /** Null for a new object. */
    public Long getOwnerId() {
        return id;
    }

    /** All inputs that are to be seen. */
    public List<FieldInput> getAll() {
        return inputs.stream().filter(FieldInput::isVisible).toList();
    }

    /**
     * Says what was refused of the custom fields, above the page and beneath each input; a field that was taken out of use meanwhile is
     * left aside from now on.
     *
     * @return what was refused of anything else
     */
    public Optional<BusinessException> show(BusinessException refusal) {
        var now = Beans.getReference(CustomFields.class).of(TierFieldOwner.OBJECT);
        var rest = new ArrayList<>(refusal.violations());
        for (var input : inputs) {
            input.setError(null);
            now.stream()
                    .filter(field -> field.code().equals(input.getCode()))
                    .forEach(field -> input.renew(field.definition()));
            for (var violation : refusal.violations()) {
                if (violation.field().equals(input.getField().name())) {
                    rest.remove(violation);
                    show(input, violation);
                }
            }
        }
        return rest.isEmpty() && !refusal.violations().isEmpty()
                ? Optional.empty()
                : Optional.of(refusal.violations().isEmpty() ? refusal : BusinessException.invalid(rest));
    }

    private static void show(FieldInput input, Violation violation) {
        var text =
                Beans.getReference(Texts.class).violation(violation.code(), violation.arguments(), Faces.getLocale());
        input.setError(text);
        if ("field-inactive".equals(violation.code())) {
            input.retire();
        }
        Messages.addGlobalError(
                Functions.text2("customfield.refused", input.getField().label(FieldWords.language()), text));
    }
}
