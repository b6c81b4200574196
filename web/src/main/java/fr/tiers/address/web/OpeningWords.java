package fr.tiers.address.web;

import fr.tiers.address.site.Opening;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opening hours as people write and read them: one line per day, {@code 08:00-12:00, 14:00-18:00}. */
@Named("openingWords")
@ApplicationScoped
public class OpeningWords {

    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,2})\\s*(?:[:hH]\\s*(\\d{2})?)?\\s*[-–—à]\\s*(\\d{1,2})\\s*(?:[:hH]\\s*(\\d{2})?)?");

    public List<String> getDays() {
        return Stream.of(DayOfWeek.values()).map(Enum::name).toList();
    }

    public String day(List<OpeningSlot> hours, String day) {
        return hours.stream()
                .filter(slot -> slot.day().equals(day))
                .map(slot -> slot.from() + '-' + slot.to())
                .collect(Collectors.joining(", "));
    }

    /** "8h-12h, 14:00-18:30" of one day; what is no pair of times is kept as it is, for the rules to refuse it. */
    static List<OpeningSlot> parse(String day, String text) {
        var slots = new ArrayList<OpeningSlot>();
        for (var part : (text == null ? "" : text).split("[,;/]")) {
            var found = HOURS.matcher(part.strip());
            if (found.matches()) {
                slots.add(new OpeningSlot(
                        day, time(found.group(1), found.group(2)), time(found.group(3), found.group(4))));
            } else if (!part.isBlank()) {
                slots.add(new OpeningSlot(day, part.strip(), null));
            }
        }
        return slots;
    }

    static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" + hour : hour) + ':' + (minute == null ? "00" : minute);
    }

    public String state(Opening opening) {
        var words = Functions.text("address.opening." + opening.reason() + (opening.open() ? ".open" : ""));
        if ("PUBLIC_HOLIDAY".equals(opening.reason())) {
            return words + " : " + Functions.text("address.holiday." + opening.detail());
        }
        return opening.detail() == null ? words : words + " : " + opening.detail();
    }
}
