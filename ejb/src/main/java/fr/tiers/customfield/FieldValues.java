package fr.tiers.customfield;

import fr.tiers.kernel.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One value of one field: put into the form it is kept in, and checked. The same for REST, form and import. */
final class FieldValues {

    private static final int MAX_SEVERAL = 100;
    private static final int MAX_RATING = 10;
    private static final BigDecimal MAX_NUMBER = new BigDecimal("999999999999999999");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private FieldValues() {}

    /** A value that is none of this field. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String code;
        final transient Object[] arguments;

        Wrong(String code, Object... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }
    }

    /**
     * @param raw as JSON reads it, or as text of a form
     * @param before what stands there; an inactive option may stay
     * @return null for nothing
     * @throws Wrong
     */
    static Object accept(FieldDefinition field, Object raw, Object before) {
        if (Condition.isEmpty(raw)) {
            return null;
        }
        return switch (field.type()) {
            case STRING, EMAIL, PHONE, URL, TEXT -> text(field, raw);
            case INTEGER, DURATION, RATING -> whole(field, raw);
            case DECIMAL -> number(field, raw);
            case AMOUNT -> amount(field, raw);
            case DATE -> date(raw);
            case DATETIME -> moment(raw);
            case BOOLEAN -> truth(raw);
            case SELECT, RADIO, DEPENDENT_SELECT -> option(field, raw, before);
            case MULTI_SELECT -> several(raw, each -> option(field, each, before));
            case LINK -> key(field, raw);
            case MULTI_LINK -> several(raw, each -> key(field, each));
            case GPS -> place(raw);
            case COMPUTED, SEPARATOR -> throw new Wrong("read-only");
        };
    }

    private static Object text(FieldDefinition field, Object raw) {
        if (!(raw instanceof String text)) {
            throw new Wrong("wrong-type");
        }
        var value = text.strip();
        int longest = field.type() == FieldType.TEXT ? Checks.MAX_LONG_TEXT : Checks.MAX_TEXT;
        if (field.max() != null && field.max().intValue() < longest) {
            longest = field.max().intValue();
        }
        var checks = new Checks().text("x", value, longest);
        switch (field.type()) {
            case EMAIL -> checks.email("x", value);
            case PHONE -> checks.phone("x", value);
            case URL -> {
                value = value.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? value : "https://" + value;
                checks.holds(isWebAddress(value), "x", "url-shape");
            }
            default -> {}
        }
        checks.violations().stream().findFirst().ifPresent(found -> {
            throw new Wrong(found.code(), found.arguments().toArray());
        });
        if (value.chars().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && !isUnicode(value)) {
            throw new Wrong("control-character");
        }
        if (field.min() != null && value.length() < field.min().intValue()) {
            throw new Wrong("too-short", field.min());
        }
        if (field.pattern() != null && !Patterns.matches(field.pattern(), value)) {
            throw new Wrong("pattern-mismatch");
        }
        return value;
    }

    private static boolean isUnicode(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static BigDecimal number(FieldDefinition field, Object raw) {
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

    private static Object whole(FieldDefinition field, Object raw) {
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

    private static Object amount(FieldDefinition field, Object raw) {
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

    private static Object date(Object raw) {
        try {
            var date = LocalDate.parse(String.valueOf(raw).strip());
            return inReach(date.getYear()) ? date.toString() : wrong();
        } catch (DateTimeException e) {
            return wrong();
        }
    }

    private static Object moment(Object raw) {
        try {
            var text = String.valueOf(raw).strip();
            var moment = (text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant())
                    .truncatedTo(ChronoUnit.SECONDS);
            return inReach(moment.atOffset(java.time.ZoneOffset.UTC).getYear()) ? moment.toString() : wrong();
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

    private static Object truth(Object raw) {
        if (raw instanceof Boolean || "true".equals(raw) || "false".equals(raw)) {
            return Boolean.valueOf(raw.toString());
        }
        return wrong();
    }

    private static Object option(FieldDefinition field, Object raw, Object before) {
        var option = raw instanceof String code ? field.option(code) : null;
        boolean kept = raw.equals(before) || before instanceof Collection<?> several && several.contains(raw);
        if (option == null || !option.active() && !kept) {
            throw new Wrong("unknown-value", shortened(raw));
        }
        return option.code();
    }

    /** A tier by its id, a user by login; whether it exists is asked later. */
    private static Object key(FieldDefinition field, Object raw) {
        var text = String.valueOf(raw);
        if (!(raw instanceof String || raw instanceof Number) || text.length() > 100 || text.indexOf('\0') >= 0) {
            throw new Wrong("wrong-type");
        }
        if ("USER".equals(field.target())) {
            return text;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Wrong("unknown-reference", shortened(raw));
        }
        return Long.valueOf(text);
    }

    private interface One {
        Object accept(Object raw);
    }

    private static Object several(Object raw, One one) {
        var given = raw instanceof Collection<?> list ? list : List.of(raw);
        if (given.size() > MAX_SEVERAL) {
            throw new Wrong("too-many", MAX_SEVERAL);
        }
        var accepted = new ArrayList<Object>();
        for (var each : given) {
            if (Condition.isEmpty(each)) {
                throw new Wrong("wrong-type");
            }
            var value = one.accept(each);
            if (!accepted.contains(value)) {
                accepted.add(value);
            }
        }
        return accepted;
    }

    private static Object place(Object raw) {
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

    private static String shortened(Object raw) {
        var text = String.valueOf(raw);
        return text.substring(0, Math.min(text.length(), 60));
    }

    /** As the history, an import and a change of type write it; several with commas. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(FieldValues::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("amount")
                    ? text(map.get("amount")) + ' ' + map.get("currency")
                    : text(map.get("latitude")) + ", " + text(map.get("longitude"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
