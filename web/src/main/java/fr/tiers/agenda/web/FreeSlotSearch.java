package fr.tiers.agenda.web;

import fr.tiers.agenda.Agenda;
import fr.tiers.agenda.SlotWish;
import fr.tiers.agenda.Span;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** The search for a time that suits all those whose agendas are shown; the URL says which. */
@Named("freeSlots")
@RequestScoped
public class FreeSlotSearch {

    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_DAYS = 11;
    /** Beyond so many days with free time one looks for less. */
    private static final int MAX_DAYS = 12;

    private static final int STEP = 30;

    private final Agenda service;
    private final AgendaPage page;
    private final Refusals refusals;
    private List<Day> days;
    private boolean refused;

    protected FreeSlotSearch() {
        this(null, null, null);
    }

    @Inject
    public FreeSlotSearch(Agenda service, AgendaPage page, Refusals refusals) {
        this.service = service;
        this.page = page;
        this.refusals = refusals;
    }

    /** A day with its free time. */
    public record Day(LocalDate date, List<Slot> slots) {}

    /** A time at which a meeting may begin. */
    public record Slot(LocalDateTime start, LocalDateTime end) {}

    public int getMinutes() {
        return Objects.requireNonNullElse(page.getUrl().minutes(), USUAL_MINUTES);
    }

    public LocalDate getFrom() {
        return Objects.requireNonNullElse(page.getUrl().from(), page.getToday());
    }

    public LocalDate getTo() {
        return Objects.requireNonNullElseGet(page.getUrl().to(), () -> getFrom().plusDays(USUAL_DAYS));
    }

    public LocalTime getOpens() {
        return Objects.requireNonNullElse(page.getUrl().opens(), SlotWish.USUAL_OPENING);
    }

    public LocalTime getCloses() {
        return Objects.requireNonNullElse(page.getUrl().closes(), SlotWish.USUAL_CLOSING);
    }

    public List<Integer> getLengths() {
        return List.of(15, 30, 45, 60, 90, 120, 180, 240);
    }

    /** The next days on which all are free, each with the times at which one may begin. */
    public List<Day> getDays() {
        if (days == null) {
            days = new ArrayList<>();
            var wish = new SlotWish(page.getLogins(), getFrom(), getTo(), getMinutes(), getOpens(), getCloses());
            refused = !refusals.guard(() -> days.addAll(byDay(service.availability(wish))));
        }
        return days;
    }

    /** Whether what was asked for makes no sense; that has been said. */
    public boolean isRefused() {
        getDays();
        return refused;
    }

    private List<Day> byDay(List<Span> free) {
        var found = new LinkedHashMap<LocalDate, List<Slot>>();
        for (var span : free) {
            var length = Duration.ofMinutes(getMinutes());
            var end = LocalDateTime.ofInstant(span.end(), Formats.ZONE);
            var start = LocalDateTime.ofInstant(span.start(), Formats.ZONE);
            while (!start.plus(length).isAfter(end)) {
                found.computeIfAbsent(start.toLocalDate(), day -> new ArrayList<>())
                        .add(new Slot(start, start.plus(length)));
                start = start.plusMinutes(STEP - start.getMinute() % STEP);
            }
        }
        return found.entrySet().stream()
                .limit(MAX_DAYS)
                .map(entry -> new Day(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The form of a new meeting at that time, with those people beside whoever asks. */
    public String meeting(Slot slot) {
        var guests = page.getLogins().stream()
                .filter(login -> !login.equals(page.caller()))
                .toList();
        return "start=%s&end=%s&type=MEETING&participants=%s"
                .formatted(
                        slot.start(), slot.end(), URLEncoder.encode(String.join(",", guests), StandardCharsets.UTF_8));
    }
}
