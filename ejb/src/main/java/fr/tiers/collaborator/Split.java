package fr.tiers.collaborator;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rule of shares: on every day on which anybody has a share, the shares make 100 %. Nobody stands there twice at the same time.
 */
final class Split {

    private static final int MOST = 50;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Split() {}

    /** @return everything that is wrong; fields are called {@code representatives[0].share} */
    static List<Violation> violations(List<RepresentativeCommand> wanted) {
        var checks = new Checks().holds(wanted.size() <= MOST, "representatives", "too-many", MOST);
        for (int i = 0; i < wanted.size(); i++) {
            check(checks, "representatives[" + i + "]", wanted.get(i));
            for (int k = 0; k < i; k++) {
                var one = wanted.get(i);
                var other = wanted.get(k);
                boolean same = one != null
                        && other != null
                        && one.user() != null
                        && one.user().equals(other.user());
                checks.holds(!same || !one.overlaps(other), "representatives[" + i + "].user", "duplicate");
            }
        }
        if (checks.violations().isEmpty()) {
            wrongDay(wanted).ifPresent(day -> {
                var sum = sum(wanted, day);
                // a period without beginning has no day to name
                boolean named = !day.equals(LocalDate.MIN);
                checks.holds(named, "representatives", "shares-not-whole", sum)
                        .holds(!named, "representatives", "shares-not-whole-on", sum, day);
            });
        }
        return checks.violations();
    }

    private static void check(Checks checks, String field, RepresentativeCommand one) {
        checks.required(field, one);
        if (one == null) {
            return;
        }
        checks.required(field + ".user", Checks.trim(one.user()))
                .text(field + ".user", one.user())
                .period(field + ".to", one.from(), one.to())
                .holds(isDay(one.from()), field + ".from", "out-of-range", 1900, 2200)
                .holds(isDay(one.to()), field + ".to", "out-of-range", 1900, 2200);
        var share = one.share();
        checks.holds(
                share == null
                        || share.signum() > 0
                                && share.compareTo(WHOLE) <= 0
                                && share.stripTrailingZeros().scale() <= 2,
                field + ".share",
                "share-range");
    }

    private static boolean isDay(LocalDate day) {
        return day == null || !day.isBefore(EARLIEST) && day.isBefore(LATEST);
    }

    /** The sum can only change on a day on which somebody begins or on which somebody is gone for the first time. */
    private static Optional<LocalDate> wrongDay(List<RepresentativeCommand> wanted) {
        var days = new TreeSet<LocalDate>();
        for (var one : wanted) {
            days.add(one.starts());
            if (one.to() != null) {
                days.add(one.to().plusDays(1));
            }
        }
        return days.stream()
                .filter(day -> withShare(wanted, day).findAny().isPresent())
                .filter(day -> sum(wanted, day).compareTo(WHOLE) != 0)
                .findFirst();
    }

    private static BigDecimal sum(List<RepresentativeCommand> wanted, LocalDate day) {
        return withShare(wanted, day).map(RepresentativeCommand::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<RepresentativeCommand> withShare(List<RepresentativeCommand> wanted, LocalDate day) {
        return wanted.stream().filter(one -> one.share() != null && one.isInForce(day));
    }
}
