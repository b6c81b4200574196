package fr.tiers.quality;

import java.io.Serializable;
import java.time.LocalDate;

/** A day on which the score changed, with what it was at its end. */
public record QualityDay(LocalDate day, int score, int max) implements Serializable {}
