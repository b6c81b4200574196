package fr.tiers.contact;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the links of two records of one person. Two that are about the same time at the same tier become one: the survivor's
 * words hold, its gaps are filled, roles are added. What was at another time is a station of its own and stays.
 */
public final class LinkUnion {

    /** The stricter, the further behind. */
    private static final List<EmailState> STRICTNESS = List.of(
            EmailState.UNKNOWN,
            EmailState.VALID,
            EmailState.SOFT_BOUNCE,
            EmailState.INVALID,
            EmailState.UNSUBSCRIBED,
            EmailState.COMPLAINT);

    private final List<ContactLinkView> own;

    /** @param own links of the survivor */
    public LinkUnion(List<ContactLinkView> own) {
        this.own = new ArrayList<>(own);
    }

    /**
     * Takes a link of a source in.
     *
     * @return the survivor's link it becomes a part of, as it was before; empty when it stays a link of its own
     */
    Optional<ContactLinkView> take(ContactLinkView other) {
        var partner = own.stream()
                .filter(link -> link.tierId() == other.tierId() && overlap(link, other))
                .findFirst();
        partner.ifPresentOrElse(link -> own.set(own.indexOf(link), united(link, other)), () -> own.add(other));
        return partner;
    }

    private static boolean overlap(ContactLinkView one, ContactLinkView other) {
        return beginsBeforeEnd(one.from(), other.to()) && beginsBeforeEnd(other.from(), one.to());
    }

    private static boolean beginsBeforeEnd(LocalDate from, LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }

    /** @param other links of a source; they are taken in
     *  @return what they say otherwise and that has no place in a link, a line per tier */
    public List<String> leftOver(List<ContactLinkView> other) {
        var lines = new ArrayList<String>();
        for (var link : other) {
            take(link)
                    .map(stays -> otherwise(stays, link))
                    .filter(said -> !said.isEmpty())
                    .ifPresent(said -> lines.add(link.tierName() + " : " + said));
        }
        return lines;
    }

    private static String otherwise(ContactLinkView stays, ContactLinkView goes) {
        return Stream.of(
                        other(stays.jobTitle(), goes.jobTitle()),
                        other(stays.department(), goes.department()),
                        other(stays.email(), goes.email()),
                        other(stays.phone(), goes.phone()),
                        other(stays.mobile(), goes.mobile()),
                        roles(stays, goes).length() > Checks.MAX_TEXT ? goes.role() : null)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Numbers are the same in any grouping. */
    private static String other(String stays, String goes) {
        return goes == null || stays == null || bare(stays).equalsIgnoreCase(bare(goes)) ? null : goes;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s.]", "");
    }

    /** The survivor's link with what the other one adds; superior and main contact are not its affair. */
    static ContactLinkView united(ContactLinkView stays, ContactLinkView goes) {
        var roles = roles(stays, goes);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("role", roles.length() > Checks.MAX_TEXT ? stays.role() : Checks.trim(roles));
        values.put("jobTitle", first(stays.jobTitle(), goes.jobTitle()));
        values.put("jobFamily", first(stays.jobFamily(), goes.jobFamily()));
        values.put("department", first(stays.department(), goes.department()));
        values.put("decisionRole", first(stays.decisionRole(), goes.decisionRole()));
        values.put("email", first(stays.email(), goes.email()));
        values.put("phone", first(stays.phone(), goes.phone()));
        values.put("mobile", first(stays.mobile(), goes.mobile()));
        values.put("active", stays.active() || goes.active());
        values.put("from", earliest(stays.from(), goes.from()));
        values.put("to", stays.to() == null || goes.to() == null ? null : latest(stays.to(), goes.to()));
        values.put("availability", stays.availability().isEmpty() ? goes.availability() : stays.availability());
        boolean others = stays.email() == null || stays.email().equalsIgnoreCase(goes.email()) && stricter(stays, goes);
        values.put("emailState", others ? goes.emailState() : stays.emailState());
        values.put("emailStateAt", others ? goes.emailStateAt() : stays.emailStateAt());
        var united = stays;
        for (var value : values.entrySet()) {
            united = Records.with(united, value.getKey(), value.getValue());
        }
        return united;
    }

    private static boolean stricter(ContactLinkView than, ContactLinkView is) {
        return STRICTNESS.indexOf(is.emailState()) > STRICTNESS.indexOf(than.emailState());
    }

    private static String roles(ContactLinkView stays, ContactLinkView goes) {
        return Stream.of(stays.role(), goes.role())
                .filter(Objects::nonNull)
                .flatMap(roles -> Stream.of(roles.split(",")))
                .map(String::strip)
                .collect(Collectors.toMap(
                        role -> role.toLowerCase(Locale.ROOT), role -> role, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static <T> T first(T stays, T goes) {
        return stays == null ? goes : stays;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
