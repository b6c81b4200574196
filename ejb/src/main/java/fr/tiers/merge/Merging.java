package fr.tiers.merge;

import fr.tiers.merge.MergePreview.Outstanding;
import fr.tiers.merge.MergePreview.Party;
import java.util.List;
import java.util.function.Supplier;

/**
 * One merge on its way, of whichever kind of records.
 *
 * @param lines what is kept of whom
 * @param refusals what speaks against it
 * @param move gives everything that hangs on the sources to the survivor and removes them
 * @param write writes the chosen values, by the rules, rights and log of every change
 * @param owed what the survivor owes now, as {@code before}; null when nothing is, or the caller may not know
 */
record Merging(
        MergeKind kind,
        MergeCommand command,
        Party survivor,
        List<Party> sources,
        List<MergeLine> lines,
        List<MergeRefusal> refusals,
        Runnable move,
        Runnable write,
        Supplier<Outstanding> owed) {}
