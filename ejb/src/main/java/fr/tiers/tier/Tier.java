package fr.tiers.tier;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A party the company deals with. Born with a code that never changes, active until it is closed; its functions (types) say what it is to
 * us. Changed only through {@link #change}, which keeps the identity consistent; who may see it is the query's business.
 */
@Entity
@Table(name = "tier")
public class Tier {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tier_seq")
    @SequenceGenerator(name = "tier_seq", sequenceName = "tier_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String code;
    private String kind;
    private String status = "ACTIVE";

    @Column(name = "closed_on")
    private LocalDate closedOn;

    private String name;

    @Column(name = "trade_name")
    private String tradeName;

    private String civility;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "closed_reason")
    private String closedReason;

    private String siren;

    private String siret;

    @Column(name = "vat_number")
    private String vatNumber;

    @Column(name = "ape_code")
    private String apeCode;

    @Column(name = "ape_label")
    private String apeLabel;

    @Column(name = "legal_form")
    private String legalForm;

    private BigDecimal capital;

    @Column(name = "founded_on")
    private LocalDate foundedOn;

    private String sector;

    @Column(name = "headcount_band")
    private String headcountBand;

    private Integer headcount;

    private BigDecimal turnover;

    @Column(name = "turnover_year")
    private Integer turnoverYear;

    private String email;

    @ElementCollection
    @CollectionTable(name = "tier_other_email", joinColumns = @JoinColumn(name = "tier_id"))
    @OrderColumn(name = "position")
    private List<EmailEntry> otherEmails = new ArrayList<>();

    private String phone;

    private String mobile;

    private String fax;

    private String website;

    private String linkedin;

    private String facebook;

    private String youtube;

    private String x;

    private String language;

    private String culture;

    private String currency;

    @Column(name = "distribution_type")
    private String distributionType;

    @Column(name = "tier_group")
    private String group;

    @Column(name = "listing_mode")
    private String listingMode;

    private boolean blocked;

    @Column(name = "blocked_reason")
    private String blockedReason;

    @Column(name = "blocked_until")
    private LocalDate blockedUntil;

    @Column(name = "blocked_by")
    private String blockedBy;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    @Column(name = "under_watch")
    private boolean underWatch;

    @Column(name = "watch_reason")
    private String watchReason;

    @Column(name = "watch_until")
    private LocalDate watchUntil;

    @Column(name = "watched_by")
    private String watchedBy;

    @Column(name = "watched_at")
    private Instant watchedAt;

    @Column(name = "payment_terms")
    private String paymentTerms;

    private String observation;

    @Embedded
    private MainAddress address = new MainAddress();

    @ElementCollection
    @CollectionTable(name = "tier_function", joinColumns = @JoinColumn(name = "tier_id"))
    @Column(name = "type_code")
    private Set<String> types = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "tier_company", joinColumns = @JoinColumn(name = "tier_id"))
    @Column(name = "company_id")
    private Set<Long> companies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "tier_agency", joinColumns = @JoinColumn(name = "tier_id"))
    @Column(name = "agency_id")
    private Set<Long> agencies = new HashSet<>();

    @Column(name = "sales_unit_id")
    private Long salesUnitId;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "parent_id")
    private Long parentId;

    private String diffusion = "FULL";
    private String source;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected Tier() {}

    /**
     * @param code unique; only a conversion may replace it
     * @param source the path it came by: UI, API, REGISTRY …
     */
    public Tier(String code, String source, String author, Instant now) {
        this.code = Objects.requireNonNull(code, "code");
        this.source = Objects.requireNonNull(source, "source");
        this.createdBy = Objects.requireNonNull(author, "author");
        this.createdAt = now;
        this.updatedBy = author;
        this.updatedAt = now;
    }

    /**
     * Takes over what was written; the data has passed {@link TierRules} and its references are resolved.
     */
    void change(TierData data, References references, String author, Instant now, LocalDate today) {
        kind = data.getKind();
        name = data.getName();
        tradeName = data.getTradeName();
        civility = data.getCivility();
        lastName = data.getLastName();
        firstName = data.getFirstName();
        closedReason = data.getClosedReason();
        siren = data.getSiren();
        siret = data.getSiret();
        vatNumber = data.getVatNumber();
        apeCode = data.getApeCode();
        apeLabel = data.getApeLabel();
        legalForm = data.getLegalForm();
        capital = data.getCapital();
        foundedOn = data.getFoundedOn();
        sector = data.getSector();
        headcountBand = data.getHeadcountBand();
        headcount = data.getHeadcount();
        turnover = data.getTurnover();
        turnoverYear = data.getTurnoverYear();
        email = data.getEmail();
        otherEmails.clear();
        data.getOtherEmails().forEach(other -> otherEmails.add(EmailEntry.of(other)));
        phone = data.getPhone();
        mobile = data.getMobile();
        fax = data.getFax();
        website = data.getWebsite();
        linkedin = data.getLinkedin();
        facebook = data.getFacebook();
        youtube = data.getYoutube();
        x = data.getX();
        language = data.getLanguage();
        culture = data.getCulture();
        currency = data.getCurrency();
        distributionType = data.getDistributionType();
        group = data.getGroup();
        listingMode = data.getListingMode();
        block(data, author, now);
        watch(data, author, now);
        paymentTerms = data.getPaymentTerms();
        observation = data.getObservation();
        address = MainAddress.of(data.getAddress());
        types.retainAll(data.getTypes());
        types.addAll(data.getTypes());
        replace(companies, references.companies());
        replace(agencies, references.agencies());
        salesUnitId = references.salesUnitId();
        ownerId = references.ownerId();
        parentId = data.getParent();
        moveTo(data.getStatus(), today);
        updatedBy = author;
        updatedAt = now;
    }

    private void block(TierData data, String author, Instant now) {
        boolean since = blocked && data.isBlocked();
        blockedBy = since ? blockedBy : data.isBlocked() ? author : null;
        blockedAt = since ? blockedAt : data.isBlocked() ? now : null;
        blocked = data.isBlocked();
        blockedReason = data.getBlockedReason();
        blockedUntil = data.getBlockedUntil();
    }

    private void watch(TierData data, String author, Instant now) {
        boolean since = underWatch && data.isUnderWatch();
        watchedBy = since ? watchedBy : data.isUnderWatch() ? author : null;
        watchedAt = since ? watchedAt : data.isUnderWatch() ? now : null;
        underWatch = data.isUnderWatch();
        watchReason = data.getWatchReason();
        watchUntil = data.getWatchUntil();
    }

    private static void replace(Set<Long> current, Set<Long> wanted) {
        current.retainAll(wanted);
        current.addAll(wanted);
    }

    private void moveTo(String newStatus, LocalDate today) {
        if ("CLOSED".equals(newStatus)) {
            closedOn = closedOn == null ? today : closedOn;
        } else {
            closedOn = null;
            closedReason = null;
        }
        status = newStatus;
    }

    void changeTypes(List<String> wanted, String author, Instant now) {
        types.retainAll(wanted);
        types.addAll(wanted);
        updatedBy = author;
        updatedAt = now;
    }

    /** A converted prospect's, when customers are numbered apart. */
    void takeCode(String other) {
        code = Objects.requireNonNull(other, "code");
    }

    /** Marks a company that asked INSEE not to have its data spread: no prospecting. */
    void restrictDiffusion() {
        diffusion = "PARTIAL";
    }

    public Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }
}
