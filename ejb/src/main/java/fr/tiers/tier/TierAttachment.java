package fr.tiers.tier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a feature tells the tier about the data it hangs on tiers. Each feature offers one CDI bean of it; merge, delete, anonymise and
 * the right of access reach every feature through it. A test finds each foreign key to {@code tier} in the database catalogue and fails
 * when no attachment answers for its table.
 */
public interface TierAttachment {

    /** Name of the feature: key of the tab, of its texts and of the REST path. */
    String feature();

    /** Tables with a foreign key to {@code tier} that this attachment answers for. */
    Set<String> tables();

    /** How many rows hang on the tier; what the tab's badge and the merge preview show. */
    long count(long tierId);

    /**
     * SQL for one number.
     *
     * @param sql names the tier {@code :tier}
     * @param parameters further ones; all features share one statement, so a name means the same in each
     */
    record CountQuery(String sql, Map<String, ?> parameters) {}

    /** {@link #count} as SQL, so that the badges of all features come from one statement; empty when SQL alone cannot say it. */
    default Optional<CountQuery> countQuery() {
        return Optional.empty();
    }

    /** Whether something here must not disappear with the tier (an invoice that the law says to keep, say). */
    boolean blocksDeletion(long tierId);

    /** Removes what hangs on a tier that is being deleted; only called when nothing blocks. */
    void delete(long tierId);

    /** Merge: gives everything to the other tier; nothing lost, nothing doubled. */
    void reattach(long fromTierId, long toTierId);

    /** Right to be forgotten: removes what identifies a person, keeps what the law says to keep. */
    void anonymise(long tierId);

    /** Right of access: hands out what is kept about the tier. */
    void export(long tierId, PersonalDataExport out);
}
