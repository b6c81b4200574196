package fr.tiers.happening;

/**
 * One code of the catalogue, and what is set for it.
 *
 * @param group TIER, ACTIVITY or RECEIVABLE
 * @param writesEvent whether a line is written among the events of the tier
 * @param canWriteEvent false where that makes no sense
 */
public record HappeningView(
        String code,
        String group,
        String labelFr,
        String labelEn,
        boolean writesEvent,
        boolean canWriteEvent,
        long version) {}
