package fr.tiers.collaborator.web;

import fr.tiers.codelist.web.PlainListPage;
import fr.tiers.collaborator.CollaboratorTypes;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The types of collaborators. */
@Named("collaboratorTypePage")
@ViewScoped
public class CollaboratorTypePage extends PlainListPage {

    private static final long serialVersionUID = 1L;

    protected CollaboratorTypePage() {
        this(null, null);
    }

    @Inject
    public CollaboratorTypePage(CollaboratorTypes list, Refusals refusals) {
        super(list, refusals);
    }
}
