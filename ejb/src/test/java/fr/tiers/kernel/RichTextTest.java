package fr.tiers.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RichTextTest {

    @Test
    void formattingStaysAndLinksAreMadeHarmless() {
        assertThat(RichText.clean(
                        "<p>Client <strong>fidèle</strong>, <em>exigeant</em></p><ul><li>l'été = fermé</li></ul>"))
                .isEqualTo("<p>Client <strong>fidèle</strong>, <em>exigeant</em></p><ul><li>l'été = fermé</li></ul>");
        assertThat(RichText.clean("<a href=\"https://example.fr/?a=1\" target=\"_blank\" onclick=\"x()\">site</a>"))
                .contains("href=\"https://example.fr/?a=1\"")
                .contains("noopener")
                .doesNotContain("onclick")
                .doesNotContain("target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<p><br></p>",
                "<style>p{color:red}</style>",
                "<iframe src='https://example.fr'></iframe>",
                "   ",
                "\u0000"
            })
    void whatIsNotAllowedLeavesNothing(String html) {
        assertThat(RichText.clean(html)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"color:red\" class=\"a\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p onmouseover=alert(1)>x</p>",
                "<svg/onload=alert(1)>x",
                "<p>x</p><script src=//example.fr></script>"
            })
    void onlyTheTextOfSomethingDangerousStays(String html) {
        assertThat(RichText.clean(html))
                .doesNotContainIgnoringCase("script")
                .doesNotContain("style")
                .doesNotContain("class")
                .doesNotContain("on");
        assertThat(RichText.plain(RichText.clean(html))).isEqualTo("x");
    }

    @Test
    void cleaningTwiceChangesNothing() {
        for (var text : new String[] {
            "a < b & c", "l'eau = 1 + 1 @ \"x\" `y`", "<p>#{1+1}</p>", "🍞", "{{x}}", "'; drop table tier"
        }) {
            var once = RichText.clean(text);
            assertThat(RichText.clean(once)).isEqualTo(once);
        }
    }

    @Test
    void theEditorsListsBecomeWhatTheyLookLike() {
        assertThat(RichText.clean("<ol><li data-list=\"bullet\"><span class=\"ql-ui\"></span>a</li>"
                        + "<li data-list=\"bullet\">b</li><li data-list=\"ordered\">c</li></ol>"))
                .isEqualTo("<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>");
    }

    @Test
    void plainTextReadsLikeTheFormattedOne() {
        assertThat(RichText.plain("<p>Fermé le <b>lundi</b> &amp; mardi</p><ul><li>un</li><li>deux</li></ul>"))
                .isEqualTo("Fermé le lundi & mardi\n• un\n• deux");
    }
}
