package fr.tiers.tier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes new tiers with one statement, their score with them: each change of a row would cost as much as the row itself, as many indexes as the
 * table has. Columns are read from the entity, so none can be forgotten here.
 */
@ApplicationScoped
public class TierInsert {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEQUENCE_STEP = 50;
    private static final Map<String, List<Field>> COLUMNS = columns();

    private final Db db;
    private final Clock clock;
    private final StartingScore score;

    protected TierInsert() {
        this(null, null, null);
    }

    @Inject
    public TierInsert(Db db, Clock clock, StartingScore score) {
        this.db = db;
        this.clock = clock;
        this.score = score;
    }

    private static Map<String, List<Field>> columns() {
        var columns = new LinkedHashMap<String, List<Field>>();
        for (var field : stored(Tier.class)) {
            if (field.isAnnotationPresent(Embedded.class)) {
                stored(MainAddress.class).forEach(part -> columns.put(name(part), List.of(field, part)));
            } else {
                columns.put(name(field), List.of(field));
            }
        }
        return columns;
    }

    private static List<Field> stored(Class<?> entity) {
        return List.of(entity.getDeclaredFields()).stream()
                // what the provider weaves in has an underscore
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.getName().startsWith("_")
                        && !field.isAnnotationPresent(ElementCollection.class))
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static String name(Field field) {
        var column = field.getAnnotation(Column.class);
        return column == null ? field.getName() : column.name();
    }

    /** @return as many numbers for new tiers */
    List<Long> ids(int many) {
        var ids = new ArrayList<Long>();
        var blocks = db.call(handle -> handle.createQuery("select nextval('tier_seq') from generate_series(1, :blocks)")
                .bind("blocks", (many + SEQUENCE_STEP - 1) / SEQUENCE_STEP)
                .mapTo(Long.class)
                .list());
        for (long last : blocks) {
            for (long id = last - SEQUENCE_STEP + 1; id <= last && ids.size() < many; id++) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * What a new tier is written with.
     *
     * @param custom as it is to be kept
     */
    record Row(long id, Tier tier, Map<String, Object> custom) {}

    /** Their types have to be there already: what a tier is worth depends on them. */
    void insert(List<Row> rows) {
        var columns =
                COLUMNS.keySet().stream().filter(name -> !"id".equals(name)).collect(Collectors.joining(", "));
        db.run(handle -> handle.createUpdate(
                        """
                        with written as materialized (select * from jsonb_populate_recordset(null::tier, cast(:rows as jsonb)))
                        insert into tier (id, %1$s, custom, quality, quality_max)
                        select w.id, %2$s, w.custom, s.score, s.max from written w join (%3$s) s on s.id = w.id order by w.id
                        """
                                .formatted(
                                        columns,
                                        "w." + columns.replace(", ", ", w."),
                                        score.of("(select * from written) t")))
                .bind("rows", json(rows.stream().map(TierInsert::values).toList()))
                .bind("today", LocalDate.now(clock))
                .bind("now", clock.instant())
                .execute());
    }

    private static Map<String, Object> values(Row row) {
        var values = new LinkedHashMap<String, Object>();
        COLUMNS.forEach((name, path) -> {
            Object value = row.tier();
            for (var field : path) {
                value = read(field, value);
            }
            if (value != null) {
                values.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
            }
        });
        values.put("id", row.id());
        values.put("custom", row.custom());
        return values;
    }

    private static Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A tier's " + field.getName() + " cannot be read", e);
        }
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tier that is no JSON", e);
        }
    }
}
