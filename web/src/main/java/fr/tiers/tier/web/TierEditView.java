package fr.tiers.tier.web;

import fr.tiers.access.Action;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.web.FieldForm;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.DuplicateConsent;
import fr.tiers.tier.DuplicateException;
import fr.tiers.tier.Duplicates;
import fr.tiers.tier.MergedTiers;
import fr.tiers.tier.OtherEmail;
import fr.tiers.tier.RequiredFields;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The form of a tier, new or known. */
@Named("tierEdit")
@ViewScoped
public class TierEditView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PROPOSED = 10;

    /** Score from which somebody who has not seen the candidates is asked before the tier is created. */
    private static final int ASKED_FROM = 50;

    private final TierService tiers;
    private final Duplicates duplicates;
    private final TierSearch search;
    private final TierLabels labels;
    private final Refusals refusals;
    private final TierRights rights;
    private final MergedTiers merged;
    private String idText;
    private String type;
    private TierView before;
    private TierData data = new TierData();
    private TierPick parent;
    private ArrayList<DuplicateCandidate> candidates = new ArrayList<>();
    private ArrayList<EmailRow> otherEmails = new ArrayList<>();
    private boolean refusedAsDuplicate;
    private String duplicateReason;
    private boolean gone;
    private TierConflict conflict;
    private final CustomFields customFields;
    private final RequiredFields required;
    private FieldForm custom;

    protected TierEditView() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public TierEditView(
            TierService tiers,
            Duplicates duplicates,
            TierSearch search,
            TierLabels labels,
            Refusals refusals,
            TierRights rights,
            MergedTiers merged,
            CustomFields customFields,
            RequiredFields required) {
        this.tiers = tiers;
        this.duplicates = duplicates;
        this.search = search;
        this.labels = labels;
        this.refusals = refusals;
        this.rights = rights;
        this.merged = merged;
        this.customFields = customFields;
        this.required = required;
    }

    /** Answers 403 to those who may not write, 404 for an id that does not exist or is not the caller's to see; a merged one leads on. */
    public void load() {
        if (idText == null) {
            if (rights.isCreator()) {
                startNew();
            } else {
                Faces.responseSendError(403, "right-missing");
            }
            return;
        }
        long id = 0;
        try {
            id = Params.id("tier", idText);
            var tier = tiers.get(id);
            if (rights.may(tier.id(), Action.EDIT)) {
                startFrom(tier);
            } else {
                Faces.responseSendError(403, "right-missing");
            }
        } catch (BusinessException e) {
            var survivor = merged.survivor(id);
            if (survivor.isPresent()) {
                Faces.redirect("tier/record.xhtml?id=%s&mergedFrom=%s", survivor.get(), id);
            } else {
                Faces.responseSendError(404, e.code());
            }
        }
    }

    /** One more e-mail address as the form edits it. */
    public static class EmailRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private String type;
        private String email;

        EmailRow(String type, String email) {
            this.type = type;
            this.email = email;
        }

        public String getType() {
            return type;
        }

        public void setType(String type) {
            this.type = type;
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }
    }

    public List<EmailRow> getOtherEmails() {
        return otherEmails;
    }

    public void addEmail() {
        otherEmails.add(new EmailRow("BILLING", null));
    }

    public void dropEmail(int row) {
        otherEmails.remove(row);
    }

    private static ArrayList<EmailRow> rows(List<OtherEmail> emails) {
        return emails.stream()
                .map(other -> new EmailRow(other.type(), other.email()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void startNew() {
        var active = labels.getActiveTypes();
        active.stream()
                .filter(each -> each.code().equals(type))
                .findFirst()
                .or(() -> active.stream().filter(TierType::byDefault).findFirst())
                .ifPresent(each -> data.getTypes().add(each.code()));
        data.setCustom(customFields.defaults(TierFieldOwner.OBJECT));
        startCustom();
    }

    private void startFrom(TierView tier) {
        before = tier;
        data = TierMapping.toData(tier);
        startCustom();
        otherEmails = rows(data.getOtherEmails());
        parent = parentOf(tier);
    }

    private static TierPick parentOf(TierView tier) {
        return tier.parent() == null ? null : new TierPick(tier.parent(), tier.parentName());
    }

    private void startCustom() {
        custom = new FieldForm(
                customFields.of(TierFieldOwner.OBJECT),
                before == null ? null : before.id(),
                before == null ? Map.of() : before.custom(),
                data.getCustom());
        refreshCustom();
    }

    /** Shows and hides custom fields by the conditions that the save will check. */
    public void refreshCustom() {
        custom.refresh(TierFieldOwner.facts(data));
    }

    /** Names of the inputs that the types chosen make required; tier-edit.js marks them. */
    public String getRequiredInputs() {
        return required.of(data).stream()
                .map(field -> field.substring(field.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" "));
    }

    public FieldForm getCustom() {
        return custom;
    }

    /** While typing: who that may already be. */
    public void lookForDuplicates() {
        candidates = new ArrayList<>(duplicates.of(identifying(), isNew() ? null : before.id()));
    }

    /** Only what identifies; the search tidies what it is given, and the form must stay as it was typed. */
    private TierData identifying() {
        var probe = new TierData();
        for (var field : List.of(
                "kind",
                "name",
                "tradeName",
                "legalForm",
                "lastName",
                "firstName",
                "siren",
                "siret",
                "vatNumber",
                "email",
                "phone",
                "mobile",
                "website",
                "address.line1",
                "address.postalCode")) {
            TierFields.copy(field, data, probe);
        }
        return probe;
    }

    public String save() {
        // what was shown while typing has been seen
        return save(candidates.isEmpty() ? new DuplicateConsent(false, null, ASKED_FROM) : DuplicateConsent.NONE);
    }

    /** The user has seen the candidates and means it. */
    public String saveAnyway() {
        return save(DuplicateConsent.of(true, duplicateReason));
    }

    private String save(DuplicateConsent consent) {
        data.setParent(parent == null ? null : parent.id());
        data.setOtherEmails(otherEmails.stream()
                .map(row -> new OtherEmail(row.getType(), row.getEmail()))
                .toList());
        data.setCustom(custom.values());
        var saved = new TierView[1];
        var written = TierFields.copyOf(data);
        var refusal = Refusals.refusalOf(() -> saved[0] =
                isNew() ? tiers.create(written, consent) : tiers.update(before.id(), before.version(), written));
        if (refusal.isPresent()) {
            answer(refusal.get());
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text2(isNew() ? "tier.edit.created" : "tier.edit.saved", saved[0].name(), saved[0].code()));
        return "/tier/record.xhtml?faces-redirect=true&id=" + saved[0].id();
    }

    private void answer(BusinessException refusal) {
        Faces.validationFailed();
        if (refusal instanceof DuplicateException duplicate) {
            candidates = new ArrayList<>(duplicate.candidates());
            refusedAsDuplicate = true;
        } else if (refusal.kind() == Kind.STALE) {
            compare();
        } else if (refusal.kind() == Kind.NOT_FOUND && !isNew()) {
            gone = true;
        } else {
            refusals.show(custom.show(refusal));
        }
    }

    private void compare() {
        try {
            conflict = new TierConflict(before, data, tiers.get(before.id()));
        } catch (BusinessException e) {
            gone = true;
        }
    }

    /** Saves what was chosen of both versions; somebody may have been faster once more. */
    public String resolve() {
        conflict.applyTo(data);
        var theirs = conflict.getTheirs();
        before = theirs;
        startCustom();
        otherEmails = rows(data.getOtherEmails());
        parent = data.getParent() == null ? null : data.getParent().equals(theirs.parent()) ? parentOf(theirs) : parent;
        conflict = null;
        return save();
    }

    /** Drops the user's version. */
    public String giveUp() {
        return "/tier/record.xhtml?faces-redirect=true&id=" + before.id();
    }

    public List<TierPick> completeParent(String words) {
        return search.rows(TierFilter.active(words), TierOrder.BY_NAME, 0, PROPOSED).stream()
                .filter(row -> isNew() || row.id() != before.id())
                .map(row -> new TierPick(row.id(), row.name() + " · " + row.code()))
                .toList();
    }

    public boolean isNew() {
        return before == null;
    }

    public String getTitle() {
        return isNew() ? Functions.text("tier.list.new") : Functions.text1("tier.edit.title", before.name());
    }

    public TierData getData() {
        return data;
    }

    public TierView getBefore() {
        return before;
    }

    public List<DuplicateCandidate> getCandidates() {
        return candidates;
    }

    /** Whether the establishment itself is there already: to be said why before it is created again. */
    public boolean isReasonNeeded() {
        return candidates.stream().anyMatch(DuplicateCandidate::sameSiret);
    }

    public String getDuplicateReason() {
        return duplicateReason;
    }

    public void setDuplicateReason(String duplicateReason) {
        this.duplicateReason = duplicateReason;
    }

    public boolean isRefusedAsDuplicate() {
        return refusedAsDuplicate;
    }

    public TierConflict getConflict() {
        return conflict;
    }

    /** Deleted by somebody else while the form was open. */
    public boolean isGone() {
        return gone;
    }

    public TierPick getParent() {
        return parent;
    }

    public void setParent(TierPick parent) {
        this.parent = parent;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }
}
