package fr.tiers.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Mailbox;
import fr.tiers.it.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminders, invitations and calendars over REST, by mail and by secret address. */
class CalendarIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    private static Cast cast;
    private static String login;
    private static String mail;
    private static Api sales;
    private static Api colleague;
    private static String colleagueLogin;
    private static String tier;

    @BeforeAll
    static void prepare() {
        cast = new Cast(CalendarIT.class);
        var unit = cast.unit("ROOT", null);
        login = cast.user("SALES", unit);
        mail = login + "@ours.example";
        World.get().sql().update("update app_user set email = ? where login = ?", mail, login);
        colleagueLogin = cast.user("SALES", unit);
        sales = Cast.tokenOf(login);
        colleague = Cast.tokenOf(colleagueLogin);
        tier = cast.tier(Cast.tokenOf(cast.user("ADMINISTRATOR", null)), "Client", unit)
                .get("id")
                .asText();
    }

    private static JsonNode meeting(String subject, Duration ahead, String participants) {
        var start = Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        var answer = sales.post(
                "tiers/" + tier + "/events",
                """
                {"type":"MEETING","subject":"%s","start":"%s","end":"%s","meeting":{"place":"Salle Élysée","participants":[%s]}}
                """
                        .formatted(subject, start, start.plusSeconds(3600), participants));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String guest(String address) {
        return "{\"email\":\"" + address + "\",\"name\":\"Paul Été\"}";
    }

    @Test
    void aReminderArrivesByMailAndOnTheScreenOnce() throws Exception {
        var event = meeting(cast.name() + " bientôt", Duration.ofMinutes(10), "");
        var box = new Mailbox(mail);

        Until.holds("the reminder arrives", LONG, () -> box.letters().stream()
                .anyMatch(letter -> letter.subject().contains(cast.name() + " bientôt")));
        var due = sales.get("reminders").json().get("items");
        assertThat(due).hasSize(1);
        assertThat(due.get(0).get("event")).isEqualTo(event.get("id"));
        var id = due.get(0).get("id").asText();
        assertThat(colleague.post("reminders/" + id + "/seen", "").status()).isEqualTo(404);
        assertThat(sales.post("reminders/" + id + "/seen", "").status()).isEqualTo(204);
        assertThat(sales.get("reminders").json().get("items")).isEmpty();
        assertThat(box.letters().stream().filter(letter -> letter.subject().contains("bientôt")))
                .hasSize(1);
    }

    @Test
    void remindersAreChosenForAnEventAndAsARule() {
        var path = "events/"
                + meeting("Plus tard", Duration.ofDays(9), "").get("id").asText() + "/reminders";

        assertThat(sales.get(path).json().toString()).isEqualTo("{\"minutes\":[15],\"own\":false,\"possible\":true}");
        assertThat(sales.put(path, "{\"minutes\":[60,5]}").json().get("minutes").toString())
                .isEqualTo("[5,60]");
        assertThat(sales.put(path, "{\"minutes\":[-1]}").status()).isEqualTo(400);
        assertThat(sales.put(path, "{}").status()).isEqualTo(400);
        assertThat(sales.put(path, "{\"minuts\":[1]}").status()).isEqualTo(400);
        assertThat(colleague.put(path, "{\"minutes\":[5]}").problem()).endsWith("reminder-of-others");
        assertThat(sales.delete(path).json().get("own").asBoolean()).isFalse();
        assertThat(sales.get("events/999999999/reminders").status()).isEqualTo(404);
        assertThat(colleague
                        .put(
                                "reminders/preferences",
                                "{\"onScreen\":true,\"byMail\":false,\"call\":5,\"meeting\":30,\"task\":null,\"other\":null}")
                        .status())
                .isEqualTo(200);
        assertThat(colleague.get("reminders/preferences").json().get("meeting").asInt())
                .isEqualTo(30);
        assertThat(sales.get("reminders/problems").status()).isEqualTo(403);
    }

    @Test
    void aGuestIsInvitedAnswersByTheLinkAndIsToldOfTheEnd() throws Exception {
        var address = cast.name().toLowerCase() + "-guest@client.example";
        var event = meeting("Signature; enfin, presque", Duration.ofDays(3), guest(address));
        var path = "events/" + event.get("id").asText() + "/invitations";
        var box = new Mailbox(address);
        assertThat(sales.get(path).json().get("guests").get(0).get("state").asText())
                .isEqualTo("NOT_INVITED");

        assertThat(sales.put(path, "{\"send\":true}").status()).isEqualTo(200);
        Until.holds("the invitation arrives", LONG, () -> box.letters().size() == 1);
        var letter = box.letters().get(0);
        assertThat(letter.parts())
                .extracting(part -> part.type().replaceAll("(?s);.*", ""))
                .contains("multipart/mixed", "multipart/alternative", "text/plain", "text/calendar");
        assertThat(letter.parts())
                .anySatisfy(part ->
                        assertThat(part.type()).startsWith("text/calendar").contains("method=REQUEST"))
                .anySatisfy(part -> assertThat(part.type()).contains("invite.ics"));
        assertThat(letter.text("text/calendar").replace("\r\n ", ""))
                .contains("METHOD:REQUEST\r\n", "SUMMARY:Signature\\; enfin\\, presque\r\n", "mailto:" + mail);

        var link = Pattern.compile("http\\S+(/calendar/answer\\.xhtml\\?t=[\\w-]+)&lang=fr")
                .matcher(letter.text("text/plain"));
        assertThat(link.find()).isTrue();
        assertThat(browse("GET", link.group(1), null).body()).contains("Signature; enfin, presque", "Sans réponse");
        assertThat(answer(event)).isEqualTo("NEEDS_ACTION");
        var token = link.group(1).replaceAll(".*t=", "");
        var thanks = browse("POST", "/calendar/answer.xhtml?lang=fr", "t=" + token + "&answer=ACCEPTED");
        assertThat(thanks.body()).contains("Merci, votre réponse est enregistrée : Accepté.");
        assertThat(answer(event)).isEqualTo("ACCEPTED");
        Until.holds("the organiser is told", LONG, () -> new Mailbox(mail)
                .letters().stream().anyMatch(told -> told.subject().contains("Paul Été : accepte")));
        assertThat(browse("GET", "/calendar/answer.xhtml?t=" + "x".repeat(43), null)
                        .body())
                .contains("Ce lien n’est pas ou plus valable");

        assertThat(sales.put(path, "{\"send\":true}").status()).isEqualTo(200);
        assertThat(box.letters()).hasSize(1);
        assertThat(colleague
                        .put(path.replace("invitations", "invitations/answer"), "{\"answer\":\"ACCEPTED\"}")
                        .problem())
                .endsWith("invitation-not-invited");
    }

    private static String answer(JsonNode event) {
        return sales.get("events/" + event.get("id").asText() + "/invitations")
                .json()
                .get("guests")
                .get(0)
                .get("answer")
                .asText();
    }

    private static HttpResponse<String> browse(String method, String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(World.get().url() + "/tiers" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void theAgendaIsReadByItsSecretAddressAlone() throws Exception {
        meeting("Dans l’agenda", Duration.ofDays(5), "");
        assertThat(sales.post("calendar-feed", "{}").status()).isEqualTo(403);
        var made = Cast.as(login).post("calendar-feed", "{\"privateDetails\":false}");
        assertThat(made.status()).isEqualTo(201);
        var path = made.json().get("url").asText().replaceFirst(".*(/calendar/)", "$1");

        var read = browse("GET", path, null);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(read.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(read.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:Dans l’agenda\r\n");
        var again = HttpRequest.newBuilder(URI.create(World.get().url() + "/tiers" + path))
                .header("If-None-Match", read.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(again, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(304);

        for (var wrong : List.of("/calendar/" + "x".repeat(43) + ".ics", "/calendar/a.ics", "/tier/x.ics")) {
            var answer = browse("GET", wrong, null);
            assertThat(answer.statusCode()).as(wrong).isIn(404, 401);
            assertThat(answer.body()).as(wrong).doesNotContain("VCALENDAR");
        }
        assertThat(browse("GET", "/calendar/my/preferences.xhtml", null).body()).contains("j_security_check");
        assertThat(sales.delete("calendar-feed").status()).isEqualTo(204);
        assertThat(browse("GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void aCalendarComesInOnceAndGoesAgain() {
        var day = Instant.now()
                .plus(Duration.ofDays(20))
                .toString()
                .substring(0, 10)
                .replace("-", "");
        var body =
                "{\"name\":\"Perso\",\"content\":\"BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nBEGIN:VEVENT\\r\\nUID:a\\r\\nDTSTART;TZID=Romance Standard Time:"
                        + day
                        + "T100000\\r\\nRRULE:FREQ=DAILY;COUNT=3\\r\\nSUMMARY:Dentiste\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n\"}";

        assertThat(colleague
                        .post("calendar-imports/preview", body)
                        .json()
                        .get("added")
                        .asInt())
                .isEqualTo(3);
        assertThat(colleague.get("calendar-imports").json().get("items")).isEmpty();
        assertThat(colleague.post("calendar-imports", body).json().get("added").asInt())
                .isEqualTo(3);
        assertThat(colleague
                        .post("calendar-imports", body)
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(3);
        var calendar = colleague.get("calendar-imports").json().get("items").get(0);
        assertThat(calendar.get("entries").asInt()).isEqualTo(3);
        assertThat(sales.delete("calendar-imports/" + calendar.get("id").asText())
                        .status())
                .isEqualTo(404);
        assertThat(colleague
                        .delete("calendar-imports/" + calendar.get("id").asText())
                        .status())
                .isEqualTo(204);
        assertThat(colleague
                        .post("calendar-imports", "{\"name\":\"x\",\"content\":\"%PDF\"}")
                        .problem())
                .endsWith("calendar-unreadable");
        assertThat(colleague.post("calendar-imports", "{\"name\":\"\"}").status())
                .isEqualTo(400);
    }
}
