package fr.tiers.job;

/**
 * One item a run passed over.
 *
 * @param item what the user knows it by: code and number
 * @param tierId null when it is no tier or is gone
 * @param reason code; the text is {@code job.skip.<reason>} in the bundles
 * @param detail technical, in English, may be null
 */
public record JobSkip(long id, String item, Long tierId, String reason, String detail) {}
