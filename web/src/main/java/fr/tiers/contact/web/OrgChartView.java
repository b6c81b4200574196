package fr.tiers.contact.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.OrgChart;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The organisation chart of a tier; a superior is chosen by dragging a card onto another, or from a list. */
@Named("orgChart")
@ViewScoped
public class OrgChartView implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Contacts contacts;
    private final TierService tiers;
    private final Refusals refusals;
    private String tierText;
    private long tierId;
    private String tierName;
    private transient OrgChart chart;
    private transient List<ContactLinkView> people;
    private transient Map<Long, String> superiors;

    protected OrgChartView() {
        this(null, null, null);
    }

    @Inject
    public OrgChartView(Contacts contacts, TierService tiers, Refusals refusals) {
        this.contacts = contacts;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    /** Answers 404 for a tier that is not the caller's to see. */
    public void load() {
        try {
            tierId = Params.id("tier", String.valueOf(tierText));
            tierName = tiers.get(tierId).name();
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public boolean isFound() {
        return tierName != null;
    }

    private OrgChart chart() {
        if (chart == null) {
            chart = contacts.orgChart(tierId);
        }
        return chart;
    }

    public OrgChartDrawing getDrawing() {
        return OrgChartDrawing.of(chart().roots());
    }

    public OrgChartDrawing getUnplaced() {
        return OrgChartDrawing.inRows(chart().unplaced());
    }

    public boolean isBlank() {
        return chart().roots().isEmpty() && chart().unplaced().isEmpty();
    }

    public List<ContactLinkView> getPeople() {
        if (people == null) {
            people = contacts.ofTier(tierId).stream()
                    .filter(ContactLinkView::current)
                    .toList();
        }
        return people;
    }

    /** What the drag says: the card, and the card it was dropped on; an empty superior for nobody. */
    public void drop() {
        var link = Faces.getRequestParameter("link");
        var superior = Faces.getRequestParameter("superior");
        if (link != null && link.matches("\\d{1,18}") && superior != null && superior.matches("\\d{0,18}")) {
            put(Long.parseLong(link), superior.isEmpty() ? null : Long.valueOf(superior));
        }
    }

    /** What the list says. */
    public void choose(ContactLinkView person) {
        var superior = superiors.get(person.id());
        put(person.id(), superior == null || superior.isEmpty() ? null : Long.valueOf(superior));
    }

    /** By link: the superior's link as text, empty for nobody. */
    public Map<Long, String> getSuperiors() {
        if (superiors == null) {
            superiors = new HashMap<>();
            getPeople().forEach(person -> superiors.put(person.id(), Objects.toString(person.reportsTo(), "")));
        }
        return superiors;
    }

    public List<ContactLinkView> othersThan(ContactLinkView person) {
        return getPeople().stream().filter(other -> other.id() != person.id()).toList();
    }

    private void put(long link, Long superior) {
        refusals.guard(() -> {
            var moved = contacts.reportTo(link, superior);
            Messages.addGlobalInfo(Functions.text1("contact.chart.moved", moved.fullName()));
        });
        chart = null;
        people = null;
        superiors = null;
    }

    public long getTierId() {
        return tierId;
    }

    public String getTierName() {
        return tierName;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }
}
