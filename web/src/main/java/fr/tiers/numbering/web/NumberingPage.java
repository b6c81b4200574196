package fr.tiers.numbering.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.numbering.Numbering;
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
    private final Refusals refusals;
    private String editing;
    private long version;
    private String mask;

    protected NumberingPage() {
        this(null, null);
    }

    @Inject
    public NumberingPage(Numbering numbering, Refusals refusals) {
        this.numbering = numbering;
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

    public void leave() {
        editing = null;
    }

    public void save() {
        if (refusals.guard(() -> numbering.changeMask(editing, version, mask))) {
            Messages.addFlashGlobalInfo(Functions.text("numbering.saved"));
            Faces.redirect("numbering/rules.xhtml");
        }
    }

    /** @return empty for a mask that cannot be read */
    public List<String> getNextCodes() {
        try {
            return numbering.preview(editing, mask);
        } catch (BusinessException e) {
            return List.of();
        }
    }

    /** Why the mask cannot be read; null when it can. */
    public String getProblem() {
        return Refusals.refusalOf(() -> numbering.preview(editing, mask))
                .map(refusal -> refusal.violations().isEmpty()
                        ? refusals.words(refusal).get(0)
                        : refusals.words(refusal).get(0).replaceFirst("^mask : ", ""))
                .orElse(null);
    }

    public String getEditing() {
        return editing;
    }

    public String getMask() {
        return mask;
    }

    public void setMask(String mask) {
        this.mask = mask;
    }
}
