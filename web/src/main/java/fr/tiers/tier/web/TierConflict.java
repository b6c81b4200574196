package fr.tiers.tier.web;

import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Two people changed the same tier: what each wrote, field by field, and what shall stand. */
public class TierConflict implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TierView theirs;
    private final ArrayList<Difference> differences = new ArrayList<>();

    /** One field. What only the other changed is taken over unless the user says otherwise. */
    public static class Difference implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String mine;
        private final String theirs;
        private String choice;

        Difference(String field, String mine, String theirs, boolean changedByMe) {
            this.field = field;
            this.mine = mine;
            this.theirs = theirs;
            this.choice = changedByMe ? "mine" : "theirs";
        }

        public String getField() {
            return field;
        }

        public String getMine() {
            return mine;
        }

        public String getTheirs() {
            return theirs;
        }

        /** Mine or theirs. */
        public String getChoice() {
            return choice;
        }

        public void setChoice(String choice) {
            this.choice = choice;
        }
    }

    /**
     * @param before what the user started from
     * @param theirs what stands now
     */
    TierConflict(TierView before, TierData mine, TierView theirs) {
        this.theirs = theirs;
        var beforeData = TierMapping.toData(before);
        var theirData = TierMapping.toData(theirs);
        for (var field : TierFields.names(mine, theirData)) {
            var my = TierFields.text(mine, field);
            var their = TierFields.text(theirData, field);
            if (!my.equals(their)) {
                boolean changedByMe = !my.equals(TierFields.text(beforeData, field));
                differences.add(new Difference(field, my, their, changedByMe));
            }
        }
    }

    public List<Difference> getDifferences() {
        return differences;
    }

    public TierView getTheirs() {
        return theirs;
    }

    /** Puts what was chosen of the other version into the user's. */
    void applyTo(TierData mine) {
        var theirData = TierMapping.toData(theirs);
        differences.stream()
                .filter(difference -> "theirs".equals(difference.getChoice()))
                .forEach(difference -> TierFields.copy(difference.getField(), theirData, mine));
    }
}
