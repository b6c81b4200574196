package fr.tiers.receivable.web;

import fr.tiers.shell.web.Functions;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Amounts as people type or paste them: {@code 1 234,56}, {@code 1234.56}, {@code 1 234,56 €}. */
@FacesConverter("tiers.Amount")
public class AmountConverter implements Converter<BigDecimal> {

    @Override
    public BigDecimal getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var plain = plain(value);
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            var text = Functions.text1("receivable.amountUnreadable", value.strip());
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
        return new BigDecimal(plain);
    }

    /** Without blanks and currency, with a point; the last of comma and point is the decimal one. */
    static String plain(String value) {
        var text = value.replaceAll("[\\s\\u00a0\\u202f€]|EUR", "").replace('\u2212', '-');
        int decimal = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
        return decimal < 0
                ? text
                : text.substring(0, decimal).replaceAll("[.,]", "") + '.' + text.substring(decimal + 1);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, BigDecimal value) {
        if (value == null) {
            return "";
        }
        var symbols = DecimalFormatSymbols.getInstance(context.getViewRoot().getLocale());
        return new DecimalFormat("#,##0.00", symbols).format(value).replace('\u00a0', '\u202f');
    }
}
