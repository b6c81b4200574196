package fr.tiers.document;

import java.time.Instant;

/** One file that a document has had; the old ones stay. */
public record DocumentVersion(
        int number, String fileName, String mediaType, long size, String sha256, String author, Instant createdAt) {}
