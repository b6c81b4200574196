package fr.tiers.address.site;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Other hours on one day, or none: they replace those of the week and a public holiday.
 *
 * @param from HH:MM; null with {@code to} for closed all day
 * @param reason shown to whoever plans a visit
 */
public record OpeningException(LocalDate date, String from, String to, String reason) implements Serializable {}
