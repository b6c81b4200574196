package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;

/**
 * What people say of a document.
 *
 * @param name the file's own name when left empty on an upload
 * @param category code
 * @param published puts it into the general document base: assistants, sales managers and administrators
 */
public record DocumentCommand(String name, String category, String description, Boolean published) {

    static final int MAX_NAME = 200;
    static final int MAX_DESCRIPTION = 2_000;

    public DocumentCommand {
        name = Checks.trim(name);
        category = Checks.trim(category);
        description = Checks.trim(description);
    }

    boolean isPublished() {
        return published != null && published;
    }

    DocumentCommand named(String fallback) {
        return name == null ? new DocumentCommand(fallback, category, description, published) : this;
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .required("name", name)
                .text("name", name, MAX_NAME)
                .holds(
                        name == null || name.chars().noneMatch(c -> Character.isISOControl(c)),
                        "name",
                        "control-character")
                .text("category", category)
                .text("description", description, MAX_DESCRIPTION)
                .refuse();
    }
}
