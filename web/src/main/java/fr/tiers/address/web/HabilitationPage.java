package fr.tiers.address.web;

import fr.tiers.address.Sites;
import fr.tiers.address.site.HabilitationTypes;
import fr.tiers.address.site.Habilitations;
import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Messages;

/** For administrators: the technicians and the habilitations they hold. */
@Named("habilitationPage")
@ViewScoped
public class HabilitationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Habilitations habilitations;
    private final HabilitationTypes types;
    private final Sites sites;
    private final Refusals refusals;
    private transient CodeLabels<PlainEntry> labels;
    private String login;
    private String type;
    private Integer level;
    private LocalDate from;
    private LocalDate to;

    protected HabilitationPage() {
        this(null, null, null, null);
    }

    @Inject
    public HabilitationPage(Habilitations habilitations, HabilitationTypes types, Sites sites, Refusals refusals) {
        this.habilitations = habilitations;
        this.types = types;
        this.sites = sites;
        this.refusals = refusals;
    }

    public List<PlainEntry> getTypes() {
        return types().choices(null);
    }

    public String label(String type) {
        return types().label(type).orElse(type);
    }

    private CodeLabels<PlainEntry> types() {
        if (labels == null) {
            labels = new CodeLabels<>(types);
        }
        return labels;
    }

    public List<Habilitations.Held> getHeld() {
        return habilitations.held();
    }

    public List<Sites.Technician> getTechnicians() {
        return sites.technicians();
    }

    public void give() {
        if (refusals.guard(() -> habilitations.give(Checks.trim(login), Checks.trim(type), level, from, to))) {
            Messages.addGlobalInfo(Functions.text("address.habilitation.given"));
            type = null;
            level = null;
            from = null;
            to = null;
        }
    }

    public void take(long id) {
        refusals.guard(() -> habilitations.take(id));
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer level) {
        this.level = level;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
