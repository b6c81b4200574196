package fr.tiers.subscription;

import java.time.Instant;
import java.util.List;

/**
 * What one is told.
 *
 * @param code of the catalogue of happenings
 * @param text in the language of the reader
 * @param author name of whoever has done it
 * @param page where it is to be seen, relative to the application
 */
public record NotificationView(
        long id,
        String code,
        String text,
        List<String> arguments,
        long tier,
        String tierCode,
        String tierName,
        String author,
        Instant at,
        boolean read,
        String page) {}
