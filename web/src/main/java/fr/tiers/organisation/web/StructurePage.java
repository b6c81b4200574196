package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Structure;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Companies, agencies, the tree of sales units, groups: seen at a glance, edited one at a time. */
@Named("structurePage")
@ViewScoped
public class StructurePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Organisation organisation;
    private final Structure structure;
    private final Refusals refusals;
    private Part part;

    protected StructurePage() {
        this(null, null, null);
    }

    @Inject
    public StructurePage(Organisation organisation, Structure structure, Refusals refusals) {
        this.organisation = organisation;
        this.structure = structure;
        this.refusals = refusals;
    }

    public List<Organisation.CompanyRow> getCompanies() {
        return organisation.companies();
    }

    public List<Organisation.AgencyRow> getAgencies() {
        return organisation.agencies();
    }

    public List<Organisation.SalesUnitRow> getUnits() {
        return organisation.salesUnits();
    }

    public List<Structure.GroupRow> getGroups() {
        return structure.groups();
    }

    public Set<String> getCurrencies() {
        return Stream.of("EUR", "CHF", "GBP", "USD", "XPF", "MAD", "TND")
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    public void add(String kind) {
        part = Part.fresh(Part.Kind.valueOf(kind));
    }

    /** A new unit below this one. */
    public void addBelow(String parent) {
        part = Part.fresh(Part.Kind.UNIT);
        part.setParent(parent);
    }

    public void editCompany(long id) {
        var row = organisation.company(id);
        part = new Part(Part.Kind.COMPANY, id, row.version(), row.code(), row.name());
        part.setSiren(row.siren());
        part.setCurrency(row.currency());
        part.setLanguage(row.language());
        part.setHeadOfficeEmail(row.headOfficeEmail());
        part.setSenderName(row.senderName());
        part.setSenderEmail(row.senderEmail());
    }

    public void editAgency(long id) {
        var row = organisation.agency(id);
        part = new Part(Part.Kind.AGENCY, id, row.version(), row.code(), row.name());
        part.setCompany(row.companyCode());
        part.setCity(row.city());
        part.setPostalCode(row.postalCode());
    }

    public void editUnit(long id) {
        var row = organisation.salesUnit(id);
        part = new Part(Part.Kind.UNIT, id, row.version(), row.code(), row.name());
        part.setParent(row.parentCode());
    }

    public void editGroup(long id) {
        var row = structure.group(id);
        part = new Part(Part.Kind.GROUP, id, row.version(), row.code(), row.name());
    }

    public void leave() {
        part = null;
    }

    public void save() {
        if (refusals.guard(this::write)) {
            Messages.addFlashGlobalInfo(Functions.text1("organisation.saved", part.getName()));
            Faces.redirect("organisation/structure.xhtml");
        }
    }

    private void write() {
        switch (part.getKind()) {
            case COMPANY -> writeCompany();
            case AGENCY -> writeAgency();
            case UNIT -> writeUnit();
            default -> writeGroup();
        }
    }

    private void writeCompany() {
        var command = new Structure.CompanyCommand(
                part.getCode(),
                part.getName(),
                part.getSiren(),
                part.getCurrency(),
                part.getLanguage(),
                part.getHeadOfficeEmail(),
                part.getSenderName(),
                part.getSenderEmail());
        if (part.isFresh()) {
            structure.createCompany(command);
        } else {
            structure.updateCompany(part.id(), part.version(), command);
        }
    }

    private void writeAgency() {
        var command = new Structure.AgencyCommand(
                part.getCompany(), part.getCode(), part.getName(), part.getCity(), part.getPostalCode());
        if (part.isFresh()) {
            structure.createAgency(command);
        } else {
            structure.updateAgency(part.id(), part.version(), command);
        }
    }

    private void writeUnit() {
        var command = new Structure.SalesUnitCommand(part.getParent(), part.getCode(), part.getName());
        if (part.isFresh()) {
            structure.createSalesUnit(command);
        } else {
            structure.updateSalesUnit(part.id(), part.version(), command);
        }
    }

    private void writeGroup() {
        var command = new Structure.GroupCommand(part.getCode(), part.getName());
        if (part.isFresh()) {
            structure.createGroup(command);
        } else {
            structure.updateGroup(part.id(), part.version(), command);
        }
    }

    /** What is being edited; null while nothing is. */
    public Part getPart() {
        return part;
    }
}
