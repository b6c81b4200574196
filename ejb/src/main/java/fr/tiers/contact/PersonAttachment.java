package fr.tiers.contact;

import java.util.Set;

/**
 * What a feature keeps about people. Each feature offers a CDI bean for the tables it answers for; the server does not start with a table
 * that has a foreign key to {@code contact} and that no bean answers for.
 */
public interface PersonAttachment {

    /** Name of the feature, by which a merge counts. */
    String feature();

    /** Tables with a foreign key to {@code contact}. */
    Set<String> tables();

    /** Merge: gives everything to the other person; nothing lost, nothing doubled. */
    void reattach(long from, long to);
}
