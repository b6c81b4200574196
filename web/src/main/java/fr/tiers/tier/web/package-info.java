/**
 * Tiers on the screens and over REST: list, record, form. A feature hangs itself on the record by {@link fr.tiers.tier.web.RecordTab}.
 */
package fr.tiers.tier.web;
