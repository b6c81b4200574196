package fr.tiers.tier;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.zip.ZipFile;
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
        assertThat(sales.get("tiers/export?column=nonsense").status()).isEqualTo(400);
        assertThat(sales.get("tiers/export?format=pdf").status()).isEqualTo(400);
        assertThat(Cast.tokenOf(CAST.user("TECHNICIAN", here))
                        .get("tiers/export")
                        .status())
                .isEqualTo(403);

        var one = "custom-fields/" + field.get("id").asText();
        admin.with("If-Match", admin.get(one).etag()).delete(one);
    }

    @Test
    void hasTheColumnsThatAreWantedAndIsAWorkbookToo() throws IOException {
        var unit = CAST.unit("CLASSEUR", null);
        var sales = Cast.tokenOf(CAST.user("SALES", unit));
        var tier = CAST.tier(sales, "=2+2", unit);
        var path = "tiers/" + tier.get("id").asText();
        sales.with("If-Match", sales.get(path).etag())
                .patch(path, "{\"turnover\":1234.5,\"foundedOn\":\"2001-02-03\"}");
        var asked = "tiers/export?salesUnit=" + CAST.name() + "-CLASSEUR&column=name&column=turnover&column=foundedOn";

        var lines = sales.get(asked).body().split("\r\n");
        assertThat(lines[0]).isEqualTo("\ufeffNom;Chiffre d’affaires;Date de création");
        assertThat(lines[1]).endsWith(";1234.5;2001-02-03");

        var sheet = sheet(sales.bytes(asked + "&format=xlsx"));
        assertThat(sheet).contains("=2+2").contains("<v>1234.5</v>").doesNotContain("<f>");
        assertThat(sheet).as("3 February 2001 as spreadsheets count days").contains("<v>36925");
    }

    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.write(Files.createTempFile("tiers", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var bytes =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
