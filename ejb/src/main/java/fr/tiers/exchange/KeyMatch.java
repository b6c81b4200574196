package fr.tiers.exchange;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which tier a row is about: among those that the caller sees, all keys together. An empty key finds nothing. */
@ApplicationScoped
public class KeyMatch {

    private final Db db;
    private final Callers callers;

    protected KeyMatch() {
        this(null, null);
    }

    @Inject
    public KeyMatch(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** Whether a key of the row says nothing. */
    static boolean isBlank(List<TargetField> keys, RowCells cells) {
        return keys.stream().anyMatch(key -> cells.text(key.name()).isEmpty());
    }

    /** @return for each row the ids; two are enough to know that the key is not one */
    List<List<Long>> find(List<TargetField> keys, List<RowCells> rows, Vocabulary words) {
        var found = new ArrayList<List<Long>>();
        rows.forEach(row -> found.add(List.of()));
        var places = IntStream.range(0, rows.size())
                .filter(place -> !keys.isEmpty() && !isBlank(keys, rows.get(place)))
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return found;
        }
        var conditions = IntStream.range(0, keys.size())
                .mapToObj(i -> condition(keys.get(i), "k.key" + i))
                .collect(Collectors.joining(" and "));
        var names = IntStream.range(0, keys.size()).mapToObj(i -> "key" + i).collect(Collectors.joining(", "));
        var visibility = Visibility.of(callers.current());
        // an array and no limit: a limit would lead the planner to read the table from its beginning
        var sql =
                """
                select k.place, (select array_agg(t.id order by t.id) from tier t where %s and %s) as ids
                from unnest(:places, %s) as k (place, %s)
                """
                        .formatted(conditions, visibility.predicate("t"), ":" + names.replace(", ", ", :"), names);
        db.run(handle -> {
            var query = visibility.bind(handle.createQuery(sql)).bindArray("places", Integer.class, places);
            for (int i = 0; i < keys.size(); i++) {
                var key = keys.get(i);
                query.bindArray(
                        "key" + i,
                        String.class,
                        places.stream()
                                .map(place -> value(key, rows.get(place).text(key.name()), words))
                                .toList());
            }
            query.map((row, context) -> {
                        var ids = row.getArray("ids");
                        return found.set(
                                row.getInt("place"), ids == null ? List.of() : firstTwo((Long[]) ids.getArray()));
                    })
                    .list();
        });
        return found;
    }

    private static List<Long> firstTwo(Long[] ids) {
        return List.of(ids).subList(0, Math.min(2, ids.length));
    }

    private static String value(TargetField key, String text, Vocabulary words) {
        if (key.custom() != null) {
            var field = key.custom().definition();
            var value = CustomFields.tidy(
                    field, CustomTexts.value(field, text, each -> words.key(field.target(), each)), null);
            return FieldJson.write(Map.of(field.code(), value));
        }
        var plain = plain(key.name(), text);
        return "id".equals(key.name()) && !plain.matches("\\d{1,18}") ? "-1" : plain;
    }

    /** @param value SQL of the text that is looked for */
    private static String condition(TargetField key, String value) {
        if (key.custom() != null) {
            return "t.custom @> cast(" + value + " as jsonb)";
        }
        return switch (key.name()) {
            case "id" -> "t.id = cast(" + value + " as bigint)";
                // an older file knows the code of a tier that has become a part of this one
            case "code" -> "(t.code in (%1$s, upper(%1$s)) or t.id in (select f.tier_id from tier_former_code f where f.kind = 'MERGED' and f.code in (%1$s, upper(%1$s))))"
                    .formatted(value);
            case "formerCode" -> "t.id in (select f.tier_id from tier_former_code f where f.code in (" + value
                    + ", upper(" + value + ")))";
            case "siret" -> "t.siret = " + value;
            case "siren" -> "t.siren = " + value;
            case "vatNumber" -> "t.vat_number = " + value;
            case "email" -> "(lower(t.email) = " + value
                    + " or t.id in (select e.tier_id from tier_other_email e where lower(e.email) = " + value + "))";
            default -> throw new IllegalArgumentException(key.name() + " is no key");
        };
    }

    /** A key in the form in which two ways to write it are the same. */
    static String plain(String field, String text) {
        return switch (field) {
            case "siret" -> CellTexts.siret(text);
            case "siren" -> CellTexts.siren(text);
            case "vatNumber" -> text.replaceAll("\\s", "");
            case "email" -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }
}
