package fr.tiers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What only one row of a file may say; the first row that says it has it. */
final class Claims {

    /** Of the tier that the row is about. */
    static final String KEY = "key:";

    /** Of what a new tier has for itself: counts only where a tier is created. */
    private static final List<String> OF_NEW = List.of("siret", "code");

    private Claims() {}

    static List<String> of(List<TargetField> fields, List<TargetField> keys, RowCells cells) {
        var claims = new ArrayList<String>();
        if (!keys.isEmpty() && !KeyMatch.isBlank(keys, cells)) {
            var texts = keys.stream().map(key -> plain(key.name(), cells)).toList();
            claims.add(KEY + String.join("\u001f", texts));
        }
        for (var field : fields) {
            boolean own = OF_NEW.contains(field.name()) || field.isUniqueCustom();
            if (own && !cells.text(field.name()).isEmpty()) {
                claims.add(field.name() + ':' + plain(field.name(), cells));
            }
        }
        return claims;
    }

    private static String plain(String field, RowCells cells) {
        return KeyMatch.plain(field, cells.text(field)).toLowerCase(Locale.ROOT);
    }
}
