package fr.tiers.tier;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written about a tier: the form of the page, the body of REST's POST and PUT, the row of an import. A mutable bean, because the
 * form's inputs bind to it one by one; every path hands it to {@link TierService}, which alone decides.
 */
public class TierData implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name;
    private String tradeName;
    private List<String> types = new ArrayList<>();
    private String kind = "COMPANY";
    private Boolean individual;
    private String civility;
    private String lastName;
    private String firstName;
    private String code;
    private String status = "ACTIVE";
    private String closedReason;
    private String siren;
    private String siret;
    private String vatNumber;
    private String apeCode;
    private String apeLabel;
    private String legalForm;
    private BigDecimal capital;
    private LocalDate foundedOn;
    private String sector;
    private String headcountBand;
    private Integer headcount;
    private BigDecimal turnover;
    private Integer turnoverYear;
    private String email;
    private List<OtherEmail> otherEmails = new ArrayList<>();
    private String phone;
    private String mobile;
    private String fax;
    private String website;
    private String linkedin;
    private String facebook;
    private String youtube;
    private String x;
    private String language = "fr";
    private String culture = "fr-FR";
    private String currency = "EUR";
    private AddressData address = new AddressData();
    private String salesUnit;
    private String owner;
    private List<String> companies = new ArrayList<>();
    private List<String> agencies = new ArrayList<>();
    private Long parent;
    private String distributionType;
    private String group;
    private String listingMode = "NONE";
    private boolean blocked;
    private String blockedReason;
    private LocalDate blockedUntil;
    private boolean underWatch;
    private String watchReason;
    private LocalDate watchUntil;
    private String paymentTerms;
    private String observation;
    private List<String> tags = new ArrayList<>();
    private Map<String, Object> custom = new LinkedHashMap<>();

    /** What the tier is called; of an individual, made of last and first name when empty. */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Name it trades under. */
    public String getTradeName() {
        return tradeName;
    }

    public void setTradeName(String tradeName) {
        this.tradeName = tradeName;
    }

    /** Codes of tier types, at least one. */
    public List<String> getTypes() {
        return types;
    }

    public void setTypes(List<String> types) {
        this.types = types == null ? new ArrayList<>() : new ArrayList<>(types);
    }

    /** COMPANY, INDIVIDUAL or HOUSEHOLD (several individuals at one home). */
    public String getKind() {
        if (individual == null) {
            return kind;
        }
        if (individual) {
            return "INDIVIDUAL";
        }
        return "INDIVIDUAL".equals(kind) ? "COMPANY" : kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** The short way to say INDIVIDUAL; false leaves a household what it is. Where both are written, this one holds. */
    @JsonProperty(access = Access.WRITE_ONLY)
    public boolean isIndividual() {
        return "INDIVIDUAL".equals(getKind());
    }

    public void setIndividual(boolean individual) {
        this.individual = individual;
    }

    /** M, MME or empty; individuals only. */
    public String getCivility() {
        return civility;
    }

    public void setCivility(String civility) {
        this.civility = civility;
    }

    /** Individuals only. */
    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    /** Individuals only. */
    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    /** Given by hand; empty lets the numbering rule give one. */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** ACTIVE or CLOSED. */
    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    /** Why it is closed. */
    public String getClosedReason() {
        return closedReason;
    }

    public void setClosedReason(String closedReason) {
        this.closedReason = closedReason;
    }

    /** 9 digits; taken from the SIRET when empty. */
    public String getSiren() {
        return siren;
    }

    public void setSiren(String siren) {
        this.siren = siren;
    }

    /** 14 digits of the head office. */
    public String getSiret() {
        return siret;
    }

    public void setSiret(String siret) {
        this.siret = siret;
    }

    /** Intra-EU VAT number. */
    public String getVatNumber() {
        return vatNumber;
    }

    public void setVatNumber(String vatNumber) {
        this.vatNumber = vatNumber;
    }

    /** NAF code, like 62.01Z. */
    public String getApeCode() {
        return apeCode;
    }

    public void setApeCode(String apeCode) {
        this.apeCode = apeCode;
    }

    /** Label of the NAF code. */
    public String getApeLabel() {
        return apeLabel;
    }

    public void setApeLabel(String apeLabel) {
        this.apeLabel = apeLabel;
    }

    /** Legal form in words. */
    public String getLegalForm() {
        return legalForm;
    }

    public void setLegalForm(String legalForm) {
        this.legalForm = legalForm;
    }

    /** People employed. */
    public Integer getHeadcount() {
        return headcount;
    }

    public void setHeadcount(Integer headcount) {
        this.headcount = headcount;
    }

    /** Yearly, in the tier's currency. */
    public BigDecimal getTurnover() {
        return turnover;
    }

    public void setTurnover(BigDecimal turnover) {
        this.turnover = turnover;
    }

    /** The year of the turnover. */
    public Integer getTurnoverYear() {
        return turnoverYear;
    }

    public void setTurnoverYear(Integer turnoverYear) {
        this.turnoverYear = turnoverYear;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    /** With its scheme; https:// is added when it lacks. */
    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    /** Address of the page. */
    public String getLinkedin() {
        return linkedin;
    }

    public void setLinkedin(String linkedin) {
        this.linkedin = linkedin;
    }

    /** Address of the page. */
    public String getFacebook() {
        return facebook;
    }

    public void setFacebook(String facebook) {
        this.facebook = facebook;
    }

    /** Address of the page. */
    public String getYoutube() {
        return youtube;
    }

    public void setYoutube(String youtube) {
        this.youtube = youtube;
    }

    /** Address of the page. */
    public String getX() {
        return x;
    }

    public void setX(String x) {
        this.x = x;
    }

    /** Fr or en: language of mails and documents. */
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Language and country, like fr-FR: formats. */
    public String getCulture() {
        return culture;
    }

    public void setCulture(String culture) {
        this.culture = culture;
    }

    /** ISO 4217. */
    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** The main address. */
    public AddressData getAddress() {
        return address;
    }

    public void setAddress(AddressData address) {
        this.address = address == null ? new AddressData() : address;
    }

    /** Code of the unit in the sales structure. */
    public String getSalesUnit() {
        return salesUnit;
    }

    public void setSalesUnit(String salesUnit) {
        this.salesUnit = salesUnit;
    }

    /** Login of the account owner. */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    /** Codes of our companies that deal with the tier. */
    public List<String> getCompanies() {
        return companies;
    }

    public void setCompanies(List<String> companies) {
        this.companies = companies == null ? new ArrayList<>() : new ArrayList<>(companies);
    }

    /** Codes of our agencies. */
    public List<String> getAgencies() {
        return agencies;
    }

    public void setAgencies(List<String> agencies) {
        this.agencies = agencies == null ? new ArrayList<>() : new ArrayList<>(agencies);
    }

    /** Id of the parent tier. */
    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public String getDistributionType() {
        return distributionType;
    }

    public void setDistributionType(String distributionType) {
        this.distributionType = distributionType;
    }

    /** Group of tiers (enseigne, centrale). */
    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    /** NONE, OPEN or STRICT. */
    public String getListingMode() {
        return listingMode;
    }

    public void setListingMode(String listingMode) {
        this.listingMode = listingMode;
    }

    /** Orders may be suspended. */
    public boolean isBlocked() {
        return blocked;
    }

    public void setBlocked(boolean blocked) {
        this.blocked = blocked;
    }

    /** Why. */
    public String getBlockedReason() {
        return blockedReason;
    }

    public void setBlockedReason(String blockedReason) {
        this.blockedReason = blockedReason;
    }

    /** Warns, forbids nothing. */
    public boolean isUnderWatch() {
        return underWatch;
    }

    public void setUnderWatch(boolean underWatch) {
        this.underWatch = underWatch;
    }

    public String getPaymentTerms() {
        return paymentTerms;
    }

    public void setPaymentTerms(String paymentTerms) {
        this.paymentTerms = paymentTerms;
    }

    /** Free text. */
    public String getObservation() {
        return observation;
    }

    public void setObservation(String observation) {
        this.observation = observation;
    }

    /** Share capital in the tier's currency. */
    public BigDecimal getCapital() {
        return capital;
    }

    public void setCapital(BigDecimal capital) {
        this.capital = capital;
    }

    /** When the company was registered. */
    public LocalDate getFoundedOn() {
        return foundedOn;
    }

    public void setFoundedOn(LocalDate foundedOn) {
        this.foundedOn = foundedOn;
    }

    public String getSector() {
        return sector;
    }

    public void setSector(String sector) {
        this.sector = sector;
    }

    /** INSEE's code of the band of employees: 00, 01, 02, 03, 11, 12, 21 … 53, NN for none. */
    public String getHeadcountBand() {
        return headcountBand;
    }

    public void setHeadcountBand(String headcountBand) {
        this.headcountBand = headcountBand;
    }

    public String getFax() {
        return fax;
    }

    public void setFax(String fax) {
        this.fax = fax;
    }

    /** Last day of the block; null without end. */
    public LocalDate getBlockedUntil() {
        return blockedUntil;
    }

    public void setBlockedUntil(LocalDate blockedUntil) {
        this.blockedUntil = blockedUntil;
    }

    public String getWatchReason() {
        return watchReason;
    }

    public void setWatchReason(String watchReason) {
        this.watchReason = watchReason;
    }

    /** Last day under watch; null without end. */
    public LocalDate getWatchUntil() {
        return watchUntil;
    }

    public void setWatchUntil(LocalDate watchUntil) {
        this.watchUntil = watchUntil;
    }

    /** Labels of tags; a new label becomes a tag when the writer may publish. */
    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags == null ? new ArrayList<>() : new ArrayList<>(tags);
    }

    /** Values of custom fields by their codes; null and absent mean empty. */
    public Map<String, Object> getCustom() {
        return custom;
    }

    public void setCustom(Map<String, Object> custom) {
        this.custom = custom == null ? new LinkedHashMap<>() : new LinkedHashMap<>(custom);
    }

    /** Besides the primary one. */
    public List<OtherEmail> getOtherEmails() {
        return otherEmails;
    }

    public void setOtherEmails(List<OtherEmail> otherEmails) {
        this.otherEmails = otherEmails == null ? new ArrayList<>() : new ArrayList<>(otherEmails);
    }
}
