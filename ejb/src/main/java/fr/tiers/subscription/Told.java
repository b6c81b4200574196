package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What one notification says.
 *
 * @param arguments of the latest happening
 * @param times how many it speaks of
 * @param spread whether they are about several tiers
 * @param changed how many fields they changed altogether
 */
record Told(HappeningCode code, List<String> arguments, int times, boolean spread, int changed) {

    /** From columns code, arguments, times, spread, changed. */
    static Told of(ResultSet row) throws SQLException {
        return new Told(
                HappeningCode.valueOf(row.getString("code")),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getInt("times"),
                row.getBoolean("spread"),
                row.getInt("changed"));
    }

    String words(String language) {
        boolean english = "en".equals(language);
        if (spread) {
            return code.label(language)
                    + (english ? ", %d times at several tiers" : ", %d fois chez plusieurs tiers").formatted(times);
        }
        if (changed > 0) {
            return code.label(language) + fields(english);
        }
        var words = code.words(language, arguments);
        if (times == 1) {
            return words;
        }
        if (arguments.isEmpty()) {
            return words + (english ? ", %d times" : ", %d fois").formatted(times);
        }
        int others = times - 1;
        return words + (english ? " and %d other%s" : " et %d autre%s").formatted(others, others == 1 ? "" : "s");
    }

    private String fields(boolean english) {
        var plural = changed == 1 ? "" : "s";
        return (english ? ": %d field%s" : " : %d champ%s").formatted(changed, plural);
    }
}
