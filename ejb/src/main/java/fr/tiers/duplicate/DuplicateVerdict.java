package fr.tiers.duplicate;

import java.io.Serializable;
import java.time.Instant;

/** "These two are not the same": seen from one of them. */
public record DuplicateVerdict(
        long id,
        long tier,
        String tierName,
        long other,
        String otherCode,
        String otherName,
        String otherCity,
        String reason,
        String author,
        Instant at)
        implements Serializable {}
