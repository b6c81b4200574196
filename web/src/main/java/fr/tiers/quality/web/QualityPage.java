package fr.tiers.quality.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.quality.Criterion;
import fr.tiers.quality.CriterionRow;
import fr.tiers.quality.QualityCriteria;
import fr.tiers.quality.QualityForecast;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierLabels;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The criteria of the quality index, with what other weights would do to the base before anything is saved. */
@Named("qualityPage")
@ViewScoped
public class QualityPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final QualityCriteria criteria;
    private final TierLabels labels;
    private final Refusals refusals;
    private long version;
    private ArrayList<Row> rows;
    private String newCriterion;
    private String newType;
    private QualityForecast forecast;

    protected QualityPage() {
        this(null, null, null);
    }

    @Inject
    public QualityPage(QualityCriteria criteria, TierLabels labels, Refusals refusals) {
        this.criteria = criteria;
        this.labels = labels;
        this.refusals = refusals;
    }

    /** A criterion as the page edits it. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String criterion;
        private final String type;
        private int weight;
        private boolean active;

        Row(CriterionRow row) {
            criterion = row.criterion();
            type = row.type();
            weight = row.weight();
            active = row.active();
        }

        public String getCriterion() {
            return criterion;
        }

        public String getType() {
            return type;
        }

        public int getWeight() {
            return weight;
        }

        public void setWeight(int weight) {
            this.weight = weight;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        private CriterionRow row() {
            return new CriterionRow(criterion, type, weight, active);
        }
    }

    public List<Row> getRows() {
        if (rows == null) {
            var scheme = criteria.scheme();
            version = scheme.version();
            rows = scheme.criteria().stream().map(Row::new).collect(Collectors.toCollection(ArrayList::new));
        }
        return rows;
    }

    /** What the active criteria of all types add up to. */
    public int getMax() {
        return getRows().stream()
                .filter(row -> row.active && row.type == null)
                .mapToInt(Row::getWeight)
                .sum();
    }

    public String typeLabel(String code) {
        return labels.typeLabel(code);
    }

    public List<String> getCodes() {
        return Arrays.stream(Criterion.values()).map(Enum::name).toList();
    }

    /** The criterion gets a weight for all types, or one of its own for one type. */
    public void add() {
        boolean there = getRows().stream()
                .anyMatch(row -> row.criterion.equals(newCriterion) && Objects.equals(row.type, newType));
        if (!there) {
            rows.add(last(newCriterion) + 1, new Row(new CriterionRow(newCriterion, newType, 1, true)));
        }
        forecast = null;
    }

    private int last(String criterion) {
        int last = rows.size() - 1;
        for (int i = 0; i < rows.size(); i++) {
            last = rows.get(i).criterion.equals(criterion) ? i : last;
        }
        return last;
    }

    public void remove(Row row) {
        getRows().remove(row);
        forecast = null;
    }

    public void look() {
        refusals.guard(() -> forecast = criteria.forecast(wished()));
    }

    public void save() {
        if (refusals.guard(() -> criteria.change(version, wished()))) {
            Messages.addFlashGlobalInfo(Functions.text("quality.saved"));
            Faces.redirect("quality/criteria.xhtml");
        }
    }

    private List<CriterionRow> wished() {
        return getRows().stream().map(Row::row).toList();
    }

    public QualityForecast getForecast() {
        return forecast;
    }

    /** Tiers with a score as a share of all, in percent, one decimal. */
    public double share(long tiers) {
        return forecast.tiers() == 0 ? 0 : Math.round(1000.0 * tiers / forecast.tiers()) / 10.0;
    }

    public String getNewCriterion() {
        return newCriterion;
    }

    public void setNewCriterion(String newCriterion) {
        this.newCriterion = newCriterion;
    }

    public String getNewType() {
        return newType;
    }

    public void setNewType(String newType) {
        this.newType = newType;
    }
}
