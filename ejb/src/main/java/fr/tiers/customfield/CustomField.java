package fr.tiers.customfield;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.time.Instant;

/**
 * A custom field as it stands.
 *
 * @param archivedAt when it was deleted; gone with its values 30 days later
 * @param concealed not the caller's to see
 * @param locked not the caller's to change
 * @param indexState NONE, BUILDING, READY or FAILED: of the index that keeps filter and sort fast
 */
public record CustomField(
        long id,
        long version,
        @JsonUnwrapped FieldDefinition definition,
        Instant archivedAt,
        String indexState,
        @JsonIgnore boolean concealed,
        @JsonIgnore boolean locked)
        implements Serializable {

    public String code() {
        return definition.code();
    }

    public FieldType type() {
        return definition.type();
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    /** Neither deactivated nor deleted. */
    @JsonIgnore
    public boolean isInUse() {
        return definition.active() && !isArchived();
    }
}
