package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldStates;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.kernel.web.Texts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;

/** The custom fields of one object in a form. Conditions are evaluated by the class that checks the save, so both always agree. */
public class FieldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<CustomField> fields;
    private final ArrayList<FieldInput> inputs = new ArrayList<>();
    private final LinkedHashMap<String, Object> others = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> before;
    private final Long id;
    /** Names that conditions look at. */
    private final HashSet<String> drivers;

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
        drivers = drivers(fields);
        for (var field : fields) {
            inputs.add(new FieldInput(
                    field.definition(), drivers.contains(field.definition().name()), values.get(field.code())));
            others.remove(field.code());
        }
    }

    /** @param values as they are kept, or the defaults of a new object */
    public FieldForm(List<CustomField> fields, Map<String, Object> values) {
        this(fields, null, values, values);
    }

    private static HashSet<String> drivers(List<CustomField> fields) {
        var drivers = new HashSet<String>();
        for (var field : fields) {
            var definition = field.definition();
            if (definition.dependsOn() != null) {
                drivers.add(FieldFilter.PREFIX + definition.dependsOn());
            }
            Stream.of(definition.visible(), definition.requiredWhen(), definition.readOnlyWhen())
                    .filter(Objects::nonNull)
                    .forEach(condition -> drivers.addAll(condition.fields()));
        }
        return drivers;
    }

    /** Whether a condition looks at one of the object's own fields: then its input has to say when it changes. */
    public boolean asks(String fact) {
        return drivers.contains(fact);
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

    /** Whether a part of the form has inputs at all, to be seen or not. */
    public boolean has(String block) {
        return inputs.stream()
                .map(FieldInput::getField)
                .anyMatch(field -> field.block().equals(block) && field.type() != FieldType.COMPUTED);
    }

    /** Null for a new object. */
    public Long getOwnerId() {
        return id;
    }

    /** All inputs that are to be seen. */
    public List<FieldInput> getAll() {
        return inputs.stream().filter(FieldInput::isVisible).toList();
    }

    /** Runs a save; what is refused of custom fields is shown beneath their inputs, and goes on to whoever shows the rest. */
    public void watch(Runnable save) {
        var refusal = Refusals.refusalOf(save);
        if (refusal.isPresent()) {
            throw show(refusal.get());
        }
    }

    /**
     * Puts what was refused beneath its input. A field that was taken out of use meanwhile is left aside from now on; definitions that
     * have changed are the new ones.
     *
     * @return what is not shown beneath an input, custom fields called by their labels
     */
    public BusinessException show(BusinessException refusal) {
        inputs.forEach(input -> input.setError(null));
        renew();
        var rest = refusal.violations().stream()
                .flatMap(violation -> inputs.stream()
                        .filter(input -> input.getField().name().equals(violation.field()))
                        .findFirst()
                        .map(input -> refused(input, violation))
                        .orElse(Stream.of(violation)))
                .toList();
        return new BusinessException(
                refusal.kind(), refusal.code(), rest, refusal.arguments().toArray());
    }

    private static Stream<Violation> refused(FieldInput input, Violation violation) {
        input.setError(
                Beans.getReference(Texts.class).violation(violation.code(), violation.arguments(), Faces.getLocale()));
        boolean gone = "field-inactive".equals(violation.code());
        if (gone) {
            input.retire();
        }
        return input.isVisible() && !gone
                ? Stream.empty()
                : Stream.of(new Violation(
                        input.getField().label(FieldWords.language()),
                        violation.code(),
                        violation.arguments().toArray()));
    }

    private void renew() {
        if (!fields.isEmpty()) {
            var now = Beans.getReference(CustomFields.class)
                    .of(fields.get(0).definition().object());
            inputs.forEach(input -> now.stream()
                    .filter(field -> field.code().equals(input.getCode()))
                    .forEach(field -> input.renew(field.definition())));
        }
    }
}
