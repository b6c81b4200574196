package fr.tiers.tier;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The export of a list of tiers")
@ExtendWith(InTheWorld.class)
class TierExportIT {

    private static final Cast CAST = new Cast(TierExportIT.class);

    @Test
    void hasWhatIsFilteredAndMayBeSeenWithItsCustomFieldsAndNoFormula() {
        var admin = Cast.tokenOf(CAST.user("ADMINISTRATOR", null));
        var here = CAST.unit("ICI", null);
        var sales = Cast.tokenOf(CAST.user("SALES", here));
        var code = CAST.name().toLowerCase(Locale.ROOT) + "mot";
        var field = admin.post(
                        "custom-fields",
                        "{\"object\":\"TIER\",\"code\":\"" + code
                                + "\",\"type\":\"STRING\",\"labelFr\":\"Mot d’ordre\",\"exportable\":true}")
                .json();
        var tier = CAST.tier(sales, "=1+1", here);
        CAST.tier(admin, "ailleurs", CAST.unit("LA", null));
        var path = "tiers/" + tier.get("id").asText();
        var changed = sales.with("If-Match", sales.get(path).etag())
                .patch(path, "{\"custom\":{\"" + code + "\":\"Élan; \\\"neuf\\\"\"}}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

        var answer = sales.get("tiers/export?q=" + Api.encode(CAST.name()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.mediaType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition").orElseThrow()).contains("tiers.csv");
        var lines = answer.body().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("\ufeff").contains("Mot d’ordre");
        assertThat(lines[1])
                .contains(tier.get("code").asText(), "\"Élan; \"\"neuf\"\"\"")
                .doesNotContain("ailleurs");
        assertThat(sales.get("tiers/export?sort=nonsense").status()).isEqualTo(400);
        assertThat(Cast.tokenOf(CAST.user("TECHNICIAN", here))
                        .get("tiers/export")
                        .status())
                .isEqualTo(403);

        var one = "custom-fields/" + field.get("id").asText();
        admin.with("If-Match", admin.get(one).etag()).delete(one);
    }
}
