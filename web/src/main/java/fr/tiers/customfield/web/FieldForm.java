package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.kernel.web.Texts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final ArrayList<FieldInput> inputs = new ArrayList<>();
    private final LinkedHashMap<String, Object> others = new LinkedHashMap<>();
    /** Names that conditions look at. */
    private final HashSet<String> drivers;

    public FieldForm(List<CustomField> fields, Map<String, Object> values) {
        others.putAll(values);
        drivers = drivers(fields);
        for (var field : fields) {
            inputs.add(new FieldInput(
                    field.definition(), drivers.contains(field.definition().name()), values.get(field.code())));
            others.remove(field.code());
        }
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
        var values = values();
        var known = CustomFields.facts(new CustomFields.Context(null, facts, Map.of()), values);
        for (var input : inputs) {
            input.decide(
                    CustomFields.state(input.getField(), known),
                    values.get(input.getField().dependsOn()));
        }
    }

    /** What was typed, with explicit nulls for what was emptied; values of fields that are not shown go along. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>(others);
        for (var input : inputs) {
            if (input.getField().type() != FieldType.SEPARATOR
                    && input.getField().type() != FieldType.COMPUTED) {
                values.put(input.getCode(), input.raw());
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

    /** All inputs that are to be seen. */
    public List<FieldInput> getAll() {
        return inputs.stream().filter(FieldInput::isVisible).toList();
    }

    /** Runs a save; what is refused of custom fields is shown beneath their inputs, and goes on to whoever shows the rest. */
    public void watch(Runnable save) {
        var refusal = Refusals.refusalOf(save);
        if (refusal.isPresent()) {
            show(refusal.get());
            throw refusal.get();
        }
    }

    /** Puts what was refused beneath its input. */
    public void show(BusinessException refusal) {
        var texts = Beans.getReference(Texts.class);
        var errors = new HashMap<String, String>();
        refusal.violations()
                .forEach(violation -> errors.put(
                        violation.field(),
                        texts.violation(violation.code(), violation.arguments(), Faces.getLocale())));
        inputs.forEach(input -> input.setError(errors.get(input.getField().name())));
    }
}
