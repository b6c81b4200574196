package fr.tiers.collaborator.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.collaborator.CollaboratorTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The types of collaborators in the user's language. */
@Named("collaboratorLabels")
@RequestScoped
public class CollaboratorLabels {

    private final CodeLabels<PlainEntry> types;

    protected CollaboratorLabels() {
        this(null);
    }

    @Inject
    public CollaboratorLabels(CollaboratorTypes types) {
        this.types = new CodeLabels<>(types);
    }

    public String type(String code) {
        return types.label(code).orElse(code);
    }

    public String label(PlainEntry type) {
        return CodeLabels.label(type);
    }

    /** Those that may be given; the present one too. */
    public List<PlainEntry> choices(String present) {
        return types.choices(present);
    }
}
