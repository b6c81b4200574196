package fr.tiers.numbering;

import java.util.Collection;
import java.util.Set;

/** Told by whoever gives codes to something: which ones are in use, or were once. */
public interface TakenCodes {

    /**
     * @param purpose of the range that the codes would come from
     * @return those of the codes that are in use, or were once
     */
    Set<String> taken(Purpose purpose, Collection<String> codes);
}
