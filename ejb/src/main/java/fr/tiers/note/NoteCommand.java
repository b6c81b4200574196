package fr.tiers.note;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.util.Set;

/**
 * A note to write down.
 *
 * @param visibility PUBLIC when left empty, or PRIVATE
 * @param pinned stands first, and in the summary of the record
 */
public record NoteCommand(String body, String visibility, Boolean pinned) {

    public static final String PUBLIC = "PUBLIC";
    public static final String PRIVATE = "PRIVATE";

    public NoteCommand {
        body = Checks.trim(body);
        visibility = visibility == null ? PUBLIC : visibility;
    }

    boolean isPinned() {
        return pinned != null && pinned;
    }

    boolean isPrivate() {
        return PRIVATE.equals(visibility);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .required("body", body)
                .text("body", body, Checks.MAX_LONG_TEXT)
                .oneOf("visibility", visibility, Set.of(PUBLIC, PRIVATE))
                .refuse();
    }
}
