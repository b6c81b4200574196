package fr.tiers.tier;

import fr.tiers.customfield.CustomFields;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of {@link TierData} by name, those of the address as {@code address.city}: what comparing two versions, the change log and
 * the rules of length need. Read from the bean itself, so that no field can be forgotten here.
 */
public final class TierFields {

    /** The whole of the address and of the custom values, and the older way to say which kind: told by other fields. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("address", "individual", "custom");

    private static final String CUSTOM = "custom.";

    private static final Map<String, Field> ALL = all();

    private TierFields() {}

    private record Field(PropertyDescriptor property, Function<TierData, Object> owner) {}

    private static Map<String, Field> all() {
        var fields = new LinkedHashMap<String, Field>();
        for (var property : properties(TierData.class)) {
            if (!TOLD_OTHERWISE.contains(property.getName())) {
                fields.put(property.getName(), new Field(property, data -> data));
            }
        }
        for (var property : properties(AddressData.class)) {
            fields.put("address." + property.getName(), new Field(property, TierData::getAddress));
        }
        return fields;
    }

    private static PropertyDescriptor[] properties(Class<?> type) {
        try {
            return Stream.of(Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors())
                    .toArray(PropertyDescriptor[]::new);
        } catch (IntrospectionException e) {
            throw new IllegalStateException(type + " is no bean", e);
        }
    }

    public static Set<String> names() {
        return ALL.keySet();
    }

    /** All names, and {@code custom.<code>} for each custom value of either. */
    public static Set<String> names(TierData one, TierData other) {
        var names = new LinkedHashSet<>(ALL.keySet());
        one.getCustom().keySet().forEach(code -> names.add(CUSTOM + code));
        other.getCustom().keySet().forEach(code -> names.add(CUSTOM + code));
        return names;
    }

    /** @return as text, so that 1200 and 1200.00 are the same; empty for nothing */
    public static String text(TierData data, String name) {
        if (name.startsWith(CUSTOM)) {
            return CustomFields.text(data.getCustom().get(name.substring(CUSTOM.length())));
        }
        return text(value(data, name));
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(TierFields::text).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    public static void copy(String name, TierData from, TierData to) {
        if (name.startsWith(CUSTOM)) {
            var code = name.substring(CUSTOM.length());
            to.getCustom().put(code, from.getCustom().get(code));
            return;
        }
        set(name, to, value(from, name));
    }

    /** The same again: the service tidies what it is given, and a form must stay as it was typed. */
    public static TierData copyOf(TierData data) {
        var copy = new TierData();
        ALL.keySet().forEach(name -> copy(name, data, copy));
        copy.setCustom(data.getCustom());
        return copy;
    }

    /** @param value of the type that the field has */
    public static void set(String name, TierData data, Object value) {
        var field = ALL.get(name);
        invoke(() -> field.property().getWriteMethod().invoke(field.owner().apply(data), value));
    }

    /** Every field as text, for the change log. */
    static Map<String, String> values(TierData data) {
        return ALL.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> text(data, name), (one, other) -> one, LinkedHashMap::new));
    }

    /** The fields that were typed as text, empty ones left out. */
    static Map<String, String> texts(TierData data) {
        var texts = new LinkedHashMap<String, String>();
        ALL.keySet().forEach(name -> {
            if (value(data, name) instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private static Object value(TierData data, String name) {
        var field = ALL.get(name);
        return invoke(
                () -> field.property().getReadMethod().invoke(field.owner().apply(data)));
    }

    private interface Call {
        Object run() throws InvocationTargetException, IllegalAccessException;
    }

    private static Object invoke(Call call) {
        try {
            return call.run();
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("A field of a tier cannot be reached", e);
        }
    }
}
