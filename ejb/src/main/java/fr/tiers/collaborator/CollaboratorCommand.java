package fr.tiers.collaborator;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;

/**
 * Somebody who shall work on a tier.
 *
 * @param user login
 * @param type code of an active type
 */
public record CollaboratorCommand(String user, String type) {

    public CollaboratorCommand {
        user = Checks.trim(user);
        type = Checks.trim(type);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .required("user", user)
                .text("user", user)
                .required("type", type)
                .text("type", type)
                .refuse();
    }
}
