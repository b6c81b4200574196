package fr.tiers.subscription;

import java.time.Instant;
import java.util.List;

/**
 * What one is told.
 *
 * @param code of the catalogue of happenings
 * @param text in the language of the reader
 * @param arguments of the latest, where several are told as one
 * @param times how many are told as one
 * @param spread whether at several tiers, of which {@code tier} is the latest
 * @param author name of whoever has done it
 * @param page where it is to be seen, relative to the application
 */
public record NotificationView(
        long id,
        String code,
        String text,
        List<String> arguments,
        int times,
        boolean spread,
        long tier,
        String tierCode,
        String tierName,
        String author,
        Instant at,
        boolean read,
        String page) {}
