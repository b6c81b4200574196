package fr.tiers.merge;

import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.OtherEmail;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Field by field: what the survivor says, what the sources say, what is kept. Preset: the survivor wins, its gaps are filled, lists and
 * texts are united. A block or a watch of either holds, whoever chooses what.
 */
final class MergeFields {

    /** Lines of the preview; those that stand for several fields name them. */
    private static final Map<String, List<String>> LINES = lines(
            "name",
            "tradeName",
            "civility",
            "lastName",
            "firstName",
            "status closedReason",
            "siren siret",
            "vatNumber",
            "apeCode apeLabel",
            "legalForm",
            "capital",
            "foundedOn",
            "sector",
            "headcountBand",
            "headcount",
            "turnover turnoverYear",
            "email",
            "otherEmails",
            "phone",
            "mobile",
            "fax",
            "website",
            "linkedin",
            "facebook",
            "youtube",
            "x",
            "language",
            "culture",
            "currency",
            "address address.line1 address.line2 address.line3 address.postalCode address.city address.country address.inseeCode"
                    + " address.latitude address.longitude",
            "salesUnit",
            "owner",
            "companies",
            "agencies",
            "parent",
            "distributionType",
            "group",
            "listingMode",
            "paymentTerms",
            "observation");

    private static final Set<String> UNITED = Set.of("otherEmails", "companies", "agencies", "observation");

    /** Not a choice: identity of the survivor, what is always united, and where the stricter counts. */
    static final Set<String> SETTLED = Set.of(
            "code",
            "kind",
            "types",
            "tags",
            "blocked",
            "blockedReason",
            "blockedUntil",
            "underWatch",
            "watchReason",
            "watchUntil");

    private final Side survivor;
    private final List<Side> sources;
    private final MergeChoices<Side> choices;

    /**
     * One of those that take part.
     *
     * @param data with those custom values alone that the caller may see
     * @param label of a block of text that comes from it
     * @param parent name of its parent, as its id says nothing
     */
    record Side(long id, String label, TierData data, String parent) implements MergeChoices.Side {

        @Override
        public Set<String> customCodes() {
            return data.getCustom().keySet();
        }

        @Override
        public String text(String line) {
            return switch (line) {
                case "address" -> Stream.of("line1", "line2", "line3", "postalCode", "city", "country")
                        .map(part -> TierFields.text(data, "address." + part))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
                case "siren" -> data.getSiret() != null ? data.getSiret() : TierFields.text(data, "siren");
                case "parent" -> parent == null ? "" : parent;
                case "otherEmails" -> data.getOtherEmails().stream()
                        .map(OtherEmail::email)
                        .collect(Collectors.joining(", "));
                default -> TierFields.text(data, line);
            };
        }

        @Override
        public boolean says(String line) {
            // the country alone is no address
            return "address".equals(line)
                    ? Stream.of("line1", "postalCode", "city")
                            .anyMatch(part ->
                                    !TierFields.text(data, "address." + part).isEmpty())
                    : !text(line).isEmpty();
        }

        @Override
        public List<String> parts(String line) {
            return fields(line).stream()
                    .map(field -> TierFields.text(data, field))
                    .toList();
        }
    }

    /** @throws BusinessException INVALID for a line that does not exist or a choice that it does not have */
    MergeFields(Side survivor, List<Side> sources, Map<String, String> take) {
        this.survivor = survivor;
        this.sources = sources;
        this.choices = new MergeChoices<>(survivor, sources, LINES.keySet(), UNITED, this::preset, take);
    }

    static Set<String> fieldsOfLines() {
        return LINES.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static Map<String, List<String>> lines(String... lines) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var fields = List.of(line.split(" "));
            // the address is no field itself
            all.put(fields.get(0), "address".equals(fields.get(0)) ? fields.subList(1, fields.size()) : fields);
        }
        return all;
    }

    private Stream<Side> sides() {
        return choices.sides();
    }

    /** An establishment of the same company fills the gap. */
    private Optional<Side> preset(String line) {
        return "siren".equals(line) && survivor.says(line) && survivor.data().getSiret() == null
                ? sources.stream()
                        .filter(side -> Objects.equals(
                                        side.data().getSiren(), survivor.data().getSiren())
                                && side.data().getSiret() != null)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> fields(String line) {
        return LINES.getOrDefault(line, List.of(line));
    }

    /** In the order of the form; the custom fields last. */
    List<MergeLine> lines() {
        var after = new Side(survivor.id(), survivor.label(), applied(TierFields.copyOf(survivor.data())), null);
        return choices.lines(line -> "parent".equals(line)
                ? Objects.requireNonNullElse(choices.chosen(line).parent(), "")
                : after.text(line));
    }

    /** @param base the survivor as it is to be written; changed in place */
    TierData applied(TierData base) {
        choices.taken()
                .forEach((line, side) -> fields(line).forEach(field -> TierFields.copy(field, side.data(), base)));
        if (sources.stream().anyMatch(source -> Objects.equals(base.getParent(), source.id()))) {
            base.setParent(null);
        }
        unite(base);
        strictest(TierData::isBlocked, TierData::getBlockedUntil).ifPresent(side -> {
            base.setBlocked(true);
            base.setBlockedReason(side.data().getBlockedReason());
            base.setBlockedUntil(side.data().getBlockedUntil());
        });
        strictest(TierData::isUnderWatch, TierData::getWatchUntil).ifPresent(side -> {
            base.setUnderWatch(true);
            base.setWatchReason(side.data().getWatchReason());
            base.setWatchUntil(side.data().getWatchUntil());
        });
        return base;
    }

    /** The one that lasts longest; without an end, for ever. */
    private Optional<Side> strictest(Predicate<TierData> flag, Function<TierData, LocalDate> until) {
        return sides().filter(side -> flag.test(side.data())).reduce((one, other) -> {
            var end = until.apply(one.data());
            var otherEnd = until.apply(other.data());
            return end != null && (otherEnd == null || otherEnd.isAfter(end)) ? other : one;
        });
    }

    private void unite(TierData base) {
        if (choices.united("otherEmails")) {
            base.setOtherEmails(emails(base.getEmail()));
        }
        if (choices.united("companies")) {
            base.setCompanies(union(TierData::getCompanies));
        }
        if (choices.united("agencies")) {
            base.setAgencies(union(TierData::getAgencies));
        }
        if (choices.united("observation")) {
            base.setObservation(notes());
        }
    }

    private List<String> union(Function<TierData, List<String>> list) {
        return sides().flatMap(side -> list.apply(side.data()).stream())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Every address that is not the main one, once; whoever was a main one becomes a general one. */
    private List<OtherEmail> emails(String main) {
        var seen = new LinkedHashSet<String>();
        seen.add(lower(main));
        var united = new ArrayList<OtherEmail>();
        sides().flatMap(side -> Stream.concat(
                        side.data().getOtherEmails().stream(),
                        Stream.ofNullable(side.data().getEmail()).map(email -> new OtherEmail("GENERAL", email))))
                .filter(email -> seen.add(lower(email.email())))
                .forEach(united::add);
        return united;
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** One below the other; what comes from a source stands under its code and name. */
    private String notes() {
        var own = survivor.data().getObservation();
        var parts = new LinkedHashSet<String>();
        var all = new StringBuilder(own == null ? "" : own);
        parts.add(own == null ? "" : own.strip());
        for (var source : sources) {
            var text = source.data().getObservation();
            if (text != null && parts.add(text.strip())) {
                var header = source.label()
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
                all.append("<p><strong>").append(header).append("</strong></p>").append(text);
            }
        }
        return all.length() == 0 ? null : all.toString();
    }
}
