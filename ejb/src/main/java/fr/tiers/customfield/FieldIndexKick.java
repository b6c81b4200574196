package fr.tiers.customfield;

import fr.tiers.customfield.CustomFieldService.FieldChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Starts the work that follows a change of definition once the change is committed. */
@ApplicationScoped
public class FieldIndexKick {

    private final FieldIndexes indexes;

    protected FieldIndexKick() {
        this(null);
    }

    @Inject
    public FieldIndexKick(FieldIndexes indexes) {
        this.indexes = indexes;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) FieldChanged change) {
        indexes.follow(change);
    }
}
