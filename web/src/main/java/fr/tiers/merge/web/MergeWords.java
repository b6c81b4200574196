package fr.tiers.merge.web;

import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the page of a merge calls the parts that move: as their tabs do, where they have one. */
@Named("mergeWords")
@ApplicationScoped
public class MergeWords {

    private final TierWords words;

    protected MergeWords() {
        this(null);
    }

    @Inject
    public MergeWords(TierWords words) {
        this.words = words;
    }

    public String part(String feature) {
        var key = "merge.part." + feature;
        var own = Functions.text(key);
        return own == null || own.equals(key) || own.contains("???") ? words.feature(feature) : own;
    }
}
