package fr.tiers.numbering.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.numbering.Numbering;
import fr.tiers.numbering.Purpose;
import fr.tiers.organisation.Organisation;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The masks of codes, with what they would give while one types. */
@Named("numberingPage")
@ViewScoped
public class NumberingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Numbering numbering;
    private final Organisation organisation;
    private final Refusals refusals;
    private String editing;
    private long version;
    private String mask;
    private boolean adding;
    private Purpose purpose;
    private String company;

    protected NumberingPage() {
        this(null, null, null);
    }

    @Inject
    public NumberingPage(Numbering numbering, Organisation organisation, Refusals refusals) {
        this.numbering = numbering;
        this.organisation = organisation;
        this.refusals = refusals;
    }

    public List<Numbering.RuleView> getRules() {
        return numbering.rules();
    }

    public void edit(String code) {
        var rule = numbering.rule(code);
        editing = code;
        version = rule.version();
        mask = rule.mask();
    }

    /** A range for one company. */
    public void add() {
        editing = null;
        adding = true;
        purpose = Purpose.SHARED;
        company = null;
        mask = "{eee}{000000}";
    }

    public void leave() {
        editing = null;
        adding = false;
    }

    public void save() {
        var saved = refusals.guard(() -> {
            if (adding) {
                numbering.addRange(purpose, company, mask);
            } else {
                numbering.changeMask(editing, version, mask);
            }
        });
        if (saved) {
            done("numbering.saved");
        }
    }

    public void remove(String code) {
        if (refusals.guard(() -> numbering.removeRange(code))) {
            done("numbering.removed");
        }
    }

    private static void done(String message) {
        Messages.addFlashGlobalInfo(Functions.text(message));
        Faces.redirect("numbering/rules.xhtml");
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public List<Organisation.CompanyRow> getCompanies() {
        return organisation.companies();
    }

    /** @return empty for a mask that cannot be read */
    public List<String> getNextCodes() {
        try {
            return numbering.preview(editing == null ? "" : editing, mask);
        } catch (BusinessException e) {
            return List.of();
        }
    }

    /** Why the mask cannot be read; null when it can. */
    public String getProblem() {
        return Refusals.refusalOf(() -> numbering.preview(editing == null ? "" : editing, mask))
                .map(refusal -> refusal.violations().isEmpty()
                        ? refusals.words(refusal).get(0)
                        : refusals.words(refusal).get(0).replaceFirst("^mask : ", ""))
                .orElse(null);
    }

    public String getEditing() {
        return editing;
    }

    public boolean isAdding() {
        return adding;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getMask() {
        return mask;
    }

    public void setMask(String mask) {
        this.mask = mask;
    }
}
