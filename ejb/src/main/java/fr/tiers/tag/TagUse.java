package fr.tiers.tag;

/** Offered as a CDI bean by each feature whose objects wear tags, so that tags can be counted, merged and deleted without knowing them. */
public interface TagUse {

    /** Name of the object, like TIER; a scope of tags. */
    String object();

    /** How many objects wear the tag. */
    long count(long tagId);

    /** Everything that wears the one wears the other instead; nothing lost, nothing doubled. */
    void reattach(long fromTagId, long toTagId);
}
