package fr.tiers.calendar.web;

import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** How long before an event somebody may want to be reminded, in words. */
@Named("reminderWords")
@ApplicationScoped
public class ReminderWords {

    private static final List<Integer> USUAL = List.of(0, 5, 15, 30, 60, 120, 1440, 2880, 10080);

    /** @param chosen offered as well, if it is none of the usual ones; null for none */
    public List<SelectItem> choices(Integer chosen) {
        var minutes = new ArrayList<>(USUAL);
        if (chosen != null && !minutes.contains(chosen)) {
            minutes.add(chosen);
        }
        return minutes.stream()
                .sorted()
                .map(each -> new SelectItem(each, before(each)))
                .toList();
    }

    /** E.g. "1 h avant". */
    public String before(int minutes) {
        if (minutes == 0) {
            return Functions.text("calendar.before.start");
        }
        if (minutes % 1440 == 0) {
            return Functions.text1("calendar.before.days", minutes / 1440);
        }
        return minutes % 60 == 0
                ? Functions.text1("calendar.before.hours", minutes / 60)
                : Functions.text1("calendar.before.minutes", minutes);
    }
}
