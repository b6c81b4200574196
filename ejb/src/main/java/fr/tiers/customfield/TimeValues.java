package fr.tiers.customfield;

import fr.tiers.customfield.FieldValues.Wrong;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Days and moments. */
final class TimeValues {

    private TimeValues() {}

    static Object date(Object raw) {
        try {
            var date = LocalDate.parse(String.valueOf(raw).strip());
            return inReach(date.getYear()) ? date.toString() : wrong();
        } catch (DateTimeException e) {
            return wrong();
        }
    }

    static Object moment(Object raw) {
        try {
            var text = String.valueOf(raw).strip();
            var moment = (text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant())
                    .truncatedTo(ChronoUnit.SECONDS);
            return inReach(moment.atOffset(ZoneOffset.UTC).getYear()) ? moment.toString() : wrong();
        } catch (DateTimeException e) {
            return wrong();
        }
    }

    /** Four digits, so that texts sort as dates do. */
    private static boolean inReach(int year) {
        return year >= 1000 && year <= 9999;
    }

    private static Object wrong() {
        throw new Wrong("wrong-type");
    }
}
