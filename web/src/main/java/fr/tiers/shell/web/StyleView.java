package fr.tiers.shell.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Messages;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;

/** Something to show for every component of the style guide. */
@Named("style")
@ViewScoped
public class StyleView implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<StyleRow> rows = StyleRow.samples();
    private final TreeNode<String> tree = sampleTree();
    private List<StyleRow> selection = new ArrayList<>();
    private List<String> channels = new ArrayList<>(List.of("E-mail"));
    private String name;
    private String siret = "73282932000074";
    private String phone = "+33612345678";
    private String city;
    private String type = "CUSTOMER";
    private BigDecimal limit = new BigDecimal("12500.00");
    private LocalDate since = LocalDate.of(2026, 11, 5);
    private boolean watched = true;

    /** One message of each severity. */
    public void say() {
        Messages.addGlobalInfo("Le tiers a été enregistré.");
        Messages.addGlobalWarn("Le tiers est sous surveillance : encours dépassé de 1 250,00 €.");
        Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, "Paiement refusé.", "Le tiers est bloqué."));
    }

    public void save() {
        Messages.addGlobalInfo("Enregistré.");
    }

    public List<String> complete(String query) {
        return List.of("Lyon", "Lille", "Limoges", "Le Havre", "Nantes").stream()
                .filter(each -> each.regionMatches(true, 0, query, 0, query.length()))
                .toList();
    }

    private static TreeNode<String> sampleTree() {
        TreeNode<String> root = new DefaultTreeNode<>("France", null);
        TreeNode<String> south = new DefaultTreeNode<>("Sud-Est", root);
        south.setExpanded(true);
        new DefaultTreeNode<>("Lyon", south);
        new DefaultTreeNode<>("Marseille", south);
        new DefaultTreeNode<>("Nord", root);
        return root;
    }

    public Instant getMinutesAgo() {
        return Instant.now().minus(3, ChronoUnit.MINUTES);
    }

    public LocalDate getYesterday() {
        return LocalDate.now(Formats.ZONE).minusDays(1);
    }

    public List<StyleRow> getRows() {
        return rows;
    }

    public TreeNode<String> getTree() {
        return tree;
    }

    public String getChart() {
        return """
                {"type":"bar","data":{"labels":["2022","2023","2024","2025","2026"],
                "datasets":[{"label":"Chiffre d’affaires (k€)","data":[820,910,870,1040,1190]}]},
                "options":{"maintainAspectRatio":false}}""";
    }

    public List<StyleRow> getSelection() {
        return selection;
    }

    public void setSelection(List<StyleRow> selection) {
        this.selection = selection;
    }

    public List<String> getChannels() {
        return channels;
    }

    public void setChannels(List<String> channels) {
        this.channels = channels;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSiret() {
        return siret;
    }

    public void setSiret(String siret) {
        this.siret = siret;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public BigDecimal getLimit() {
        return limit;
    }

    public void setLimit(BigDecimal limit) {
        this.limit = limit;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }

    public boolean isWatched() {
        return watched;
    }

    public void setWatched(boolean watched) {
        this.watched = watched;
    }
}
