package fr.tiers.tier;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.tag.Tagged;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Which tiers a list shows; null or empty means "whatever".
 *
 * @param q words, parts of words, a number in any grouping
 * @param types codes; any of them
 * @param salesUnit code; the unit and all below it
 * @param owner login
 * @param agency code
 * @param city whole name, accents and case ignored
 * @param postalCode whole or its beginning
 * @param ape code or its beginning
 * @param updatedSince inclusive
 * @param area where on the map
 * @param qualityMin lowest score shown
 * @param qualityMax highest score shown
 * @param tags which tags it must wear, or must not
 * @param custom conditions about custom fields
 * @param columns conditions about standard fields, by operators
 */
public record TierFilter(
        String q,
        List<String> types,
        String status,
        String salesUnit,
        String owner,
        String agency,
        String city,
        String postalCode,
        String ape,
        Boolean blocked,
        Instant updatedSince,
        TierArea area,
        Integer qualityMin,
        Integer qualityMax,
        Tagged tags,
        List<FieldFilter> custom,
        List<TierColumnFilter> columns)
        implements Serializable {

    /** Whether nothing but the status is asked for. */
    boolean isPlain() {
        return equals(builder().status(status).build());
    }

    public static final TierFilter NONE = builder().build();

    /** For pickers: what is closed is not proposed for anything new. */
    public static TierFilter active(String q) {
        return builder().q(q).status("ACTIVE").build();
    }

    public static TierFilter words(String q) {
        return builder().q(q).build();
    }

    /** The same conditions with another area, of another choice of types. */
    public TierFilter seen(TierArea within, List<String> anyOf) {
        return new TierFilter(
                q,
                anyOf,
                status,
                salesUnit,
                owner,
                agency,
                city,
                postalCode,
                ape,
                blocked,
                updatedSince,
                within,
                qualityMin,
                qualityMax,
                tags,
                custom,
                columns);
    }

    /** Starts from "whatever". */
    public static Builder builder() {
        return new Builder();
    }

    /** One condition after the other, each by its name. */
    public static final class Builder {
        private String q;
        private List<String> types = List.of();
        private String status;
        private String salesUnit;
        private String owner;
        private String agency;
        private String city;
        private String postalCode;
        private String ape;
        private Boolean blocked;
        private Instant updatedSince;
        private TierArea area = TierArea.ANYWHERE;
        private Integer qualityMin;
        private Integer qualityMax;
        private Tagged tags = Tagged.WHATEVER;
        private List<FieldFilter> custom = List.of();
        private List<TierColumnFilter> columns = List.of();

        private Builder() {}

        public Builder q(String wanted) {
            q = wanted;
            return this;
        }

        public Builder types(List<String> wanted) {
            types = wanted;
            return this;
        }

        public Builder status(String wanted) {
            status = wanted;
            return this;
        }

        public Builder salesUnit(String wanted) {
            salesUnit = wanted;
            return this;
        }

        public Builder owner(String wanted) {
            owner = wanted;
            return this;
        }

        public Builder agency(String wanted) {
            agency = wanted;
            return this;
        }

        public Builder city(String wanted) {
            city = wanted;
            return this;
        }

        public Builder postalCode(String wanted) {
            postalCode = wanted;
            return this;
        }

        public Builder ape(String wanted) {
            ape = wanted;
            return this;
        }

        public Builder blocked(Boolean wanted) {
            blocked = wanted;
            return this;
        }

        public Builder updatedSince(Instant wanted) {
            updatedSince = wanted;
            return this;
        }

        public Builder area(TierArea wanted) {
            area = wanted;
            return this;
        }

        public Builder tags(Tagged wanted) {
            tags = wanted;
            return this;
        }

        public Builder custom(List<FieldFilter> wanted) {
            custom = wanted;
            return this;
        }

        public Builder columns(List<TierColumnFilter> wanted) {
            columns = wanted;
            return this;
        }

        /** Both inclusive; null for an open end. */
        public Builder quality(Integer lowest, Integer highest) {
            qualityMin = lowest;
            qualityMax = highest;
            return this;
        }

        public TierFilter build() {
            return new TierFilter(
                    q,
                    types,
                    status,
                    salesUnit,
                    owner,
                    agency,
                    city,
                    postalCode,
                    ape,
                    blocked,
                    updatedSince,
                    area,
                    qualityMin,
                    qualityMax,
                    tags,
                    custom,
                    columns);
        }
    }
}
