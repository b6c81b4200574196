package fr.tiers.exchange;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** @return the ids; two are enough to know that the key is not one */
    List<Long> find(List<TargetField> keys, RowCells cells, Vocabulary words) {
        if (keys.isEmpty() || isBlank(keys, cells)) {
            return List.of();
        }
        var values = new LinkedHashMap<String, Object>();
        var conditions = keys.stream()
                .map(key -> condition(key, cells.text(key.name()), words, values))
                .collect(Collectors.joining(" and "));
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery("select t.id from tier t where " + conditions + " and "
                        + visibility.predicate("t") + " order by t.id limit 2"))
                .bindMap(values)
                .mapTo(Long.class)
                .list());
    }

    private static String condition(TargetField key, String text, Vocabulary words, Map<String, Object> values) {
        var name = "key" + values.size();
        if (key.custom() != null) {
            var field = key.custom().definition();
            var value = CustomFields.tidy(
                    field, CustomTexts.value(field, text, each -> words.key(field.target(), each)), null);
            values.put(name, FieldJson.write(Map.of(field.code(), value)));
            return "t.custom @> cast(:" + name + " as jsonb)";
        }
        values.put(name, plain(key.name(), text));
        var value = ":" + name;
        return switch (key.name()) {
            case "id" -> text.matches("\\d{1,18}") ? "t.id = cast(" + value + " as bigint)" : "false";
                // an older file knows the code of a tier that has become a part of this one
            case "code" -> "(t.code in (%1$s, upper(%1$s)) or t.id in (select f.tier_id from tier_former_code f where f.kind = 'MERGED' and f.code in (%1$s, upper(%1$s))))"
                    .formatted(value);
            case "formerCode" -> "exists (select 1 from tier_former_code f where f.tier_id = t.id and f.code in ("
                    + value + ", upper(" + value + ")))";
            case "siret" -> "t.siret = " + value;
            case "siren" -> "t.siren = " + value;
            case "vatNumber" -> "t.vat_number = " + value;
            case "email" -> "(lower(t.email) = " + value
                    + " or exists (select 1 from tier_other_email e where e.tier_id = t.id and lower(e.email) = "
                    + value + "))";
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
