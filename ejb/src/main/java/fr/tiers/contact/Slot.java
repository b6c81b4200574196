package fr.tiers.contact;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Part of a day of the week, in the time of the office. */
public record Slot(DayOfWeek day, LocalTime from, LocalTime to) {}
