package fr.tiers.customfield;

import fr.tiers.customfield.FieldValues.Wrong;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers, amounts of money and places on the globe. */
final class NumberValues {

    private static final int MAX_RATING = 10;
    private static final BigDecimal MAX_NUMBER = new BigDecimal("999999999999999999");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private NumberValues() {}

    static BigDecimal number(FieldDefinition field, Object raw) {
        var text = raw instanceof BigDecimal big
                ? big.precision() - big.scale() > 40 || big.scale() > 40 ? "x" : big.toPlainString()
                : String.valueOf(raw).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!(raw instanceof Number || raw instanceof String) || !text.matches("-?\\d{1,40}(\\.\\d{1,40})?")) {
            throw new Wrong("wrong-type");
        }
        var value = new BigDecimal(text).stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (value.abs().compareTo(MAX_NUMBER) > 0 || value.scale() > 10) {
            throw new Wrong("too-large");
        }
        if (field.min() != null && value.compareTo(field.min()) < 0
                || field.max() != null && value.compareTo(field.max()) > 0) {
            throw new Wrong(
                    field.min() == null ? "above-maximum" : field.max() == null ? "below-minimum" : "out-of-range",
                    field.min() == null ? field.max() : field.min(),
                    field.max());
        }
        return value;
    }

    static Object whole(FieldDefinition field, Object raw) {
        var value = number(field, raw);
        if (value.scale() > 0) {
            throw new Wrong("whole-number");
        }
        if (field.type() == FieldType.RATING) {
            int most = field.max() == null ? 5 : Math.min(field.max().intValue(), MAX_RATING);
            if (value.signum() < 0 || value.intValue() > most) {
                throw new Wrong("out-of-range", 0, most);
            }
        } else if (field.type() == FieldType.DURATION && value.signum() < 0) {
            throw new Wrong("negative");
        }
        return value.longValueExact();
    }

    static Object amount(FieldDefinition field, Object raw) {
        var map = raw instanceof Map<?, ?> given ? given : Map.of("amount", raw);
        if (!Set.of("amount", "currency").containsAll(map.keySet())) {
            throw new Wrong("wrong-type");
        }
        if (Condition.isEmpty(map.get("amount"))) {
            return null;
        }
        var value = number(field, map.get("amount"));
        if (value.scale() > 2) {
            throw new Wrong("two-decimals");
        }
        var currency = Condition.isEmpty(map.get("currency")) ? "EUR" : String.valueOf(map.get("currency"));
        if (!CURRENCIES.contains(currency)) {
            throw new Wrong("currency");
        }
        var amount = new LinkedHashMap<String, Object>();
        amount.put("amount", value.setScale(2, RoundingMode.UNNECESSARY));
        amount.put("currency", currency);
        return amount;
    }

    static Object place(Object raw) {
        var map = raw;
        if (raw instanceof String text) {
            var parts = text.split("[,;]");
            map = parts.length == 2 ? Map.of("latitude", parts[0].strip(), "longitude", parts[1].strip()) : null;
        }
        if (!(map instanceof Map<?, ?> given) || !given.keySet().equals(Set.of("latitude", "longitude"))) {
            throw new Wrong("wrong-type");
        }
        var place = new LinkedHashMap<String, Object>();
        place.put("latitude", degrees(given.get("latitude"), 90));
        place.put("longitude", degrees(given.get("longitude"), 180));
        return place;
    }

    private static BigDecimal degrees(Object raw, int most) {
        var text =
                raw instanceof BigDecimal big && Math.abs(big.scale()) < 40 ? big.toPlainString() : String.valueOf(raw);
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,20})?")) {
            throw new Wrong("wrong-type");
        }
        var value = new BigDecimal(text);
        if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Wrong("out-of-range", -most, most);
        }
        return value.setScale(Math.min(value.scale(), 7), RoundingMode.HALF_UP);
    }
}
