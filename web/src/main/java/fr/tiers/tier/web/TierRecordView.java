package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.MergedTiers;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/** One tier: its summary, and which tab is open. */
@Named("tierRecord")
@ViewScoped
public class TierRecordView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String SUMMARY = new SummaryTab().feature();
    private static final List<String> PARTS = List.of("details", "identity", "organisation");

    private final TierService tiers;
    private final RecordTabs tabs;
    private final TierEditView form;
    private final MergedTiers merged;
    private String idText;
    private long id;
    private String tab;
    private boolean creating;
    private String editing;
    private String list;
    private long sought;
    private TierView tier;
    private Map<String, Long> counts;

    protected TierRecordView() {
        this(null, null, null, null);
    }

    @Inject
    public TierRecordView(TierService tiers, RecordTabs tabs, TierEditView form, MergedTiers merged) {
        this.tiers = tiers;
        this.tabs = tabs;
        this.form = form;
        this.merged = merged;
    }

    /** Answers 404 for an id that does not exist or is not the caller's to see; one that was merged leads to the survivor. */
    public void load() {
        try {
            id = Params.id("tier", String.valueOf(idText));
            tier = tiers.get(id);
        } catch (BusinessException e) {
            // 0 where the text is no id at all
            var survivor = merged.survivor(id);
            if (survivor.isPresent()) {
                Faces.redirect("tier/record.xhtml?id=%s&mergedFrom=%s", survivor.get(), id);
            } else {
                Faces.responseSendError(404, e.code());
            }
            return;
        }
        tab = tabs.open(tab).feature();
        if (getEditing() != null) {
            form.setIdText(idText);
            form.load();
        }
    }

    public boolean isFound() {
        return tier != null;
    }

    public TierView getTier() {
        return tier;
    }

    /** Of the tier; fragments of tabs read it. */
    public long getId() {
        return id;
    }

    public RecordTab getOpenTab() {
        return tabs.open(tab);
    }

    /** What the open tab shows; nothing when the answer is a 404. */
    public String getFragment() {
        return isFound() ? getOpenTab().fragment() : "/WEB-INF/tier/nothing.xhtml";
    }

    /** The badge of a tab; null when the feature keeps no count. */
    public Long count(String feature) {
        if (counts == null) {
            counts = tiers.attachmentCounts(id);
        }
        return counts.get(feature);
    }

    /** Where an action of a tab's form leads when it is done. */
    public String openTabUrl(String feature) {
        return "/tier/record.xhtml?faces-redirect=true&id=" + id + "&tab=" + feature;
    }

    /** Whether the open tab should show its form for something new. */
    public boolean isCreating() {
        return creating && tabs.mayCreate(getOpenTab());
    }

    public void setCreating(boolean creating) {
        this.creating = creating;
    }

    /** Which part of the summary is a form; null for none. */
    public String getEditing() {
        return editing != null && PARTS.contains(editing) && SUMMARY.equals(tab) ? editing : null;
    }

    public void setEditing(String editing) {
        this.editing = editing;
    }

    /** The id of what the search led to; 0 for nothing. */
    public long getSought() {
        return sought;
    }

    /** Whether the row of the open tab is the one that the search led to. */
    public boolean isSought(long row) {
        return sought == row;
    }

    public void setSoughtText(String text) {
        sought = text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** For the URL alone. */
    public String getSoughtText() {
        return sought == 0 ? null : String.valueOf(sought);
    }

    /** For links to other records that open the same tab; empty for the summary. */
    public String getTabParameter() {
        return SUMMARY.equals(tab) ? "" : "&tab=" + tab;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(String tab) {
        this.tab = tab;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    /** The list it was opened from, as {@link TierListQuery#toWalk} wrote it; null for none. */
    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }
}
