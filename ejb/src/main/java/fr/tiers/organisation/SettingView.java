package fr.tiers.organisation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A setting as it stands.
 *
 * @param version 0 as long as the default holds
 * @param changedBy login; null as long as the default holds
 */
public record SettingView(
        String code,
        long version,
        String kind,
        String value,
        String byDefault,
        List<String> choices,
        String changedBy,
        Instant changedAt)
        implements Serializable {}
