package fr.tiers.tier;

import jakarta.persistence.Embeddable;

/** A row of {@code tier_other_email}. */
@Embeddable
class EmailEntry {

    private String type;
    private String email;

    protected EmailEntry() {}

    static EmailEntry of(OtherEmail other) {
        var entry = new EmailEntry();
        entry.type = other.type();
        entry.email = other.email();
        return entry;
    }
}
