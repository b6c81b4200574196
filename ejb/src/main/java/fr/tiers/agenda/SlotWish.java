package fr.tiers.agenda;

import fr.tiers.kernel.Checks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which free time is looked for.
 *
 * @param users logins of those who are all to be free
 * @param from first day
 * @param to last day
 * @param minutes how long it has to be
 * @param opens from when one works
 * @param closes until when one works
 */
public record SlotWish(
        List<String> users, LocalDate from, LocalDate to, int minutes, LocalTime opens, LocalTime closes) {

    public static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);
    public static final LocalTime USUAL_CLOSING = LocalTime.of(18, 0);

    private static final int MIN_MINUTES = 5;
    private static final int MAX_MINUTES = 720;
    private static final int MAX_DAYS = 62;

    public SlotWish {
        users = List.copyOf(new LinkedHashSet<>(users));
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .required("from", from)
                .required("to", to)
                .day("from", from)
                .day("to", to)
                .period("to", from, to)
                .holds(from == null || to == null || to.isBefore(from.plusDays(MAX_DAYS)), "to", "too-many", MAX_DAYS)
                .holds(
                        minutes >= MIN_MINUTES && minutes <= MAX_MINUTES,
                        "minutes",
                        "out-of-range",
                        MIN_MINUTES,
                        MAX_MINUTES)
                .holds(opens.isBefore(closes), "closes", "before-start")
                .holds(!users.isEmpty(), "users", "required")
                .holds(users.size() <= AgendaFrame.MAX_USERS, "users", "too-many", AgendaFrame.MAX_USERS)
                .refuse();
    }
}
