package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.tier.identity.Ape;
import fr.tiers.tier.identity.Siren;
import fr.tiers.tier.identity.Siret;
import fr.tiers.tier.identity.VatNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What any tier must fulfil, whatever path it comes by. {@link #normalise} first puts the input into the form it is kept in (spaces
 * dropped from numbers, scheme added to addresses, SIREN taken from the SIRET …), {@link #check} then names everything that is wrong.
 */
final class TierRules {

    private static final Set<String> STATUSES = Set.of("ACTIVE", "CLOSED");
    private static final Set<String> LISTING_MODES = Set.of("NONE", "OPEN", "STRICT");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Set<String> KINDS = Set.of("COMPANY", "INDIVIDUAL", "HOUSEHOLD");
    private static final Set<String> EMAIL_TYPES = Set.of("GENERAL", "BILLING", "ORDERS", "SUPPORT", "OTHER");
    private static final int MAX_EMAILS = 20;
    /** Variable TEFEN of INSEE's Sirene base. */
    private static final Set<String> HEADCOUNT_BANDS =
            Set.of("NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53");

    private static final Set<String> CIVILITIES = Set.of("M", "MME");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("99999999999999999.99");

    private static final String CODE = "[\\p{L}\\p{N}#][\\p{L}\\p{N}#._/-]{0,31}";

    private final TierData data;
    private final LocalDate today;
    private final Checks checks = new Checks();

    private TierRules(TierData data, LocalDate today) {
        this.data = data;
        this.today = today;
    }

    static void normalise(TierData data) {
        new TierRules(data, null).normalise();
    }

    /** @throws BusinessException INVALID naming every field that breaks a rule */
    static void check(TierData data, LocalDate today) {
        new TierRules(data, today).check();
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
        trim(data.getFax(), data::setFax);
        trim(data.getSector(), data::setSector);
        trim(data.getHeadcountBand(), data::setHeadcountBand);
        trim(data.getClosedReason(), data::setClosedReason);
        trim(data.getBlockedReason(), data::setBlockedReason);
        trim(data.getWatchReason(), data::setWatchReason);
        data.setOtherEmails(data.getOtherEmails().stream()
                .filter(Objects::nonNull)
                .map(other -> new OtherEmail(other.type(), Checks.trim(other.email())))
                .filter(other -> other.email() != null)
                .toList());
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
        setter.accept(Checks.trim(value));
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
        checks.required("name", data.getName());
        checkTypes();
        checkIdentity();
        checkContactPoints();
        checkAdministrative();
        checkAddress(data.getAddress());
        checkLengths();
        checks.refuse();
    }

    private void checkTypes() {
        checks.holds(!data.getTypes().isEmpty(), "types", "required")
                .holds(!data.getTypes().contains(null), "types", "unknown-value", "null");
    }

    private void checkIdentity() {
        var siren = data.getSiren();
        var siret = data.getSiret();
        boolean company = "COMPANY".equals(data.getKind());
        checks.holds(siren == null || Siren.isValid(siren), "siren", "siren-invalid", siren)
                .holds(siret == null || Siret.isValid(siret), "siret", "siret-invalid", siret)
                .holds(
                        siret == null || !Siret.isValid(siret) || siret.startsWith(siren),
                        "siret",
                        "siret-of-other-siren",
                        siret,
                        siren)
                .holds(company || siret == null, "siret", "individual-without-siret")
                .holds(
                        data.getVatNumber() == null || VatNumber.isValid(data.getVatNumber()),
                        "vatNumber",
                        "vat-invalid",
                        data.getVatNumber())
                .holds(
                        data.getApeCode() == null || Ape.isValid(data.getApeCode()),
                        "apeCode",
                        "ape-invalid",
                        data.getApeCode())
                .required("kind", data.getKind())
                .oneOf("kind", data.getKind(), KINDS)
                .oneOf("headcountBand", data.getHeadcountBand(), HEADCOUNT_BANDS)
                .oneOf("civility", data.getCivility(), CIVILITIES)
                .holds(data.getFoundedOn() == null || !data.getFoundedOn().isAfter(today), "foundedOn", "in-future")
                .day("foundedOn", data.getFoundedOn())
                .holds(data.getCode() == null || data.getCode().matches(CODE), "code", "code-shape");
        amount("capital", data.getCapital());
        checks.holds(data.getCapital() == null || data.getCapital().signum() >= 0, "capital", "negative");
    }

    private void checkContactPoints() {
        checks.email("email", data.getEmail())
                .phone("phone", data.getPhone())
                .phone("mobile", data.getMobile())
                .phone("fax", data.getFax())
                .holds(data.getOtherEmails().size() <= MAX_EMAILS, "otherEmails", "too-many", MAX_EMAILS);
        for (var other : data.getOtherEmails()) {
            checks.required("otherEmails", other.type())
                    .oneOf("otherEmails", other.type(), EMAIL_TYPES)
                    .email("otherEmails", other.email());
        }
        url("website", data.getWebsite());
        url("linkedin", data.getLinkedin());
        url("facebook", data.getFacebook());
        url("youtube", data.getYoutube());
        url("x", data.getX());
    }

    private void checkAdministrative() {
        checks.required("status", data.getStatus())
                .oneOf("status", data.getStatus(), STATUSES)
                .required("listingMode", data.getListingMode())
                .oneOf("listingMode", data.getListingMode(), LISTING_MODES)
                .required("language", data.getLanguage())
                .oneOf("language", data.getLanguage(), LANGUAGES)
                .holds(
                        data.getCulture() != null && data.getCulture().matches("[a-z]{2}-[A-Z]{2}"),
                        "culture",
                        "unknown-value",
                        data.getCulture())
                .holds(isCurrency(data.getCurrency()), "currency", "unknown-value", data.getCurrency())
                .holds(!"CLOSED".equals(data.getStatus()) || data.getClosedReason() != null, "closedReason", "required")
                .holds(!data.isBlocked() || data.getBlockedReason() != null, "blockedReason", "required")
                .holds(data.isBlocked() || data.getBlockedUntil() == null, "blockedUntil", "only-when-blocked")
                .day("blockedUntil", data.getBlockedUntil())
                .day("watchUntil", data.getWatchUntil())
                .holds(data.isUnderWatch() || data.getWatchUntil() == null, "watchUntil", "only-when-watched")
                .holds(data.getHeadcount() == null || data.getHeadcount() >= 0, "headcount", "negative");
        amount("turnover", data.getTurnover());
        var year = data.getTurnoverYear();
        checks.holds(year == null || year >= 1900 && year <= 2200, "turnoverYear", "out-of-range", 1900, 2200);
    }

    private void checkAddress(AddressData address) {
        checks.required("address.country", address.getCountry())
                .oneOf("address.country", address.getCountry(), COUNTRIES)
                .holds(
                        !"FR".equals(address.getCountry())
                                || address.getPostalCode() == null
                                || address.getPostalCode().matches("\\d{5}"),
                        "address.postalCode",
                        "postal-code-shape")
                .range("address.latitude", address.getLatitude(), -90, 90)
                .range("address.longitude", address.getLongitude(), -180, 180)
                .holds(
                        (address.getLatitude() == null) == (address.getLongitude() == null),
                        "address.latitude",
                        "both-coordinates");
    }

    private void checkLengths() {
        TierFields.texts(data).forEach((field, text) -> {
            int maximum = "observation".equals(field) ? Checks.MAX_LONG_TEXT : Checks.MAX_TEXT;
            checks.text(field, text, maximum);
        });
    }

    private void amount(String field, BigDecimal value) {
        checks.holds(value == null || value.abs().compareTo(MAX_AMOUNT) <= 0, field, "too-large")
                .holds(value == null || value.stripTrailingZeros().scale() <= 2, field, "two-decimals");
    }

    private void url(String field, String value) {
        checks.holds(value == null || isWebAddress(value), field, "url-shape");
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return Set.of("http", "https").contains(scheme) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
