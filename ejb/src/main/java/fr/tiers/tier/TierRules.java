package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.identity.Ape;
import fr.tiers.tier.identity.Siren;
import fr.tiers.tier.identity.Siret;
import fr.tiers.tier.identity.VatNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What any tier must fulfil, whatever path it comes by. {@link #normalise} first puts the input into the form it is kept in (spaces
 * dropped from numbers, scheme added to addresses, SIREN taken from the SIRET …), {@link #check} then names everything that is wrong.
 */
final class TierRules {

    static final int MAX_TEXT = 255;
    private static final int MAX_LONG_TEXT = 20_000;
    private static final Set<String> STATUSES = Set.of("ACTIVE", "CLOSED");
    private static final Set<String> LISTING_MODES = Set.of("NONE", "OPEN", "STRICT");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Set<String> CIVILITIES = Set.of("M", "MME");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("99999999999999999.99");

    private final TierData data;
    private final List<Violation> violations = new ArrayList<>();

    private TierRules(TierData data) {
        this.data = data;
    }

    static void normalise(TierData data) {
        new TierRules(data).normalise();
    }

    /** @throws BusinessException INVALID naming every field that breaks a rule */
    static void check(TierData data) {
        var rules = new TierRules(data);
        rules.check();
        if (!rules.violations.isEmpty()) {
            throw BusinessException.invalid(rules.violations);
        }
    }

    private void normalise() {
        trim(data.getName(), data::setName);
        trim(data.getTradeName(), data::setTradeName);
        trim(data.getLastName(), data::setLastName);
        trim(data.getFirstName(), data::setFirstName);
        trim(data.getCode(), data::setCode);
        trim(data.getCivility(), data::setCivility);
        trim(data.getVatNumber(), value -> data.setVatNumber(value == null ? null : value.replaceAll("\\s", "")));
        trim(data.getEmail(), data::setEmail);
        trim(data.getPhone(), data::setPhone);
        trim(data.getMobile(), data::setMobile);
        trim(data.getApeCode(), value -> data.setApeCode(value == null ? null : Ape.normalise(value)));
        trim(data.getSiren(), value -> data.setSiren(value == null ? null : Siren.normalise(value)));
        trim(data.getSiret(), value -> data.setSiret(value == null ? null : Siret.normalise(value)));
        if (data.getSiret() != null
                && data.getSiren() == null
                && data.getSiret().length() == 14) {
            data.setSiren(data.getSiret().substring(0, 9));
        }
        data.setWebsite(withScheme(data.getWebsite()));
        data.setLinkedin(withScheme(data.getLinkedin()));
        data.setFacebook(withScheme(data.getFacebook()));
        data.setYoutube(withScheme(data.getYoutube()));
        data.setX(withScheme(data.getX()));
        if (data.isIndividual() && data.getName() == null && data.getLastName() != null) {
            data.setName(
                    data.getFirstName() == null ? data.getLastName() : data.getLastName() + ' ' + data.getFirstName());
        }
        var address = data.getAddress();
        trim(address.getLine1(), address::setLine1);
        trim(address.getLine2(), address::setLine2);
        trim(address.getLine3(), address::setLine3);
        trim(address.getCity(), address::setCity);
        trim(address.getPostalCode(), address::setPostalCode);
        trim(address.getInseeCode(), address::setInseeCode);
    }

    private static void trim(String value, Consumer<String> setter) {
        setter.accept(value == null || value.isBlank() ? null : value.strip());
    }

    private static String withScheme(String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var trimmed = value.strip();
        return trimmed.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !trimmed.matches("[^/:]+:\\d+(/.*)?")
                ? trimmed
                : "https://" + trimmed;
    }

    private void check() {
        required("name", data.getName());
        checkTypes();
        checkIdentity();
        checkContactPoints();
        checkAdministrative();
        checkAddress(data.getAddress());
        checkLengths();
    }

    private void checkTypes() {
        if (data.getTypes().isEmpty()) {
            add("types", "required");
        } else if (data.getTypes().contains(null)) {
            add("types", "unknown-value", "null");
        }
    }

    private void checkIdentity() {
        if (data.getSiren() != null && !Siren.isValid(data.getSiren())) {
            add("siren", "siren-invalid", data.getSiren());
        }
        if (data.getSiret() != null && !Siret.isValid(data.getSiret())) {
            add("siret", "siret-invalid", data.getSiret());
        } else if (data.getSiret() != null && !data.getSiret().startsWith(data.getSiren())) {
            add("siret", "siret-of-other-siren", data.getSiret(), data.getSiren());
        }
        if (data.getVatNumber() != null && !VatNumber.isValid(data.getVatNumber())) {
            add("vatNumber", "vat-invalid", data.getVatNumber());
        }
        if (data.getApeCode() != null && !Ape.isValid(data.getApeCode())) {
            add("apeCode", "ape-invalid", data.getApeCode());
        }
        if (data.isIndividual() && data.getSiret() != null) {
            add("siret", "individual-without-siret");
        }
        oneOf("civility", data.getCivility(), CIVILITIES, true);
        if (data.getCode() != null && !data.getCode().matches("[\\p{L}\\p{N}#][\\p{L}\\p{N}#._/-]{0,31}")) {
            add("code", "code-shape");
        }
    }

    private void checkContactPoints() {
        if (data.getEmail() != null && !data.getEmail().matches("[^@\\s<>\"]+@[^@\\s<>\".]+(\\.[^@\\s<>\".]+)+")) {
            add("email", "email-shape");
        }
        phone("phone", data.getPhone());
        phone("mobile", data.getMobile());
        url("website", data.getWebsite());
        url("linkedin", data.getLinkedin());
        url("facebook", data.getFacebook());
        url("youtube", data.getYoutube());
        url("x", data.getX());
    }

    private void checkAdministrative() {
        oneOf("status", data.getStatus(), STATUSES, false);
        oneOf("listingMode", data.getListingMode(), LISTING_MODES, false);
        oneOf("language", data.getLanguage(), LANGUAGES, false);
        if (data.getCulture() == null || !data.getCulture().matches("[a-z]{2}-[A-Z]{2}")) {
            add("culture", "unknown-value", data.getCulture());
        }
        if (data.getCurrency() == null || !isCurrency(data.getCurrency())) {
            add("currency", "unknown-value", data.getCurrency());
        }
        if ("CLOSED".equals(data.getStatus())
                && (data.getClosedReason() == null || data.getClosedReason().isBlank())) {
            add("closedReason", "required");
        }
        if (data.isBlocked()
                && (data.getBlockedReason() == null || data.getBlockedReason().isBlank())) {
            add("blockedReason", "required");
        }
        if (data.getHeadcount() != null && data.getHeadcount() < 0) {
            add("headcount", "negative");
        }
        if (data.getTurnover() != null && data.getTurnover().abs().compareTo(MAX_AMOUNT) > 0) {
            add("turnover", "too-large");
        } else if (data.getTurnover() != null
                && data.getTurnover().stripTrailingZeros().scale() > 2) {
            add("turnover", "two-decimals");
        }
        if (data.getTurnoverYear() != null && (data.getTurnoverYear() < 1900 || data.getTurnoverYear() > 2200)) {
            add("turnoverYear", "out-of-range", 1900, 2200);
        }
    }

    private void checkAddress(AddressData address) {
        oneOf("address.country", address.getCountry(), COUNTRIES, false);
        if ("FR".equals(address.getCountry())
                && address.getPostalCode() != null
                && !address.getPostalCode().matches("\\d{5}")) {
            add("address.postalCode", "postal-code-shape");
        }
        if (address.getLatitude() != null && !(Math.abs(address.getLatitude()) <= 90)) {
            add("address.latitude", "out-of-range", -90, 90);
        }
        if (address.getLongitude() != null && !(Math.abs(address.getLongitude()) <= 180)) {
            add("address.longitude", "out-of-range", -180, 180);
        }
        if ((address.getLatitude() == null) != (address.getLongitude() == null)) {
            add("address.latitude", "both-coordinates");
        }
    }

    private void checkLengths() {
        TierMapping.texts(data).forEach((field, text) -> {
            int maximum = "observation".equals(field) ? MAX_LONG_TEXT : MAX_TEXT;
            if (text.length() > maximum) {
                add(field, "too-long", maximum);
            } else if (text.indexOf('\0') >= 0) {
                // PostgreSQL cannot keep it, and nobody means it
                add(field, "control-character");
            }
        });
    }

    private void required(String field, String value) {
        if (value == null) {
            add(field, "required");
        }
    }

    private void oneOf(String field, String value, Set<String> allowed, boolean optional) {
        if (value == null ? !optional : !allowed.contains(value)) {
            add(field, "unknown-value", String.valueOf(value));
        }
    }

    private void phone(String field, String value) {
        if (value != null && !value.matches("\\+?[0-9 ().\\-\\u00a0\\u202f/]{3,30}(\\s*(#|x|poste)\\s*\\d{1,6})?")) {
            add(field, "phone-shape");
        }
    }

    private void url(String field, String value) {
        if (value == null) {
            return;
        }
        try {
            var uri = new URI(value);
            if (!Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    || uri.getHost() == null) {
                add(field, "url-shape");
            }
        } catch (URISyntaxException e) {
            add(field, "url-shape");
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private void add(String field, String code, Object... arguments) {
        violations.add(new Violation(field, code, arguments));
    }
}
