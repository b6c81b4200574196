package fr.tiers.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts and dates as the reader of a mail expects them: {@code 1 234,56 €} in French, {@code €1,234.56} in English. */
public final class MailFormat {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final char NARROW_SPACE = '\u202f';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale locale;

    private MailFormat(Locale locale) {
        this.locale = locale;
    }

    /** @param language fr or en; anything else reads as French, like the templates */
    public static MailFormat of(String language) {
        return new MailFormat("en".equals(language) ? Locale.UK : Locale.FRANCE);
    }

    /** @param currency ISO 4217 code */
    public String amount(BigDecimal amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        try {
            format.setCurrency(Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            return NumberFormat.getInstance(locale).format(amount) + NO_BREAK_SPACE + currency;
        }
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        // Many mail readers show the narrow space of newer locale data as a box.
        return format.format(amount).replace(NARROW_SPACE, NO_BREAK_SPACE);
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }
}
