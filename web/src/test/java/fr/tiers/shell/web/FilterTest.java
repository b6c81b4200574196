package fr.tiers.shell.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTest {

    private static final String OWN = "https://crm.example.org";

    @ParameterizedTest
    @CsvSource({
        "GET, cross-site, https://evil.example, true",
        "POST, same-origin, https://crm.example.org, true",
        "POST, none, , true",
        "POST, same-site, https://other.example.org, false",
        "POST, cross-site, https://evil.example, false",
        "POST, cross-site, , false",
        "DELETE, cross-site, , false",
        "POST, , https://crm.example.org, true",
        "POST, , https://evil.example, false",
        "POST, , http://crm.example.org, false",
        "POST, , null, false",
        "PUT, , , true"
    })
    void onlyOurPagesAndProgramsMayWrite(String method, String fetchSite, String origin, boolean allowed) {
        assertThat(CrossSiteFilter.allows(method, fetchSite, origin, OWN)).isEqualTo(allowed);
    }

    @Test
    void onlyStaticFilesMayBeKept() {
        assertThat(NoStoreFilter.isStatic("/jakarta.faces.resource/css/tokens.css.xhtml"))
                .isTrue();
        assertThat(NoStoreFilter.isStatic("/tier/list.xhtml")).isFalse();
        assertThat(NoStoreFilter.isStatic("/api/v1/search")).isFalse();
    }

    @Test
    void theRedirectOfAnEndedSessionIsWellFormed() {
        assertThat(LoginPageFilter.redirect("/tiers/a.xhtml?x=1&y=\"<"))
                .endsWith("<redirect url=\"/tiers/a.xhtml?x=1&amp;y=&quot;&lt;\"/></partial-response>");
    }
}
