package fr.tiers.happening;

import fr.tiers.access.Action;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue: what may happen with a tier, in the order in which pages and REST list it. */
public enum HappeningCode {
    TIER_CREATED(Group.TIER, "Tiers créé", "Tier created"),
    TIER_MODIFIED(Group.TIER, "Fiche modifiée", "Record changed"),
    CONVERTED_TO_PROSPECT(Group.TIER, "Converti en prospect", "Converted to prospect"),
    CONVERTED_TO_CUSTOMER(Group.TIER, "Converti en client", "Converted to customer"),
    BLOCKED(Group.TIER, "Tiers bloqué", "Tier blocked"),
    UNBLOCKED(Group.TIER, "Tiers débloqué", "Tier unblocked"),
    WATCHED(Group.TIER, "Mis sous surveillance", "Put under watch"),
    UNWATCHED(Group.TIER, "Surveillance levée", "Watch lifted"),
    OWNER_CHANGED(Group.TIER, "Changement de propriétaire", "New owner"),
    REPRESENTATIVE_CHANGED(Group.TIER, "Représentants modifiés", "Representatives changed"),
    COLLABORATOR_CHANGED(Group.TIER, "Collaborateurs modifiés", "Collaborators changed"),
    MERGED(Group.TIER, "Fusion de tiers", "Tiers merged"),
    MERGE_UNDONE(Group.TIER, "Fusion annulée", "Merge undone"),
    REGISTRY_APPLIED(Group.TIER, "Mis à jour d’après l’annuaire", "Updated from the registry"),
    CONTACT_ADDED(Group.ACTIVITY, "Contact ajouté", "Contact added"),
    CONTACT_MOVED(Group.ACTIVITY, "Contact parti chez un autre employeur", "Contact gone to another employer"),
    MAIL_SENT(Group.ACTIVITY, "Courriel envoyé", "Mail sent"),
    EVENT_ADDED(Group.ACTIVITY, "Événement ajouté", "Event added"),
    NOTE_ADDED(Group.ACTIVITY, "Note ajoutée", "Note added"),
    DOCUMENT_ADDED(Group.ACTIVITY, "Document ajouté", "Document added"),
    DOCUMENT_VERSION(Group.ACTIVITY, "Nouvelle version d’un document", "New version of a document"),
    INVOICE_RECEIVED(Group.RECEIVABLE, "Facture reçue", "Invoice received"),
    INVOICE_PAID(Group.RECEIVABLE, "Facture soldée", "Invoice paid"),
    PAYMENT_RECORDED(Group.RECEIVABLE, "Encaissement saisi", "Payment recorded"),
    PAYMENT_REVERSED(Group.RECEIVABLE, "Encaissement annulé", "Payment reversed"),
    LIMIT_CROSSED(Group.RECEIVABLE, "Encours proche ou au-delà du plafond", "Outstanding near or above the limit");

    /** What nothing in the product does yet: known to the change log, offered to nobody. */
    private static final Set<HappeningCode> TO_COME = EnumSet.of(REGISTRY_APPLIED, PAYMENT_REVERSED);

    /** What comes in numbers, and then says as much in one line. */
    private static final Set<HappeningCode> GATHERED = EnumSet.of(
            TIER_CREATED,
            TIER_MODIFIED,
            REGISTRY_APPLIED,
            REPRESENTATIVE_CHANGED,
            COLLABORATOR_CHANGED,
            CONTACT_ADDED,
            MAIL_SENT,
            EVENT_ADDED,
            NOTE_ADDED,
            DOCUMENT_ADDED,
            DOCUMENT_VERSION,
            INVOICE_RECEIVED,
            INVOICE_PAID,
            PAYMENT_RECORDED);

    /** What belongs together on a page. */
    public enum Group {
        TIER,
        ACTIVITY,
        RECEIVABLE
    }

    private final Group group;
    private final String labelFr;
    private final String labelEn;

    HappeningCode(Group group, String labelFr, String labelEn) {
        this.group = group;
        this.labelFr = labelFr;
        this.labelEn = labelEn;
    }

    public static Optional<HappeningCode> of(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    /** @return those that something in the product brings about */
    public static List<HappeningCode> offered() {
        return Arrays.stream(values()).filter(code -> !TO_COME.contains(code)).toList();
    }

    public Group group() {
        return group;
    }

    /** @param language en, or anything else for French */
    public String label(String language) {
        return "en".equals(language) ? labelEn : labelFr;
    }

    /** What happened, with what it happened to: {@code Document ajouté : contrat.pdf}. */
    public String words(String language, List<String> arguments) {
        if (arguments.isEmpty()) {
            return label(language);
        }
        boolean english = "en".equals(language);
        boolean recoded = (this == CONVERTED_TO_CUSTOMER || this == CONVERTED_TO_PROSPECT) && arguments.size() == 2;
        if (this == MERGED && arguments.size() == 2) {
            return label(language) + (english ? ": " : " : ") + arguments.get(0) + " (" + arguments.get(1)
                    + (english ? " rows taken over)" : " lignes reprises)");
        }
        var said = recoded
                ? arguments.get(0) + (english ? ", formerly " : ", auparavant ") + arguments.get(1)
                : String.join(" · ", arguments);
        return label(language) + (english ? ": " : " : ") + said;
    }

    /** Whether a line among the events can be written of it: of what is an event already, none. */
    public boolean canWriteEvent() {
        return this != EVENT_ADDED && this != MAIL_SENT;
    }

    /** Whether several by one author within a short time are told as one. */
    public boolean isGathered() {
        return GATHERED.contains(this);
    }

    /** What one needs for the tier to hear of it. */
    public Action needs() {
        return group == Group.RECEIVABLE ? Action.SEE_OUTSTANDING : Action.READ;
    }

    /** Whether somebody who has chosen nothing is told. */
    public boolean isToldByDefault() {
        return this != PAYMENT_RECORDED && this != INVOICE_RECEIVED;
    }

    /** The tab of the record in which it is to be seen; null for the summary. */
    public String tab() {
        return switch (this) {
            case CONTACT_ADDED, CONTACT_MOVED -> "contact";
            case EVENT_ADDED, MAIL_SENT -> "event";
            case NOTE_ADDED -> "note";
            case DOCUMENT_ADDED, DOCUMENT_VERSION -> "document";
            case INVOICE_RECEIVED, INVOICE_PAID, PAYMENT_RECORDED, PAYMENT_REVERSED, LIMIT_CROSSED -> "receivable";
            case REPRESENTATIVE_CHANGED, COLLABORATOR_CHANGED -> "collaborator";
            case TIER_MODIFIED, REGISTRY_APPLIED -> "history";
            default -> null;
        };
    }
}
