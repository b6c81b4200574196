package fr.tiers.tier.web;

import fr.tiers.tier.AddressData;
import fr.tiers.tier.TierData;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of {@link TierData} by name, those of the address as {@code address.city}: what a conflict needs to compare two versions and
 * to take one field of the other. Read from the bean itself, so that no field can be forgotten here.
 */
final class TierFields {

    private static final Map<String, Field> ALL = all();

    private TierFields() {}

    private record Field(PropertyDescriptor property, Function<TierData, Object> owner) {}

    private static Map<String, Field> all() {
        var fields = new LinkedHashMap<String, Field>();
        for (var property : properties(TierData.class)) {
            if (!"address".equals(property.getName())) {
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

    static Iterable<String> names() {
        return ALL.keySet();
    }

    /** @return as text, so that 1200 and 1200.00 are the same; empty for nothing */
    static String text(TierData data, String name) {
        var value = value(data, name);
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    static void copy(String name, TierData from, TierData to) {
        var field = ALL.get(name);
        invoke(() -> field.property().getWriteMethod().invoke(field.owner().apply(to), value(from, name)));
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
