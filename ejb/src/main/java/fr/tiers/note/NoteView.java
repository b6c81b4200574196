package fr.tiers.note;

import java.time.Instant;

/**
 * A note on a tier.
 *
 * @param visibility PUBLIC, or PRIVATE: only its author ever sees it
 * @param author login
 */
public record NoteView(
        long id,
        long version,
        long tierId,
        String visibility,
        boolean pinned,
        String body,
        String author,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt) {

    public boolean secret() {
        return NoteCommand.PRIVATE.equals(visibility);
    }

    public boolean reworded() {
        return !createdAt.equals(updatedAt);
    }
}
