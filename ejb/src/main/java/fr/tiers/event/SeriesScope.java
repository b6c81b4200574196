package fr.tiers.event;

/** How much of a series a change is for. */
public enum SeriesScope {
    /** one event, which is an exception from then on */
    THIS,
    /** it and those after it, which become a series of their own */
    FOLLOWING,
    /** the whole series; what lies in the past keeps its time, what is done is left alone */
    ALL
}
