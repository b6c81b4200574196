package fr.tiers.savedview;

import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Saved views over REST")
@ExtendWith(InTheWorld.class)
class SavedViewIT {

    private static final Cast CAST = new Cast(SavedViewIT.class);

    @Test
    void isSavedSharedMadeTheDefaultAndDeleted() {
        var lea = Cast.tokenOf(CAST.user("SALES", null));
        var paul = Cast.tokenOf(CAST.user("SALES", null));
        var name = CAST.name() + " Lyon";

        var made = lea.post("views", "{\"name\":\"" + name + "\",\"query\":\"city=Lyon&sort=-turnover\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var path = made.header("Location").orElseThrow().replaceFirst(".*/api/v1/", "");
        assertThat(paul.get(path).status()).isEqualTo(404);
        assertThat(lea.post("views", "{\"name\":\"" + name + "\",\"query\":\"\"}")
                        .status())
                .isEqualTo(409);

        var body = "{\"name\":\"" + name + "\",\"query\":\"city=Lyon\",\"shared\":true}";
        assertThat(lea.put(path, body).status()).isEqualTo(428);
        var shared = lea.with("If-Match", made.etag()).put(path, body);
        assertThat(shared.status()).as(shared.toString()).isEqualTo(200);
        assertThat(lea.with("If-Match", made.etag()).put(path, body).status()).isEqualTo(412);

        assertThat(paul.get("views").body()).contains(name);
        assertThat(paul.with("If-Match", shared.etag()).delete(path).status()).isEqualTo(403);
        assertThat(paul.put(path + "/default", "").json().get("usual").asBoolean())
                .isTrue();
        assertThat(paul.delete(path + "/default").status()).isEqualTo(204);
        assertThat(lea.get("views?list=OTHER").status()).isEqualTo(400);
        assertThat(lea.post("views", "{\"name\":\"x\",\"query\":\"a b\"}").status())
                .isEqualTo(400);
        assertThat(Cast.as(CAST.user("EXTRANET", null)).get("views").status()).isEqualTo(404);

        assertThat(lea.with("If-Match", shared.etag()).delete(path).status()).isEqualTo(204);
        assertThat(lea.get(path).status()).isEqualTo(404);
    }
}
