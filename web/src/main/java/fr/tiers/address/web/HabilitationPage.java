package fr.tiers.address.web;

import fr.tiers.address.Sites;
import fr.tiers.address.site.Habilitations;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Messages;

/** For administrators: the habilitations there are, and the technicians who hold them. */
@Named("habilitationPage")
@ViewScoped
public class HabilitationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Habilitations habilitations;
    private final Sites sites;
    private final Refusals refusals;
    private transient List<Habilitations.Type> types;
    private String code;
    private String labelFr;
    private String labelEn;
    private String login;
    private String type;
    private Integer level;
    private LocalDate from;
    private LocalDate to;

    protected HabilitationPage() {
        this(null, null, null);
    }

    @Inject
    public HabilitationPage(Habilitations habilitations, Sites sites, Refusals refusals) {
        this.habilitations = habilitations;
        this.sites = sites;
        this.refusals = refusals;
    }

    public List<Habilitations.Type> getTypes() {
        if (types == null) {
            types = habilitations.types();
        }
        return types;
    }

    public List<Habilitations.Type> getActiveTypes() {
        return getTypes().stream().filter(Habilitations.Type::active).toList();
    }

    public List<Habilitations.Held> getHeld() {
        return habilitations.held();
    }

    public List<Sites.Technician> getTechnicians() {
        return sites.technicians();
    }

    public String label(String wanted) {
        var language =
                FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
        return getTypes().stream()
                .filter(one -> one.code().equals(wanted))
                .map(one -> one.label(language))
                .findFirst()
                .orElse(wanted);
    }

    public void create() {
        if (refusals.guard(() -> habilitations.create(code, labelFr, labelEn))) {
            Messages.addGlobalInfo(Functions.text1("address.habilitation.created", labelFr));
            code = null;
            labelFr = null;
            labelEn = null;
        }
        types = null;
    }

    /** Makes a type available or not any more. */
    public void toggle(Habilitations.Type one) {
        refusals.guard(() -> habilitations.change(
                new Habilitations.Type(one.code(), one.version(), one.labelFr(), one.labelEn(), !one.active())));
        types = null;
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getLabelFr() {
        return labelFr;
    }

    public void setLabelFr(String labelFr) {
        this.labelFr = labelFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
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
