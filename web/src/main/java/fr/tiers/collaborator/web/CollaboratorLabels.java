package fr.tiers.collaborator.web;

import fr.tiers.collaborator.CollaboratorType;
import fr.tiers.collaborator.CollaboratorTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** The types of collaborators in the user's language. */
@Named("collaboratorLabels")
@RequestScoped
public class CollaboratorLabels {

    private final CollaboratorTypes types;
    private List<CollaboratorType> all;

    protected CollaboratorLabels() {
        this(null);
    }

    @Inject
    public CollaboratorLabels(CollaboratorTypes types) {
        this.types = types;
    }

    public String type(String code) {
        return all().stream()
                .filter(type -> type.code().equals(code))
                .map(this::label)
                .findFirst()
                .orElse(code);
    }

    public String label(CollaboratorType type) {
        return "en".equals(Faces.getLocale().getLanguage()) ? type.labelEn() : type.labelFr();
    }

    /** Those that may be given; the present one too. */
    public List<CollaboratorType> choices(String present) {
        return all().stream()
                .filter(type -> type.active() || type.code().equals(present))
                .toList();
    }

    private List<CollaboratorType> all() {
        if (all == null) {
            all = types.all();
        }
        return all;
    }
}
