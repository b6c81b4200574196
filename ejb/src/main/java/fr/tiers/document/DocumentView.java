package fr.tiers.document;

import java.time.Instant;
import java.util.List;

/**
 * A document of a tier with its current file.
 *
 * @param version of the entry, for If-Match; changes with every change
 * @param category code; null for none
 * @param published whether it stands in the general document base
 * @param number of the current version of the file: 1, 2 …
 * @param mediaType found in the content, not believed from the name
 * @param author login of who uploaded it first
 * @param tags labels
 */
public record DocumentView(
        long id,
        long version,
        long tierId,
        String tierName,
        String name,
        String category,
        String description,
        boolean published,
        int number,
        String mediaType,
        long size,
        String sha256,
        String author,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt,
        List<String> tags) {}
