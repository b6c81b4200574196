package fr.tiers.event;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Events over REST")
@ExtendWith(InTheWorld.class)
class EventIT {

    private static final Cast CAST = new Cast(EventIT.class);
    private static final String MEETING =
            """
            {"type":"MEETING","subject":"%s","start":"2026-12-01T09:00:00Z","end":"2026-12-01T10:00:00Z",
             "meeting":{"place":"Nantes","onlineLink":"https://visio.example/1","participants":[{"user":"%s"},
             {"email":"Invitee@exemple.example","name":"Une invitée"}]}}""";

    private static Api admin;
    private static Api sales;
    private static Api other;
    private static String otherLogin;
    private static long tier;

    @BeforeAll
    static void prepare() {
        var unit = CAST.unit("UN", null);
        admin = Cast.tokenOf(CAST.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(CAST.user("SALES", unit));
        otherLogin = CAST.user("SALES", CAST.unit("DEUX", null));
        other = Cast.tokenOf(otherLogin);
        tier = CAST.tier(sales, "avec événements", unit).get("id").asLong();
    }

    @Test
    void aMeetingIsNotedReadChangedAndDeleted() {
        var created = sales.post("tiers/" + tier + "/events", MEETING.formatted("Revue", otherLogin));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var event = created.json();
        var path = "events/" + event.get("id").asText();
        assertThat(event.get("state").asText()).isEqualTo("PLANNED");
        assertThat(event.get("meeting").get("participants")).hasSize(2);

        var read = sales.get(path);
        assertThat(read.json().get("meeting").get("place").asText()).isEqualTo("Nantes");
        assertThat(sales.patch(path, "{\"state\":\"DONE\"}").status()).isEqualTo(428);
        var done = sales.with("If-Match", read.etag()).patch(path, "{\"state\":\"DONE\",\"subject\":\"Revue faite\"}");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().get("meeting").get("participants")).hasSize(2);
        assertThat(sales.with("If-Match", read.etag()).patch(path, "{}").status())
                .isEqualTo(412);
        assertThat(sales.get("tiers/" + tier + "/history?limit=50").body()).contains("Revue faite");

        assertThat(sales.with("If-Match", done.etag()).delete(path).status()).isEqualTo(204);
        assertThat(sales.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsWritten() {
        var answer = sales.post(
                "tiers/" + tier + "/events",
                """
                {"type":"CALL","subject":"","start":"2026-12-01T09:00:00Z","end":"2026-11-01T09:00:00Z","assignee":"personne",
                 "task":{"priority":"HIGH"},"call":{"minutes":-1,"direction":"UP"}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("subject", "before-start", "assignee", "not-of-kind", "call.minutes", "call.direction");
        assertThat(sales.post(
                                "events",
                                "{\"type\":\"MEETING\",\"subject\":\"x\",\"meeting\":{\"participants\":[null]}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anEventGetsItsTierLater() {
        var created = sales.post("events", "{\"type\":\"CALL\",\"subject\":\"Qui était-ce\"}");
        var path = "events/" + created.json().get("id").asText();
        var body = "{\"tierId\":" + tier + "}";

        assertThat(sales.put(path + "/tier", body).status()).isEqualTo(428);
        var placed = sales.with("If-Match", sales.get(path).etag()).put(path + "/tier", body);
        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        assertThat(placed.json().get("tierId").asLong()).isEqualTo(tier);
        assertThat(sales.with("If-Match", placed.etag())
                        .put(path + "/tier", "{\"tierId\":" + tier + ",\"contactId\":987654321}")
                        .body())
                .contains("contactId", "unknown-reference");
        assertThat(sales.with("If-Match", placed.etag())
                        .put(path + "/tier", "{\"tier\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(sales.get("tiers/" + tier + "/events").body()).contains("Qui était-ce");
        assertThat(other.with("If-Match", placed.etag())
                        .put(path + "/tier", body)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEventWithoutATierIsSeenByThoseItConcerns() {
        var created = sales.post("events", MEETING.formatted("Sans tiers", otherLogin));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var path = "events/" + created.json().get("id").asText();

        assertThat(other.get(path).status()).isEqualTo(200);
        assertThat(Cast.tokenOf(CAST.user("SALES", CAST.unit("TROIS", null)))
                        .get(path)
                        .status())
                .isEqualTo(404);
        assertThat(subjects(other.get("events?q=sans+tiers").json())).isEqualTo("Sans tiers");
    }

    @Test
    void aPrivateEventIsNobodyElses() {
        var body = "{\"type\":\"NOTE\",\"subject\":\"Secret de " + CAST.name() + "\",\"privateEntry\":true}";
        var path = "events/"
                + sales.post("tiers/" + tier + "/events", body).json().get("id").asText();

        assertThat(sales.get(path).status()).isEqualTo(200);
        assertThat(admin.get(path).status()).isEqualTo(404);
        for (var place : new String[] {"events", "timeline", "history"}) {
            assertThat(admin.get("tiers/" + tier + '/' + place).body())
                    .as(place)
                    .doesNotContain("Secret de");
        }
        assertThat(admin.get("search?q=" + Api.encode("Secret de " + CAST.name()))
                        .body())
                .doesNotContain("Secret de");
        assertThat(sales.get("tiers/" + tier + "/events").body()).contains("Secret de");
    }

    @Test
    void customFieldsAreFilteredSortedAndFoundInTheHistory() {
        var code = CAST.name().toLowerCase(Locale.ROOT) + "room";
        var field = admin.post(
                        "custom-fields",
                        "{\"object\":\"EVENT\",\"code\":\"" + code
                                + "\",\"type\":\"STRING\",\"labelFr\":\"Salle\",\"listed\":true,\"filterable\":true}")
                .json();
        for (var room : new String[] {"B", "C", "A"}) {
            sales.post(
                    "tiers/" + tier + "/events",
                    "{\"type\":\"NOTE\",\"subject\":\"Salle " + room + "\",\"custom\":{\"" + code + "\":\"" + room
                            + "\"}}");
        }

        var first = sales.get("events?tier=" + tier + "&q=salle&limit=2&sort=custom." + code)
                .json();
        assertThat(subjects(first)).isEqualTo("Salle A, Salle B");
        var next = sales.get("events?tier=" + tier + "&q=salle&limit=2&sort=custom." + code + "&after="
                        + first.get("next").asText())
                .json();
        assertThat(subjects(next)).isEqualTo("Salle C");
        var found = sales.get("events?custom." + code + "=C").json();
        assertThat(subjects(found)).isEqualTo("Salle C");
        var event = "events/" + found.get("items").get(0).get("id").asText();
        sales.with("If-Match", sales.get(event).etag()).patch(event, "{\"custom\":{\"" + code + "\":\"D\"}}");
        assertThat(sales.get("tiers/" + tier + "/history?limit=50").body()).contains("custom." + code);
        assertThat(sales.get("events?custom.nobody=1").status()).isEqualTo(400);

        var one = "custom-fields/" + field.get("id").asText();
        admin.with("If-Match", admin.get(one).etag()).delete(one);
    }

    @Test
    void ofATypeOnlyTheKindNeverChanges() {
        assertThat(admin.delete("event-types/CALL").status()).isEqualTo(409);
        var call = admin.get("event-types/CALL");
        var changed =
                call.body().replace("\"kind\":\"CALL\"", "\"kind\":\"TASK\"").replaceFirst("\"version\":\\d+,", "");
        assertThat(admin.with("If-Match", call.etag())
                        .put("event-types/CALL", changed)
                        .status())
                .isEqualTo(400);
    }

    private static String subjects(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("subject").asText())
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }
}
