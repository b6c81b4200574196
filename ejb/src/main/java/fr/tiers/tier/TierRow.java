package fr.tiers.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tier in a list.
 *
 * @param custom values of custom fields by code
 * @param more values of the further standard fields that were asked for, by {@link TierColumn#field}
 */
public record TierRow(
        long id,
        String code,
        String name,
        String tradeName,
        List<String> types,
        List<String> tags,
        Map<String, Object> custom,
        String status,
        String siren,
        String siret,
        String apeCode,
        String city,
        String postalCode,
        String email,
        String phone,
        String salesUnit,
        String owner,
        boolean blocked,
        boolean underWatch,
        Instant updatedAt,
        int quality,
        int qualityMax,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> more)
        implements Serializable {

    /** @return the value of a field as text; empty for nothing, several with commas */
    public String text(TierColumn column) {
        return switch (column) {
            case NAME -> name;
            case CODE -> code;
            case TYPES -> String.join(", ", types);
            case TAGS -> String.join(", ", tags);
            default -> more.get(column.field()) instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : Objects.toString(more.get(column.field()), "");
        };
    }
}
