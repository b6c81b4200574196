package fr.tiers.exchange;

import java.util.List;

/**
 * What takes a written row back, besides its differences.
 *
 * @param tags as they were; null when the row did not change them
 * @param contact the link that was written; null when none was
 */
record Undo(List<String> tags, ContactUndo contact) {

    /**
     * @param version of the link after the row
     * @param added whether the row brought the person
     */
    record ContactUndo(
            long link, long version, boolean added, String jobTitle, String email, String phone, String mobile) {}
}
