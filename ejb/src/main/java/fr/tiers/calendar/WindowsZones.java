package fr.tiers.calendar;

import java.util.Map;
import java.util.regex.Pattern;

/** Names that Outlook and Exchange give time zones where they do not describe them. */
final class WindowsZones {

    private static final Pattern ZONE = Pattern.compile("(?i)(;TZID=)(\"[^\"\\r\\n]*\"|[^:;\"\\r\\n]*)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("morocco standard time", "Africa/Casablanca"),
            Map.entry("w. central africa standard time", "Africa/Lagos"),
            Map.entry("south africa standard time", "Africa/Johannesburg"),
            Map.entry("egypt standard time", "Africa/Cairo"),
            Map.entry("israel standard time", "Asia/Jerusalem"),
            Map.entry("arabian standard time", "Asia/Dubai"),
            Map.entry("arab standard time", "Asia/Riyadh"),
            Map.entry("mauritius standard time", "Indian/Mauritius"),
            Map.entry("india standard time", "Asia/Kolkata"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("new zealand standard time", "Pacific/Auckland"),
            Map.entry("central pacific standard time", "Pacific/Guadalcanal"),
            Map.entry("hawaiian standard time", "Pacific/Honolulu"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("atlantic standard time", "America/Halifax"),
            Map.entry("sa eastern standard time", "America/Cayenne"),
            Map.entry("sa western standard time", "America/La_Paz"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("saint pierre standard time", "America/Miquelon"),
            Map.entry("utc", "UTC"));

    private WindowsZones() {}

    /** Puts the usual names in where the calendar does not describe its own. */
    static String translated(String calendar) {
        if (calendar.contains("BEGIN:VTIMEZONE")) {
            return calendar;
        }
        return ZONE.matcher(calendar).replaceAll(match -> {
            var name = match.group(2).replace("\"", "");
            var known = NAMES.get(name.toLowerCase(java.util.Locale.ROOT));
            return java.util.regex.Matcher.quoteReplacement(match.group(1) + (known == null ? match.group(2) : known));
        });
    }
}
