package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Position in a list sorted by date and id, newest first. */
record DateIdCursor(LocalDate date, long id) {

    private static final DateIdCursor START = new DateIdCursor(LocalDate.of(9999, 12, 31), Long.MAX_VALUE);

    /** @throws BusinessException INVALID for what we have not handed out ourselves */
    static DateIdCursor parse(String text) {
        if (text == null) {
            return START;
        }
        try {
            var separator = text.indexOf('_');
            return new DateIdCursor(
                    LocalDate.parse(text.substring(0, separator)), Long.parseLong(text.substring(separator + 1)));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
    }

    @Override
    public String toString() {
        return date + "_" + id;
    }
}
