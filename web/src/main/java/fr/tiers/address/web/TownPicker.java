package fr.tiers.address.web;

import fr.tiers.address.Communes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.primefaces.event.SelectEvent;

/**
 * Completes postal code and town for the fragment {@code /WEB-INF/address/town.xhtml}, whatever form it stands in: the choice fills the
 * inputs {@code postalCode}, {@code city} and, where the form has one, {@code inseeCode}.
 */
@Named("townPicker")
@RequestScoped
public class TownPicker {

    private final Communes communes;

    protected TownPicker() {
        this(null);
    }

    @Inject
    public TownPicker(Communes communes) {
        this.communes = communes;
    }

    /** @return as on an envelope, "44000 Nantes" */
    public List<String> complete(String query) {
        return communes.find(query).stream()
                .map(commune -> commune.postalCode() + ' ' + commune.name())
                .toList();
    }

    public void choose(SelectEvent<String> event) {
        communes.find(event.getObject()).stream().findFirst().ifPresent(commune -> {
            fill(event.getComponent(), "postalCode", commune.postalCode());
            fill(event.getComponent(), "city", commune.name());
            fill(event.getComponent(), "inseeCode", commune.inseeCode());
        });
    }

    private static void fill(UIComponent beside, String id, String text) {
        if (beside.findComponent(id) instanceof UIInput input) {
            var elContext = FacesContext.getCurrentInstance().getELContext();
            input.resetValue();
            input.getValueExpression("value").setValue(elContext, text);
        }
    }
}
