package fr.tiers.contact;

import fr.tiers.kernel.MergedRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the id of a person leads that became a part of another. */
@ApplicationScoped
public class MergedContacts {

    private final MergedRecords merged;
    private final ContactAccess access;

    protected MergedContacts() {
        this(null, null);
    }

    @Inject
    public MergedContacts(MergedRecords merged, ContactAccess access) {
        this.merged = merged;
        this.access = access;
    }

    /** @return the person who is left after however many merges; empty when there was none, or when not the caller's to see */
    public Optional<Long> survivor(long id) {
        return merged.into("CONTACT", id).filter(access::sees);
    }
}
