package fr.tiers.numbering;

/** Told by whoever gives codes to something: which ones are in use, or were once. */
public interface TakenCodes {

    /** @param purpose of the range that the code would come from */
    boolean isTaken(Purpose purpose, String code);
}
