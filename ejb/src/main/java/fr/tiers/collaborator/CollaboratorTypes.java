package fr.tiers.collaborator;

import fr.tiers.codelist.PlainList;
import jakarta.ejb.Stateless;

/** The types of collaborators: what somebody does for a tier. */
@Stateless
public class CollaboratorTypes extends PlainList {

    public CollaboratorTypes() {
        super("collaborator-type", "collaborator_type", "select 1 from tier_collaborator where type = :code");
    }

    /** SALES is what somebody who creates a tier becomes. */
    @Override
    protected boolean isNeeded(String code) {
        return "SALES".equals(code);
    }
}
