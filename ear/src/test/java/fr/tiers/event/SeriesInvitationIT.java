package fr.tiers.event;

import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Mailbox;
import fr.tiers.it.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A meeting that comes again, over REST: made out of a single one, its guests invited once, told of what changes. */
class SeriesInvitationIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TUESDAY =
            LocalDate.now(PARIS).plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

    private static Cast cast;
    private static Api sales;
    private static Api stranger;

    @BeforeAll
    static void prepare() {
        cast = new Cast(SeriesInvitationIT.class);
        var login = cast.user("SALES", cast.unit("ROOT", null));
        World.get().sql().update("update app_user set email = ? where login = ?", login + "@ours.example", login);
        sales = Cast.tokenOf(login);
        stranger = Cast.tokenOf(cast.user("SALES", cast.unit("OTHER", null)));
    }

    private static String at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant().toString();
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static String version(String event) {
        return '"' + sales.get("events/" + event).json().get("version").asText() + '"';
    }

    @Test
    void aSingleMeetingBecomesASeriesAndItsGuestIsToldInOneMailEachTime() throws Exception {
        var address = cast.name().toLowerCase() + "-guest@client.example";
        var made = sales.post(
                "events",
                "{\"type\":\"MEETING\",\"subject\":\"Point hebdo\",\"start\":\""
                        + at(TUESDAY, 10) + "\",\"end\":\"" + at(TUESDAY, 11) + "\","
                        + "\"meeting\":{\"participants\":[{\"email\":\"" + address + "\",\"name\":\"Paul\"}]}}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var id = made.json().get("id").asText();
        var rule = "{\"frequency\":\"WEEKLY\",\"weekdays\":[\"TUESDAY\"],\"count\":6}";

        assertThat(sales.get("events/" + id + "/series").status()).isEqualTo(404);
        assertThat(sales.put("events/" + id + "/series", rule).status()).isEqualTo(428);
        assertThat(stranger.with("If-Match", version(id))
                        .put("events/" + id + "/series", rule)
                        .status())
                .isEqualTo(404);
        assertThat(sales.with("If-Match", version(id))
                        .put("events/" + id + "/series", "{\"frequency\":\"WEEKLY\"}")
                        .status())
                .isEqualTo(400);
        var series = sales.with("If-Match", version(id)).put("events/" + id + "/series", rule);
        assertThat(series.status()).as(series.toString()).isEqualTo(200);
        assertThat(series.json().get("events")).hasSize(6);
        assertThat(sales.with("If-Match", version(id))
                        .put("events/" + id + "/series", rule)
                        .problem())
                .endsWith("event-repeats");
        var path = "event-series/" + series.json().get("id").asText() + "/events/";
        assertThat(sales.get("events/" + id + "/series").json().get("id"))
                .isEqualTo(series.json().get("id"));

        assertThat(sales.put("events/" + id + "/invitations", "{\"send\":true}").status())
                .isEqualTo(200);
        var box = new Mailbox(address);
        Until.holds("the invitation arrives", LONG, () -> box.letters().size() == 1);
        assertThat(box.letters().get(0).text("text/calendar"))
                .contains(
                        "METHOD:REQUEST",
                        "RRULE:FREQ=WEEKLY;COUNT=6",
                        "DTSTART;TZID=Europe/Paris:" + compact(TUESDAY) + "T100000");
        assertThat(box.letters().get(0).text("text/plain")).contains("chaque semaine le mardi, 6 fois");

        var later = TUESDAY.plusWeeks(2);
        var third = series.json().get("events").get(2).get("eventId").asText();
        for (int hour = 13; hour < 15; hour++) {
            assertThat(sales.with("If-Match", version(third))
                            .patch(
                                    "events/" + third,
                                    "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(at(later, hour), at(later, hour + 1)))
                            .status())
                    .isEqualTo(200);
        }
        Until.holds("the change arrives", LONG, () -> box.letters().size() == 2);
        assertThat(box.letters().get(1).text("text/calendar"))
                .contains(
                        "RECURRENCE-ID;TZID=Europe/Paris:" + compact(later) + "T100000",
                        "DTSTART;TZID=Europe/Paris:" + compact(later) + "T140000");

        assertThat(sales.with("If-Match", version(id))
                        .post(path + id + "/cancel?scope=SOME", "")
                        .status())
                .isEqualTo(400);
        assertThat(sales.with("If-Match", version(id))
                        .post(path + id + "/cancel?scope=ALL", "")
                        .status())
                .isEqualTo(204);
        Until.holds("the end arrives", LONG, () -> box.letters().size() == 3);
        assertThat(box.letters().get(2).text("text/calendar"))
                .contains("METHOD:CANCEL")
                .doesNotContain("RECURRENCE-ID");
    }

    @Test
    void aChangeThatCannotBeToldNamesTheTemplateAndTheCompany() {
        var login = cast.user("SALES", cast.unit("NO", null));
        var api = Cast.tokenOf(login);
        var id = api.post(
                        "events",
                        "{\"type\":\"MEETING\",\"subject\":\"Sans modèle\",\"start\":\"2032-04-06T09:00:00Z\",\"meeting\":{\"participants\":[{\"email\":\"x@client.example\"}]}}")
                .json()
                .get("id")
                .asText();
        World.get().sql().update("update mail_template set purpose = 'GUEST_ADDED_AWAY' where purpose = 'GUEST_ADDED'");
        try {
            var answer = api.put("events/" + id + "/invitations", "{\"send\":true}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).endsWith("template-missing");
            assertThat(answer.json().get("detail").asText()).contains("GUEST_ADDED");
            assertThat(api.get("events/" + id + "/invitations")
                            .json()
                            .get("send")
                            .asBoolean())
                    .isFalse();
        } finally {
            World.get()
                    .sql()
                    .update("update mail_template set purpose = 'GUEST_ADDED' where purpose = 'GUEST_ADDED_AWAY'");
        }
    }
}
