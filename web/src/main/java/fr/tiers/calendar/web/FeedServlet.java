package fr.tiers.calendar.web;

import fr.tiers.calendar.FeedReader;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Gives a calendar program the agenda that its secret address stands for. Every wrong address gets the same answer. */
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/calendar/([A-Za-z0-9_-]{43})\\.ics");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Inject
    private transient FeedReader feeds;

    @Inject
    private transient FeedThrottle throttle;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!throttle.admits(request.getRemoteAddr(), request.getServletPath())) {
            response.setHeader("Retry-After", String.valueOf(PERIOD.toSeconds()));
            say(response, TOO_MANY_REQUESTS, "Too many requests");
            return;
        }
        var address = ADDRESS.matcher(request.getServletPath());
        var feed = address.matches() ? feeds.read(address.group(1)).orElse(null) : null;
        if (feed == null) {
            say(response, HttpServletResponse.SC_NOT_FOUND, "Not found");
            return;
        }
        var tag = '"' + feed.tag() + '"';
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", feed.changedAt().toEpochMilli());
        if (isKnown(request, tag, feed.changedAt())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var bytes = feed.content().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar; charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The tag decides where there is one: an event that was deleted changes no date. */
    private static boolean isKnown(HttpServletRequest request, String tag, Instant changedAt) {
        var known = request.getHeader("If-None-Match");
        if (known != null) {
            return known.contains(tag) || "*".equals(known.strip());
        }
        long since = dateHeader(request);
        return since >= 0 && !changedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(Instant.ofEpochMilli(since));
    }

    private static long dateHeader(HttpServletRequest request) {
        try {
            return request.getDateHeader("If-Modified-Since");
        } catch (IllegalArgumentException e) {
            // not a date: as if it were not there
            return -1;
        }
    }

    private static void say(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=UTF-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
