package fr.tiers.tier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A standard field of a tier that a list can show, narrow by and be sorted by. The order's expression is never null, so that the id can
 * break ties in a keyset; the migration {@code tier_column} has an index for each.
 */
public enum TierColumn {
    NAME("name", Kind.TEXT, "t.name", "t.sort_name"),
    CODE("code", Kind.TEXT, "t.code", "t.code"),
    TYPES("types"),
    TAGS("tags"),
    KIND("kind", "t.kind", "COMPANY", "INDIVIDUAL", "HOUSEHOLD"),
    TRADE_NAME("tradeName", Kind.TEXT, "t.trade_name"),
    STATUS("status", Kind.CHOICE, "t.status", "t.status", "ACTIVE", "CLOSED"),
    SIREN("siren", Kind.EXACT, "t.siren"),
    SIRET("siret", Kind.EXACT, "t.siret"),
    VAT_NUMBER("vatNumber", Kind.EXACT, "t.vat_number"),
    APE("apeCode", Kind.EXACT, "t.ape_code"),
    LEGAL_FORM("legalForm", Kind.TEXT, "t.legal_form"),
    SECTOR("sector", Kind.TEXT, "t.sector"),
    CAPITAL("capital", Kind.NUMBER, "t.capital"),
    FOUNDED_ON("foundedOn", Kind.DAY, "t.founded_on"),
    HEADCOUNT("headcount", Kind.NUMBER, "t.headcount"),
    HEADCOUNT_BAND(
            "headcountBand",
            "t.headcount_band",
            "NN",
            "00",
            "01",
            "02",
            "03",
            "11",
            "12",
            "21",
            "22",
            "31",
            "32",
            "41",
            "42",
            "51",
            "52",
            "53"),
    TURNOVER("turnover", Kind.NUMBER, "t.turnover"),
    TURNOVER_YEAR("turnoverYear", Kind.NUMBER, "t.turnover_year"),
    CITY("city", Kind.TEXT, "t.city", "fold(coalesce(t.city, ''))"),
    POSTAL_CODE("postalCode", Kind.EXACT, "t.postal_code"),
    COUNTRY("country", Kind.EXACT, "t.country"),
    EMAIL("email", Kind.TEXT, "t.email"),
    PHONE("phone", Kind.DISPLAYED, "t.phone"),
    MOBILE("mobile", Kind.DISPLAYED, "t.mobile"),
    WEBSITE("website", Kind.TEXT, "t.website"),
    OWNER("owner", Kind.NAMED, "(select o.login from app_user o where o.id = t.owner_id)"),
    SALES_UNIT("salesUnit", Kind.NAMED, "(select s.code from sales_unit s where s.id = t.sales_unit_id)"),
    GROUP("group", Kind.TEXT, "t.tier_group"),
    DISTRIBUTION_TYPE("distributionType", Kind.TEXT, "t.distribution_type"),
    LISTING_MODE("listingMode", "t.listing_mode", "NONE", "OPEN", "STRICT"),
    PAYMENT_TERMS("paymentTerms", Kind.TEXT, "t.payment_terms"),
    LANGUAGE("language", "t.language", "fr", "en"),
    CURRENCY("currency", Kind.EXACT, "t.currency"),
    BLOCKED("blocked", Kind.FLAG, "t.blocked"),
    BLOCKED_REASON("blockedReason", Kind.TEXT, "t.blocked_reason"),
    UNDER_WATCH("underWatch", Kind.FLAG, "t.under_watch"),
    WATCH_REASON("watchReason", Kind.TEXT, "t.watch_reason"),
    QUALITY("quality", Kind.NUMBER, "t.quality", "t.quality"),
    CREATED_AT("createdAt", Kind.MOMENT, "t.created_at", "t.created_at"),
    UPDATED_AT("updatedAt", Kind.MOMENT, "t.updated_at", "t.updated_at");

    /** What can be asked of a field. */
    public enum Kind {
        /** Free text: parts of it, accents and case ignored. */
        TEXT("text", "coalesce(fold(%s), '')"),
        /** An identifier or code, as it is. */
        EXACT("text", "coalesce(%s, '')"),
        /** One of a few codes. */
        CHOICE("text", "coalesce(%s, '')"),
        /** A code of something else with a filter of its own. */
        NAMED("text", "coalesce(%s, '')"),
        /** Shown; only asked whether it is there. */
        DISPLAYED(null, null),
        NUMBER("numeric", "coalesce(%s::numeric, '-Infinity'::numeric)"),
        DAY("date", "coalesce(%s, '-infinity'::date)"),
        MOMENT("timestamptz", "%s"),
        FLAG("boolean", "%s"),
        /** Several values: shown, with filters of their own. */
        SEVERAL(null, null);

        private final String type;
        private final String order;

        Kind(String type, String order) {
            this.type = type;
            this.order = order;
        }

        public boolean isRange() {
            return this == NUMBER || this == DAY || this == MOMENT;
        }
    }

    private final String field;
    private final Kind kind;
    private final String value;
    private final String order;
    private final String type;
    private final List<String> choices;

    /** Several values. */
    TierColumn(String field) {
        this(field, Kind.SEVERAL, null);
    }

    /** One of a few codes. */
    TierColumn(String field, String value, String... choices) {
        this(field, Kind.CHOICE, value, Kind.CHOICE.order.formatted(value), choices);
    }

    TierColumn(String field, Kind kind, String value) {
        this(field, kind, value, kind.order == null ? null : kind.order.formatted(value));
    }

    TierColumn(String field, Kind kind, String value, String order, String... choices) {
        this.field = field;
        this.kind = kind;
        this.value = value;
        this.order = order;
        this.type = "t.quality".equals(order) ? "smallint" : kind.type;
        this.choices = List.of(choices);
    }

    /** Its name in URLs and over REST. */
    public String field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    /** The codes it may have, for {@link Kind#CHOICE}. */
    public List<String> choices() {
        return choices;
    }

    public boolean isSortable() {
        return order != null;
    }

    /** Whether a list can be narrowed by it through {@link TierColumnFilter}. */
    public boolean isFilterable() {
        return kind != Kind.SEVERAL && kind != Kind.NAMED;
    }

    String value() {
        return value;
    }

    String order() {
        return order;
    }

    /** SQL type of the order. */
    String type() {
        return type;
    }

    public static Optional<TierColumn> of(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    /** Those a list can be sorted by. */
    public static Stream<TierColumn> sortable() {
        return Arrays.stream(values()).filter(TierColumn::isSortable);
    }
}
