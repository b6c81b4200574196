package fr.tiers.tier;

import fr.tiers.it.Api;
import fr.tiers.it.Browser;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A record names other tiers; those that are not the caller's to see have no name there. */
@DisplayName("The name of a hidden tier")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenNamesIT {

    private static final String SECRET = "Holding Discrète";

    private final Cast cast = new Cast(HiddenNamesIT.class);
    private String login;
    private Api sales;
    private long tier;
    private long parent;

    @BeforeAll
    void prepare() {
        var here = cast.unit("ICI", null);
        var there = cast.unit("AILLEURS", null);
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        login = cast.user("SALES", here);
        sales = Cast.tokenOf(login);
        tier = cast.tier(admin, "Filiale", here).get("id").asLong();
        parent = cast.tier(admin, SECRET, there).get("id").asLong();
        var path = "tiers/" + tier;
        var moved = admin.with("If-Match", admin.get(path).etag()).patch(path, "{\"parent\":" + parent + '}');
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.json().get("parentName").asText()).contains(SECRET);
        var related = admin.post(path + "/relations", "{\"type\":\"PARTNER\",\"other\":" + parent + '}');
        assertThat(related.status()).as(related.toString()).isEqualTo(201);
    }

    @Test
    void isNotTheParentsInRest() {
        var answer = sales.get("tiers/" + tier).json();
        assertThat(answer.get("parent").asLong()).isEqualTo(parent);
        assertThat(answer.get("parentName").isNull()).isTrue();
    }

    @Test
    void isNowhereOnTheRecordNorInWhatHangsOnIt() {
        for (var path :
                new String[] {"", "/relations", "/relations/tree", "/history", "/timeline", "?asOf=2026-11-22"}) {
            assertThat(sales.get("tiers/" + tier + path).body()).as(path).doesNotContain(SECRET);
        }
        var browser = new Browser();
        browser.signIn(login, Cast.PASSWORD);
        for (var tab : new String[] {"tier", "relation", "history", "timeline"}) {
            assertThat(browser.get("/tier/record.xhtml?id=" + tier + "&tab=" + tab)
                            .body())
                    .as(tab)
                    .doesNotContain(SECRET);
        }
        assertThat(browser.get("/tier/record.xhtml?id=" + tier).body()).contains("tiers non visible");
        assertThat(browser.get("/tier/edit.xhtml?id=" + tier).body())
                .contains("tiers non visible")
                .doesNotContain(SECRET);
        assertThat(browser.get("/history/asof.xhtml?id=" + tier).body()).doesNotContain(SECRET);
    }

    @Test
    void isNoReasonToRefuseAnotherChange() {
        var path = "tiers/" + tier;
        var changed = sales.with("If-Match", sales.get(path).etag()).patch(path, "{\"observation\":\"vu\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("parent").asLong()).isEqualTo(parent);
        assertThat(changed.json().get("parentName").isNull()).isTrue();
    }
}
