package fr.tiers.address.web;

import fr.tiers.access.Action;
import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressFieldOwner;
import fr.tiers.address.AddressGrants;
import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.address.Sites;
import fr.tiers.address.site.HabilitationTypes;
import fr.tiers.address.site.Habilitations;
import fr.tiers.address.site.HolidayRegion;
import fr.tiers.address.site.Opening;
import fr.tiers.address.site.OpeningException;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.PublicHoliday;
import fr.tiers.address.site.RequiredHabilitation;
import fr.tiers.address.site.SiteData;
import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Violation;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRights;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One site: when it is open, who goes there, what one must be allowed to do, which extranet users see it. */
@Named("sitePage")
@ViewScoped
public class SitePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HOLIDAYS_SHOWN = 4;

    private final Addresses addresses;
    private final Sites sites;
    private final Habilitations habilitations;
    private final HabilitationTypes habilitationTypes;
    private final AddressGrants grants;
    private final TierRights rights;
    private final Refusals refusals;
    private final Clock clock;
    private final FieldWords fieldWords;
    private transient CodeLabels<PlainEntry> types;
    private AddressView address;
    private String name;
    private String technician;
    private String region;
    private boolean closedOnHolidays;
    private Map<String, String> week = new HashMap<>();
    private List<OpeningException> exceptions = new ArrayList<>();
    private List<RequiredHabilitation> required = new ArrayList<>();
    private LocalDate date;
    private String hours;
    private String reason;
    private String type;
    private Integer level;
    private boolean mandatory = true;
    private String viewer;

    protected SitePage() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public SitePage(
            Addresses addresses,
            Sites sites,
            Habilitations habilitations,
            HabilitationTypes habilitationTypes,
            AddressGrants grants,
            TierRights rights,
            Refusals refusals,
            Clock clock,
            FieldWords fieldWords) {
        this.addresses = addresses;
        this.sites = sites;
        this.habilitations = habilitations;
        this.habilitationTypes = habilitationTypes;
        this.grants = grants;
        this.rights = rights;
        this.refusals = refusals;
        this.clock = clock;
        this.fieldWords = fieldWords;
    }

    /** Answers 404 for an address that does not exist or is not the caller's to see. */
    public void load() {
        try {
            fill(addresses.get(Params.id("address", String.valueOf(Faces.getRequestParameter("id")))));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    private void fill(AddressView view) {
        address = view;
        name = view.site().name();
        technician = view.site().technician();
        region = view.site().holidayRegion();
        closedOnHolidays = view.site().closedOnHolidays();
        exceptions = new ArrayList<>(view.site().exceptions());
        required = new ArrayList<>(view.site().habilitations());
        week = new HashMap<>();
        var words = new OpeningWords();
        words.getDays().forEach(day -> week.put(day, words.day(view.openingHours(), day)));
    }

    /** The site has a new version by a tag; the form goes on with it, unless somebody else was there as well. */
    void retagged() {
        var now = addresses.get(address.id());
        if (now.version() == address.version() + 1) {
            address = now;
        }
    }

    public boolean isFound() {
        return address != null;
    }

    public AddressView getAddress() {
        return address;
    }

    /** What the custom fields say. */
    public List<FieldWords.Group> getCustomGroups() {
        return fieldWords.groups(
                AddressFieldOwner.OBJECT, address.custom(), AddressFieldOwner.facts(address.toCommand()));
    }

    public Opening getOpening() {
        return address.opening(clock.instant());
    }

    public boolean isWriter() {
        return rights.may(address.tier(), Action.EDIT);
    }

    public boolean isGranter() {
        return rights.may(address.tier(), Action.ASSIGN);
    }

    public List<PublicHoliday.Dated> getHolidays() {
        return address.region() == null || !closedOnHolidays
                ? List.of()
                : PublicHoliday.next(LocalDate.now(clock), address.region(), HOLIDAYS_SHOWN);
    }

    public List<HolidayRegion> getRegions() {
        return List.of(HolidayRegion.values());
    }

    /** Technicians of today, and the one who is named even if he or she has left. */
    public List<Sites.Technician> getTechnicians() {
        var all = new ArrayList<>(sites.technicians());
        if (technician != null && all.stream().noneMatch(one -> one.login().equals(technician))) {
            all.add(new Sites.Technician(technician, technician));
        }
        return all;
    }

    public List<PlainEntry> getTypes() {
        return types().choices(null).stream()
                .filter(one ->
                        required.stream().noneMatch(present -> present.type().equals(one.code())))
                .toList();
    }

    public String typeLabel(String code) {
        return types().label(code).orElse(code);
    }

    private CodeLabels<PlainEntry> types() {
        if (types == null) {
            types = new CodeLabels<>(habilitationTypes);
        }
        return types;
    }

    /** What keeps the preferred technician from working there today. */
    public List<String> getMissing() {
        return technician == null ? List.of() : habilitations.missing(address.id(), technician, LocalDate.now(clock));
    }

    public void addException() {
        refusals.guard(() -> atTheirInputs(() -> {
            new Checks().required("date", date).refuse();
            var slots = OpeningWords.parse("MONDAY", hours);
            if (slots.isEmpty()) {
                exceptions.add(new OpeningException(date, null, null, Checks.trim(reason)));
            }
            slots.forEach(
                    slot -> exceptions.add(new OpeningException(date, slot.from(), slot.to(), Checks.trim(reason))));
            store();
            date = null;
            hours = null;
            reason = null;
        }));
    }

    /** The rules speak of all exceptions at once; the page has an input for each part of the new one. */
    private static void atTheirInputs(Runnable change) {
        try {
            change.run();
        } catch (BusinessException e) {
            throw new BusinessException(
                    e.kind(),
                    e.code(),
                    e.violations().stream().map(SitePage::atItsInput).toList(),
                    e.arguments().toArray());
        }
    }

    private static Violation atItsInput(Violation violation) {
        if (!"site.exceptions".equals(violation.field())) {
            return violation;
        }
        var input =
                switch (violation.code()) {
                    case "hours-shape", "hours-overlap" -> "exceptionHours";
                    case "too-long", "control-character" -> "reason";
                    default -> "date";
                };
        return new Violation(input, violation.code(), violation.arguments());
    }

    public void removeException(OpeningException exception) {
        exceptions.remove(exception);
        refusals.guard(this::store);
    }

    public void addHabilitation() {
        refusals.guard(() -> {
            new Checks().required("type", Checks.trim(type)).refuse();
            required.add(new RequiredHabilitation(type, level, mandatory));
            store();
            type = null;
            level = null;
        });
    }

    public void removeHabilitation(RequiredHabilitation habilitation) {
        required.remove(habilitation);
        refusals.guard(this::store);
    }

    public void save() {
        if (refusals.guard(this::store)) {
            Messages.addGlobalInfo(Functions.text1("address.saved", address.name()));
        }
    }

    /** All of the site goes with one version: what is refused is taken back from the lists. */
    private void store() {
        var before = address.toCommand();
        var slots = new OpeningWords()
                .getDays().stream()
                        .flatMap(day -> OpeningWords.parse(day, week.get(day)).stream())
                        .toList();
        var site = new SiteData(name, technician, region, closedOnHolidays, exceptions, required);
        try {
            fill(addresses.update(address.id(), address.version(), with(before, slots, site)));
        } catch (RuntimeException e) {
            exceptions = new ArrayList<>(before.site().exceptions());
            required = new ArrayList<>(before.site().habilitations());
            throw e;
        }
    }

    private static AddressCommand with(AddressCommand before, List<OpeningSlot> hours, SiteData site) {
        var form = AddressForm.of(before);
        form.setOpeningHours(hours);
        form.setSite(site);
        return form.toCommand();
    }

    public List<AddressGrants.Viewer> getViewers() {
        return grants.of(address.id());
    }

    public List<AddressGrants.Viewer> getCandidates() {
        return grants.candidates(address.id());
    }

    public void grant() {
        refusals.guard(() -> grants.grant(address.id(), viewer));
        viewer = null;
    }

    public void revoke(String login) {
        refusals.guard(() -> grants.revoke(address.id(), login));
    }

    public Map<String, String> getWeek() {
        return week;
    }

    public List<OpeningException> getExceptions() {
        return exceptions;
    }

    public List<RequiredHabilitation> getRequired() {
        return required;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTechnician() {
        return technician;
    }

    public void setTechnician(String technician) {
        this.technician = technician;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public boolean isClosedOnHolidays() {
        return closedOnHolidays;
    }

    public void setClosedOnHolidays(boolean closedOnHolidays) {
        this.closedOnHolidays = closedOnHolidays;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
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

    public boolean isMandatory() {
        return mandatory;
    }

    public void setMandatory(boolean mandatory) {
        this.mandatory = mandatory;
    }

    public String getViewer() {
        return viewer;
    }

    public void setViewer(String viewer) {
        this.viewer = viewer;
    }
}
