package fr.tiers.tier.web;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a tier: an event somebody noted, or the fields somebody changed in one go.
 *
 * @param key last part of the message key: CALL … for events, {@code tier.UPDATE} … for changes
 * @param title subject of the event; empty for changes
 * @param fields names of the fields that changed
 */
public record Activity(
        Instant at, String author, String icon, String key, String title, List<String> fields, boolean planned) {}
