package fr.tiers.agenda;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The agendas of others over REST: what may be seen, what is only taken, what is free. */
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgendaIT {

    private static final String WEEK = "from=2031-03-03T00:00:00%2B01:00&to=2031-03-10T00:00:00%2B01:00";

    private String north;
    private String south;
    private Api ofNorth;
    private Api ofSouth;
    private String shared;

    @BeforeAll
    void people() {
        var cast = new Cast(AgendaIT.class);
        var northUnit = cast.unit("N", null);
        var southUnit = cast.unit("S", null);
        north = cast.user("SALES", northUnit);
        south = cast.user("SALES", southUnit);
        ofNorth = Cast.tokenOf(north);
        ofSouth = Cast.tokenOf(south);
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        var northTier = cast.tier(admin, "Nord", northUnit).get("id").asText();
        event(
                "tiers/" + northTier + "/events",
                "\"start\":\"2031-03-03T09:00:00Z\",\"end\":\"2031-03-03T10:00:00Z\",\"subject\":\"Secret du Nord\"");
        event(
                "events",
                "\"start\":\"2031-03-04T09:00:00Z\",\"end\":\"2031-03-04T11:00:00Z\",\"subject\":\"Médecin\",\"privateEntry\":true");
        shared = event(
                "events",
                "\"start\":\"2031-03-05T09:00:00Z\",\"end\":\"2031-03-05T10:00:00Z\",\"subject\":\"Point commun\",\"readOnly\":true,"
                        + "\"meeting\":{\"participants\":[{\"user\":\"" + south + "\"}]}");
    }

    /** Of the one of the North. */
    private String event(String path, String json) {
        var answer = ofNorth.post(path, "{\"type\":\"MEETING\"," + json + '}');
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void othersSeeThatTheTimeIsTakenAndNothingElse() {
        var own = ofNorth.get("agenda?" + WEEK + "&users=" + north);
        var others = ofSouth.get("agenda?" + WEEK + "&users=" + north);

        assertThat(own.json().get("items")).hasSize(3).allMatch(item -> !item.get("busy")
                .asBoolean());
        assertThat(others.json().get("items")).hasSize(3);
        assertThat(others.toString()).doesNotContain("Secret", "Nord", "Médecin");
        var taken = others.json().get("items").get(1);
        assertThat(taken.get("busy").asBoolean()).isTrue();
        assertThat(taken.get("start").asText()).isEqualTo("2031-03-04T09:00:00Z");
        assertThat(taken.path("id").isNull() || taken.path("id").isMissingNode())
                .isTrue();
        var open = others.json().get("items").get(2);
        assertThat(open.get("id").asText()).isEqualTo(shared);
        assertThat(open.get("editable").asBoolean()).isFalse();
    }

    @Test
    void whatOneTakesPartInIsInOnesAgenda() {
        assertThat(ofSouth.get("agenda?" + WEEK + "&users=" + south).json().get("items"))
                .singleElement()
                .matches(item -> item.get("id").asText().equals(shared));
    }

    @Test
    void freeIsWhatSuitsBoth() {
        var answer = ofSouth.get(
                "agenda/availability?from=2031-03-04&to=2031-03-05&minutes=120&users=" + north + "," + south);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items").toString())
                .isEqualTo("[{\"start\":\"2031-03-04T11:00:00Z\",\"end\":\"2031-03-04T17:00:00Z\"},"
                        + "{\"start\":\"2031-03-05T10:00:00Z\",\"end\":\"2031-03-05T17:00:00Z\"}]");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(ofNorth.get("agenda?users=" + north).status()).isEqualTo(400);
        assertThat(ofNorth.get("agenda?" + WEEK).status()).isEqualTo(400);
        assertThat(ofNorth.get("agenda?" + WEEK + "&users=nobody.at.all").status())
                .isEqualTo(400);
        assertThat(ofNorth.get("agenda?" + WEEK + "&users=" + north + "&kinds=PARTY")
                        .status())
                .isEqualTo(400);
        assertThat(ofNorth.get("agenda?" + WEEK + "&users=" + north + "&color=red")
                        .status())
                .isEqualTo(400);
        assertThat(ofNorth.get("agenda/availability?from=2031-03-04&to=2031-03-05&minutes=0&users=" + north)
                        .status())
                .isEqualTo(400);
    }
}
