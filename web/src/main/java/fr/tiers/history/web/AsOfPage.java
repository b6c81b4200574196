package fr.tiers.history.web;

import fr.tiers.history.Past;
import fr.tiers.history.Replay;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Params;
import fr.tiers.relation.Side;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierPast;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import fr.tiers.tier.web.TierLabels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.omnifaces.util.Faces;

/** A tier and what hung on it at the end of a past day. */
@Named("asOf")
@RequestScoped
public class AsOfPage {

    /** Shown on first opening. */
    private static final int USUAL_DAYS_AGO = 30;
    /** Fields that stand in the heading of a thing already. */
    private static final Set<String> NAMED = Set.of(
            "civility", "firstName", "lastName", "label", "collaborator", "user", "other", "side", "relation.type");

    private final TierService tiers;
    private final TierPast pastTiers;
    private final Past past;
    private final HistoryWords words;
    private final TierLabels labels;
    private final Clock clock;
    private String idText;
    private String date;
    private LocalDate day;
    private String problem;
    private TierView now;
    private TierView tier;
    private Map<String, Replay.State> states = Map.of();

    protected AsOfPage() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AsOfPage(
            TierService tiers, TierPast pastTiers, Past past, HistoryWords words, TierLabels labels, Clock clock) {
        this.tiers = tiers;
        this.pastTiers = pastTiers;
        this.past = past;
        this.words = words;
        this.labels = labels;
        this.clock = clock;
    }

    /** A field of a thing, in words. */
    public record Line(String label, String value) {}

    /** A thing that hung on the tier. */
    public record Thing(String title, List<Line> lines, boolean partial) {}

    /** A field that has another value today. */
    public record Difference(String label, String then, String now) {}

    /** Answers 404 for an id that does not exist or is not the caller's to see. */
    public void load() {
        try {
            now = tiers.get(Params.id("tier", String.valueOf(idText)));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
            return;
        }
        try {
            day = date == null || date.isBlank() ? today().minusDays(USUAL_DAYS_AGO) : Params.day("asOf", date);
            date = day.toString();
            tier = pastTiers.get(now.id(), day);
            states = past.of(now.id(), day);
        } catch (BusinessException e) {
            tier = null;
            problem = e.kind() == Kind.NOT_FOUND ? null : problemOf(e);
        }
    }

    private static String problemOf(BusinessException refusal) {
        boolean future = refusal.violations().stream().anyMatch(each -> "in-future".equals(each.code()));
        return Functions.text(future ? "history.asof.future" : "history.asof.unreadable");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    public boolean isFound() {
        return now != null;
    }

    /** Why there is nothing to show; null for a tier that was not there yet, or when there is something. */
    public String getProblem() {
        return problem;
    }

    public TierView getNow() {
        return now;
    }

    /** As it was; null before it was created. */
    public TierView getTier() {
        return tier;
    }

    public LocalDate getDay() {
        return day;
    }

    public String getLatest() {
        return today().toString();
    }

    /** The fields of the tier itself that have changed since. */
    public List<Difference> getDifferences() {
        var then = TierMapping.toData(tier);
        var current = TierMapping.toData(now);
        var differences = new ArrayList<Difference>();
        for (var name : TierFields.names(then, current)) {
            var before = TierFields.text(then, name);
            var after = TierFields.text(current, name);
            if (!before.equals(after)) {
                differences.add(new Difference(words.field("tier", name), shown(name, before), shown(name, after)));
            }
        }
        return differences;
    }

    private String shown(String field, String text) {
        return text.isEmpty() ? Functions.text("history.asof.empty") : words.value("tier", field, text);
    }

    public List<Thing> things(String entity) {
        var state = states.get(entity);
        var things = new TreeMap<String, Thing>();
        if (state != null) {
            state.things().forEach((id, fields) -> {
                var title = title(entity, fields);
                if (title != null) {
                    var partial = state.incomplete().contains(id);
                    things.put(
                            title.toLowerCase(Faces.getLocale()) + ' ' + id,
                            new Thing(title, lines(entity, fields), partial));
                }
            });
        }
        return List.copyOf(things.values());
    }

    /** Null for what the user may not know of. */
    private String title(String entity, Map<String, String> fields) {
        return switch (entity) {
            case "contact" -> or(joined(fields, "firstName", "lastName"), fields.get("label"));
            case "collaborator" -> fields.containsKey("collaborator")
                    ? fields.get("collaborator")
                    : labels.person(fields.getOrDefault("user", "—"));
            case "relation" -> relation(fields);
            default -> fields.getOrDefault("label", "—");
        };
    }

    private String relation(Map<String, String> fields) {
        var side = Side.SECOND.name().equals(fields.get("side")) ? Side.SECOND : Side.FIRST;
        return words.tier(fields.getOrDefault("other", ""))
                .map(name -> words.relationType(fields.getOrDefault("type", ""), side) + ' ' + name)
                .orElse(null);
    }

    private List<Line> lines(String entity, Map<String, String> fields) {
        var lines = new ArrayList<Line>();
        fields.forEach((field, text) -> {
            if (!NAMED.contains(field) && !NAMED.contains(entity + '.' + field)) {
                lines.add(new Line(words.field(entity, field), words.value(entity, field, text)));
            }
        });
        return lines;
    }

    private static String joined(Map<String, String> fields, String... names) {
        var parts = new ArrayList<String>();
        for (var name : names) {
            if (fields.containsKey(name)) {
                parts.add(fields.get(name));
            }
        }
        return String.join(" ", parts);
    }

    private static String or(String text, String otherwise) {
        return !text.isEmpty() ? text : otherwise == null ? "—" : otherwise;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }
}
