package fr.tiers.address.web;

import fr.tiers.address.site.HabilitationTypes;
import fr.tiers.codelist.web.PlainListPage;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The habilitations that sites may ask for. */
@Named("habilitationTypePage")
@ViewScoped
public class HabilitationTypePage extends PlainListPage {

    private static final long serialVersionUID = 1L;

    protected HabilitationTypePage() {
        this(null, null);
    }

    @Inject
    public HabilitationTypePage(HabilitationTypes list, Refusals refusals) {
        super(list, refusals);
    }
}
