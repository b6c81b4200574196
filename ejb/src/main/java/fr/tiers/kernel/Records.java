package fr.tiers.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Copies of records with many components, without listing all their names once more for each copy. */
public final class Records {

    private Records() {}

    /**
     * The same with another value of one component.
     *
     * @throws IllegalArgumentException when there is no such component
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, String component, Object value) {
        if (Stream.of(record.getClass().getRecordComponents())
                .noneMatch(each -> each.getName().equals(component))) {
            throw new IllegalArgumentException(record.getClass() + " has no " + component);
        }
        return (R) make(record.getClass(), each -> each.getName().equals(component) ? value : read(each, record));
    }

    /**
     * A record of another type from the components of the same names.
     *
     * @throws IllegalArgumentException when one of them is missing in the original
     */
    public static <R extends Record> R like(Record original, Class<R> type) {
        return make(type, wanted -> Stream.of(original.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(wanted.getName()))
                .findFirst()
                .map(each -> new Object[] {read(each, original)})
                .orElseThrow(() -> new IllegalArgumentException(
                        original.getClass() + " has no " + wanted.getName() + " for " + type))[0]);
    }

    private static <R> R make(Class<R> type, Function<RecordComponent, Object> values) {
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var arguments = Stream.of(components).map(values).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
