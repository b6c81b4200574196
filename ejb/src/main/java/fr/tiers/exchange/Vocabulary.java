package fr.tiers.exchange;

import fr.tiers.kernel.Db;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.MergedTiers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What words of a file stand for in this house, read once for a block of rows: types, users, units, companies, agencies by code or name. */
final class Vocabulary {

    private final Db db;
    private final Organisation organisation;
    private final AssignableUsers users;
    private final Map<TargetField.Kind, Map<String, String>> read = new HashMap<>();

    Vocabulary(Db db, Organisation organisation, AssignableUsers users) {
        this.db = db;
        this.organisation = organisation;
        this.users = users;
    }

    /** @return the code; the text itself when nobody is called that, for the rules to refuse it */
    String code(TargetField.Kind kind, String text) {
        return words(kind).getOrDefault(Words.plain(text), text);
    }

    /** @return the key of what a custom field leads to: a tier by its code, a user by login or name */
    Object key(String target, String text) {
        if ("USER".equals(target)) {
            return code(TargetField.Kind.OWNER, text);
        }
        if ("TIER".equals(target)) {
            return db.call(handle -> handle.createQuery(MergedTiers.BY_CODE)
                            .bind("code", text.toUpperCase(Locale.ROOT))
                            .mapTo(Long.class)
                            .findOne())
                    .map(Object.class::cast)
                    .orElse(text);
        }
        return text;
    }

    private Map<String, String> words(TargetField.Kind kind) {
        return read.computeIfAbsent(kind, this::load);
    }

    private Map<String, String> load(TargetField.Kind kind) {
        var words = new HashMap<String, String>();
        switch (kind) {
            case TYPES -> types(words);
            case OWNER -> users.names().forEach(user -> put(words, user.login(), user.displayName()));
            case SALES_UNIT -> organisation.salesUnits().forEach(unit -> put(words, unit.code(), unit.name()));
            case COMPANIES -> organisation.companies().forEach(each -> put(words, each.code(), each.name()));
            case AGENCIES -> organisation.agencies().forEach(each -> put(words, each.code(), each.name()));
            default -> throw new IllegalArgumentException(kind + " has no words");
        }
        return words;
    }

    private void types(Map<String, String> words) {
        db.run(handle -> handle.createQuery("select code, label_fr, label_en from tier_type order by position, code")
                .map((row, context) -> {
                    put(words, row.getString("code"), row.getString("label_fr"));
                    put(words, row.getString("code"), row.getString("label_en"));
                    return row.getString("code");
                })
                .list());
    }

    /** A code is stronger than a name. */
    private static void put(Map<String, String> words, String code, String name) {
        words.put(Words.plain(code), code);
        words.putIfAbsent(Words.plain(name), code);
    }
}
