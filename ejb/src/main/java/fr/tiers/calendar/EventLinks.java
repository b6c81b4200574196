package fr.tiers.calendar;

/** Addresses of our pages as mails and calendars name them. */
final class EventLinks {

    private EventLinks() {}

    static String of(String url, long eventId) {
        return root(url) + "/event/record.xhtml?id=" + eventId;
    }

    static String answer(String url, String token, String language) {
        return root(url) + "/calendar/answer.xhtml?t=" + token + "&lang=" + language;
    }

    private static String root(String url) {
        return url.replaceAll("/+$", "");
    }
}
