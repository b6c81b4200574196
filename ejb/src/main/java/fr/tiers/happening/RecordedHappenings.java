package fr.tiers.happening;

import fr.tiers.history.Change;
import fr.tiers.history.Recorded;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import static fr.tiers.happening.HappeningCode.BLOCKED;
import static fr.tiers.happening.HappeningCode.COLLABORATOR_CHANGED;
import static fr.tiers.happening.HappeningCode.CONTACT_ADDED;
import static fr.tiers.happening.HappeningCode.DOCUMENT_ADDED;
import static fr.tiers.happening.HappeningCode.DOCUMENT_VERSION;
import static fr.tiers.happening.HappeningCode.EVENT_ADDED;
import static fr.tiers.happening.HappeningCode.INVOICE_RECEIVED;
import static fr.tiers.happening.HappeningCode.NOTE_ADDED;
import static fr.tiers.happening.HappeningCode.OWNER_CHANGED;
import static fr.tiers.happening.HappeningCode.PAYMENT_RECORDED;
import static fr.tiers.happening.HappeningCode.PAYMENT_REVERSED;
import static fr.tiers.happening.HappeningCode.REGISTRY_APPLIED;
import static fr.tiers.happening.HappeningCode.REPRESENTATIVE_CHANGED;
import static fr.tiers.happening.HappeningCode.TIER_CREATED;
import static fr.tiers.happening.HappeningCode.TIER_MODIFIED;
import static fr.tiers.happening.HappeningCode.UNBLOCKED;
import static fr.tiers.happening.HappeningCode.UNWATCHED;
import static fr.tiers.happening.HappeningCode.WATCHED;

/**
 * Reads from the change log what has happened: every change passes there, whatever path it takes, so no feature can forget to tell. What
 * the log does not say its feature fires itself.
 */
@ApplicationScoped
public class RecordedHappenings {

    /** A creation means this. */
    private static final Map<String, HappeningCode> CREATIONS = Map.of(
            "tier", TIER_CREATED,
            "contact", CONTACT_ADDED,
            "event", EVENT_ADDED,
            "note", NOTE_ADDED,
            "document", DOCUMENT_ADDED,
            "invoice", INVOICE_RECEIVED,
            "payment", PAYMENT_RECORDED);

    /** What people call the thing. Texts of notes stay where they are. */
    private static final Map<HappeningCode, String> NAMES = Map.of(
            CONTACT_ADDED,
            "select concat_ws(' ', c.first_name, c.last_name) from contact_link l join contact c on c.id = l.contact_id where l.id = :id",
            DOCUMENT_ADDED,
            "select name from document where id = :id",
            DOCUMENT_VERSION,
            "select name from document where id = :id",
            EVENT_ADDED,
            "select subject from event where id = :id and not private",
            INVOICE_RECEIVED,
            "select number from invoice where id = :id");

    /** Said by codes of their own. */
    private static final Set<String> FLAGS =
            Set.of("blocked", "blockedReason", "blockedUntil", "underWatch", "watchReason", "watchUntil", "owner");

    private final Db db;
    private final Event<Happening> happenings;

    protected RecordedHappenings() {
        this(null, null);
    }

    @Inject
    public RecordedHappenings(Db db, Event<Happening> happenings) {
        this.db = db;
        this.happenings = happenings;
    }

    void recorded(@Observes Recorded change) {
        if ("CREATE".equals(change.action())) {
            var code = CREATIONS.get(change.entity());
            // a private event concerns those alone whom it names
            if (code != null
                    && !(code == EVENT_ADDED && name(code, change.entityId()).isEmpty())) {
                fire(code, change);
            }
        } else if ("UPDATE".equals(change.action())) {
            updated(change);
        }
    }

    private void updated(Recorded change) {
        switch (change.entity()) {
            case "tier" -> tier(change);
            case "representative" -> fire(REPRESENTATIVE_CHANGED, change);
            case "collaborator" -> fire(COLLABORATOR_CHANGED, change);
            case "document" -> {
                if (field(change, "number") != null) {
                    fire(DOCUMENT_VERSION, change);
                }
            }
            case "payment" -> {
                var status = field(change, "status");
                if (status != null && "REVERSED".equals(status.newValue())) {
                    fire(PAYMENT_REVERSED, change);
                }
            }
            default -> {
                // nothing that people follow a tier for
            }
        }
    }

    private void tier(Recorded change) {
        flag(change, "blocked", "blockedReason", BLOCKED, UNBLOCKED);
        flag(change, "underWatch", "watchReason", WATCHED, UNWATCHED);
        var owner = field(change, "owner");
        if (owner != null) {
            fire(OWNER_CHANGED, change, owner.newValue() == null ? List.of() : List.of(person(owner.newValue())));
        }
        var others = change.changes().stream()
                .map(Change::field)
                .filter(Objects::nonNull)
                .filter(field -> !FLAGS.contains(field))
                .toList();
        if (!others.isEmpty()) {
            var code = "REGISTRY".equals(change.author().source()) ? REGISTRY_APPLIED : TIER_MODIFIED;
            happenings.fire(new Happening(code, change.tierId(), List.of(), others, null, change.author()));
        }
    }

    private void flag(Recorded change, String name, String reason, HappeningCode on, HappeningCode off) {
        var flag = field(change, name);
        if (flag != null) {
            boolean set = "true".equals(flag.newValue());
            var why = set ? field(change, reason) : null;
            fire(set ? on : off, change, why == null || why.newValue() == null ? List.of() : List.of(why.newValue()));
        }
    }

    private static Change field(Recorded change, String name) {
        return change.changes().stream()
                .filter(each -> name.equals(each.field()))
                .findFirst()
                .orElse(null);
    }

    private String person(String login) {
        return db.call(handle -> handle.createQuery("select display_name from app_user where login = :login")
                .bind("login", login)
                .mapTo(String.class)
                .findOne()
                .orElse(login));
    }

    private void fire(HappeningCode code, Recorded change) {
        fire(code, change, name(code, change.entityId()));
    }

    private List<String> name(HappeningCode code, long id) {
        var query = NAMES.get(code);
        return query == null
                ? List.of()
                : db.call(handle -> handle.createQuery(query)
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private void fire(HappeningCode code, Recorded change, List<String> arguments) {
        var thing = "tier".equals(change.entity()) ? null : change.entityId();
        happenings.fire(new Happening(code, change.tierId(), arguments, thing, change.author()));
    }
}
