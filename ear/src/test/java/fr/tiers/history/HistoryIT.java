package fr.tiers.history;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The change log of a tier over REST: filtered, as CSV, and as the record on a past day. */
class HistoryIT {

    private static Api admin;
    private static String path;

    @BeforeAll
    static void prepare() {
        var cast = new Cast(HistoryIT.class);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        path = "tiers/" + cast.tier(admin, "Suivi", null).get("id").asLong();
        for (var change : new String[] {
            "{\"phone\":\"01 99 00 00 01\",\"sector\":\"=1+1\"}", "{\"phone\":\"01 99 00 00 02\"}", "{\"phone\":null}"
        }) {
            admin.with("If-Match", admin.get(path).etag()).patch(path, change);
        }
    }

    @Test
    void linesAreFilteredByFieldAndPaged() {
        var first = admin.get(path + "/history?field=phone&limit=2").json();
        assertThat(first.get("total").asLong()).isEqualTo(3);
        assertThat(first.get("items").get(0).get("oldValue").asText()).isEqualTo("01 99 00 00 02");
        var second = admin.get(path + "/history?field=phone&limit=2&after="
                        + first.get("next").asText())
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(admin.get(path + "/history?source=JOB").json().get("items")).isEmpty();
        assertThat(admin.get(path + "/history?from=2020-01-01&to=2020-12-31")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var query : new String[] {
            "colour=red", "from=yesterday", "from=2026-02-01&to=2026-01-01", "entityId=x", "format=xml"
        }) {
            assertThat(admin.get(path + "/history?" + query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void theCsvHoldsWhatIsFilteredAndNoFormula() {
        var csv = admin.get(path + "/history?format=csv&field=sector");
        assertThat(csv.mediaType()).isEqualTo("text/csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains(";'=1+1\r\n").doesNotContain(";=1+1");
    }

    @Test
    void aPastDayIsReadWithoutETag() {
        var today = admin.get(path + "?asOf=" + LocalDate.now(java.time.ZoneId.of("Europe/Paris")));
        assertThat(today.status()).as("%s", today).isEqualTo(200);
        assertThat(today.header("ETag")).isEmpty();
        assertThat(today.json().get("name")).isEqualTo(admin.get(path).json().get("name"));
        assertThat(admin.get(path + "?asOf=2001-01-01").status()).isEqualTo(404);
        assertThat(admin.get(path + "?asOf=2999-01-01").status()).isEqualTo(400);
        assertThat(admin.get(path + "?asOf=2026-02-30").status()).isEqualTo(400);
    }

    @Test
    void theObservationIsCleanedNotRefused() {
        var changed = admin.with("If-Match", admin.get(path).etag())
                .patch(path, "{\"observation\":\"<p onclick=x()>Fermé le <b>lundi</b></p><script>alert(1)</script>\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("observation").asText()).isEqualTo("<p>Fermé le <b>lundi</b></p>");
    }
}
