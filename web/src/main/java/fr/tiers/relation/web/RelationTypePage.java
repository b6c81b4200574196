package fr.tiers.relation.web;

import fr.tiers.codelist.web.CodeListPage;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.relation.RelationType;
import fr.tiers.relation.RelationTypes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The types of relations: how they read from each side, in both languages. */
@Named("relationTypePage")
@ViewScoped
public class RelationTypePage extends CodeListPage<RelationType> {

    private static final long serialVersionUID = 1L;

    private String inverseFr;
    private String inverseEn;
    private boolean symmetric;

    protected RelationTypePage() {
        this(null, null);
    }

    @Inject
    public RelationTypePage(RelationTypes types, Refusals refusals) {
        super(types, refusals);
    }

    @Override
    protected RelationType entry() {
        return new RelationType(
                getCode(),
                version(),
                getLabelFr(),
                inverseFr,
                getLabelEn(),
                inverseEn,
                symmetric,
                position(),
                isActive());
    }

    @Override
    protected void fill(RelationType type) {
        inverseFr = type.inverseFr();
        inverseEn = type.inverseEn();
        symmetric = type.symmetric();
    }

    @Override
    protected void clear() {
        inverseFr = null;
        inverseEn = null;
        symmetric = false;
    }

    public String getInverseFr() {
        return inverseFr;
    }

    public void setInverseFr(String inverseFr) {
        this.inverseFr = inverseFr;
    }

    public String getInverseEn() {
        return inverseEn;
    }

    public void setInverseEn(String inverseEn) {
        this.inverseEn = inverseEn;
    }

    public boolean isSymmetric() {
        return symmetric;
    }

    public void setSymmetric(boolean symmetric) {
        this.symmetric = symmetric;
    }
}
