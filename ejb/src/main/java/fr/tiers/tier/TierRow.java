package fr.tiers.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A tier in a list.
 *
 * @param custom values of custom fields by code
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
        int qualityMax)
        implements Serializable {}
