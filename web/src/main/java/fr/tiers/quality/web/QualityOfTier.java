package fr.tiers.quality.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.quality.Quality;
import fr.tiers.quality.QualityPanel;
import fr.tiers.quality.QualityPoint;
import fr.tiers.quality.QualityView;
import fr.tiers.quality.VisitFrequency;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.tier.web.TierRights;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Messages;

/** The quality of the tier: what was earned, what is missing and where to fill it in. */
@Named("qualityOfTier")
@ViewScoped
public class QualityOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Quality quality;
    private final TierRecordView record;
    private final TierRights rights;
    private final Refusals refusals;
    private transient QualityPanel panel;
    private String user;
    private Integer visitsPerYear;

    protected QualityOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public QualityOfTier(Quality quality, TierRecordView record, TierRights rights, Refusals refusals) {
        this.quality = quality;
        this.record = record;
        this.rights = rights;
        this.refusals = refusals;
    }

    private QualityPanel panel() {
        if (panel == null) {
            panel = quality.panel(record.getId());
        }
        return panel;
    }

    public QualityView getView() {
        return panel().quality();
    }

    public List<QualityPoint> getMissing() {
        return getView().points().stream()
                .filter(point -> point.missing() != null)
                .toList();
    }

    public List<QualityPoint> getEarned() {
        return getView().points().stream()
                .filter(point -> point.missing() == null)
                .toList();
    }

    /** Weak, fair or good: the tone of the bar, always beside the number. */
    public String getTone() {
        var quota =
                getView().max() == 0 ? 0 : 10 * getView().score() / getView().max();
        return quota >= 7 ? "good" : quota >= 4 ? "fair" : "weak";
    }

    /** Where the point can be earned. */
    public String link(QualityPoint point) {
        var tab = "record.xhtml?id=" + record.getId() + "&tab=";
        return switch (point.missing()) {
            case "contact" -> tab + "contact&new=true";
            case "event" -> tab + "event&new=true";
                // only somebody who works on the tier can have a frequency
            case "visitsPerYear" -> isPlanner() ? "#visits:visitsPerYear" : tab + "collaborator&new=true";
            default -> "edit.xhtml?id=" + record.getId() + "#tier:"
                    + point.missing().substring(point.missing().lastIndexOf('.') + 1);
        };
    }

    public List<VisitFrequency> getVisits() {
        return panel().visits();
    }

    /** Whether there is somebody whose frequency this user may set. */
    public boolean isPlanner() {
        return rights.isWriter() && !getVisits().isEmpty();
    }

    public String plan() {
        if (!refusals.guard(() -> quality.plan(record.getId(), user, visitsPerYear))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("quality.visits.saved"));
        return "/tier/record.xhtml?faces-redirect=true&id=" + record.getId();
    }

    public String getUser() {
        if (user == null && !getVisits().isEmpty()) {
            user = getVisits().get(0).user();
            visitsPerYear = getVisits().get(0).visitsPerYear();
        }
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public Integer getVisitsPerYear() {
        getUser();
        return visitsPerYear;
    }

    public void setVisitsPerYear(Integer visitsPerYear) {
        this.visitsPerYear = visitsPerYear;
    }
}
