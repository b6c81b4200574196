package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How somebody wants to be told.
 *
 * @param automatic whether tiers are followed that one owns, represents or works on as a collaborator
 * @param onScreen whether the bell tells
 * @param codes of what, as the catalogue of happenings names it
 * @param version 0 as long as nothing was chosen
 */
public record SubscriptionSettings(
        boolean automatic, boolean onScreen, MailChoice mail, List<String> codes, long version) {

    /** As the program comes. */
    static final SubscriptionSettings USUAL = new SubscriptionSettings(
            true,
            true,
            MailChoice.NONE,
            HappeningCode.offered().stream()
                    .filter(HappeningCode::isToldByDefault)
                    .map(HappeningCode::name)
                    .toList(),
            0);

    public SubscriptionSettings {
        codes = List.copyOf(codes);
    }

    /** What is wished; what is left out stays as the program comes. */
    public record Wish(Boolean automatic, Boolean onScreen, String mail, List<String> codes) {

        private static final Set<String> WAYS =
                Stream.of(MailChoice.values()).map(MailChoice::name).collect(Collectors.toUnmodifiableSet());

        /** @throws BusinessException INVALID with every violation */
        SubscriptionSettings check(long version) {
            var checks = new Checks();
            var wanted = codes == null ? USUAL.codes() : codes;
            var way = mail == null ? USUAL.mail().name() : mail;
            checks.oneOf("mail", way, WAYS);
            var known = known(wanted, checks);
            checks.refuse();
            return new SubscriptionSettings(
                    automatic == null || automatic,
                    onScreen == null || onScreen,
                    MailChoice.valueOf(way),
                    known,
                    version);
        }
    }

    /** @return in the order of the catalogue */
    static List<String> known(List<String> wanted, Checks checks) {
        var offered = HappeningCode.offered().stream().map(HappeningCode::name).toList();
        for (var code : wanted) {
            checks.holds(code != null && offered.contains(code), "codes", "unknown-value", code);
        }
        return offered.stream().filter(wanted::contains).toList();
    }
}
