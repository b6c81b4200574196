package fr.tiers.tier.web;

import fr.tiers.address.AddressView;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.history.HistoryRow;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.MainAddress;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the parts of a tier together as people read them. */
@Named("tierWords")
@RequestScoped
public class TierWords {

    private static final int FIELDS_NAMED = 3;

    private final TierLabels labels;
    private final FieldWords fields;

    protected TierWords() {
        this(null, null);
    }

    @Inject
    public TierWords(TierLabels labels, FieldWords fields) {
        this.labels = labels;
        this.fields = fields;
    }

    /** A page elsewhere. */
    public record Network(String name, String url) {}

    public boolean hasAddress(MainAddress.View address) {
        return !addressLines(address).isEmpty();
    }

    /** As on an envelope; the country only when it is not France. */
    public List<String> addressLines(MainAddress.View address) {
        var town = joined(" ", address.postalCode(), address.city());
        var abroad = "FR".equals(address.country()) ? null : labels.country(address.country());
        var lines = present(address.line1(), address.line2(), address.line3(), town);
        return lines.isEmpty()
                ? lines
                : Stream.concat(lines.stream(), present(abroad).stream()).toList();
    }

    public String oneLine(AddressView address) {
        var abroad = "FR".equals(address.country()) ? null : labels.country(address.country());
        return joined(
                ", ",
                address.line1(),
                address.line2(),
                address.line3(),
                joined(" ", address.postalCode(), address.city()),
                abroad);
    }

    public String person(TierView tier) {
        var civility = tier.civility() == null ? null : Functions.text("tier.civility." + tier.civility());
        return joined(" ", civility, tier.firstName(), tier.lastName());
    }

    public String ape(TierView tier) {
        return joined(" · ", tier.apeCode(), tier.apeLabel());
    }

    /** The exact number; else INSEE's band. */
    public String headcount(TierView tier) {
        if (tier.headcount() != null || tier.headcountBand() == null) {
            return Functions.number(tier.headcount());
        }
        return Functions.text("tier.headcountBand." + tier.headcountBand());
    }

    /** Who set a block or watch, when, and until when. */
    public String since(String login, Instant at, LocalDate until) {
        var set = login == null || at == null
                ? null
                : Functions.text2("tier.flagged", labels.person(login), Functions.date(at));
        return joined(" · ", set, until == null ? null : Functions.text1("tier.flaggedUntil", Functions.date(until)));
    }

    public String turnoverLabel(TierView tier) {
        return tier.turnoverYear() == null
                ? Functions.text("tier.field.turnover")
                : Functions.text1("tier.turnoverOf", String.valueOf(tier.turnoverYear()));
    }

    public List<Network> networks(TierView tier) {
        return Stream.of(
                        new Network("linkedin", tier.linkedin()),
                        new Network("facebook", tier.facebook()),
                        new Network("youtube", tier.youtube()),
                        new Network("x", tier.x()))
                .filter(network -> network.url() != null)
                .toList();
    }

    /** What a line of the change log is about: the field of a change, else the thing and what was done with it. */
    public String what(HistoryRow line) {
        if (line.field() == null) {
            return known("history." + line.entity() + '.' + line.action(), line.entity() + ' ' + line.action());
        }
        return "tier".equals(line.entity())
                ? field(line.field())
                : known(
                        "history." + line.entity() + ".field." + line.field(),
                        known("history." + line.entity(), line.entity()) + " : " + field(line.entity(), line.field()));
    }

    public String source(String source) {
        return known("history.source." + source, source);
    }

    /**
     * One sentence about a save: which fields, when they are few, else how many more.
     *
     * @param what the thing and what was done with it, like {@code tier.UPDATE}
     */
    public String change(String what, List<String> fields) {
        var sentence = known("history." + what, what);
        if (fields.isEmpty()) {
            return sentence;
        }
        var entity = what.substring(0, Math.max(0, what.indexOf('.')));
        var named = fields.stream()
                .limit(FIELDS_NAMED)
                .map(name -> field(entity, name))
                .collect(Collectors.joining(", "));
        int more = fields.size() - FIELDS_NAMED;
        return sentence + " : " + (more > 0 ? Functions.text2("history.andMore", named, more) : named);
    }

    /** A field's value in a conflict; what is empty is said to be. */
    public String shown(String field, String text) {
        return text.isEmpty() ? Functions.text("format.none") : labels.value(field, text);
    }

    /** What a feature calls its tab; its own name when it has none. */
    public String feature(String name) {
        return known(name + ".tab", name);
    }

    public String field(String name) {
        if (name.startsWith(FieldFilter.PREFIX)) {
            return custom("tier", name);
        }
        return known("tier.field." + name, name);
    }

    /** A field of a feature: {@code <feature>.field.<name>}; one of the tier when the feature has no word for it. */
    private String field(String feature, String name) {
        return name.startsWith(FieldFilter.PREFIX)
                ? custom(feature, name)
                : known(feature + ".field." + name, field(name));
    }

    /** @param entity as the change log calls the objects that have custom fields */
    private String custom(String entity, String name) {
        return fields.label(entity.toUpperCase(Locale.ROOT), name.substring(FieldFilter.PREFIX.length()));
    }

    private static String known(String key, String fallback) {
        var text = Functions.text(key);
        return text.startsWith("???") ? fallback : text;
    }

    private static String joined(String separator, String... parts) {
        return String.join(separator, present(parts));
    }

    private static List<String> present(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .toList();
    }
}
