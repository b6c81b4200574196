package fr.tiers.shell;

import fr.tiers.it.Api;
import fr.tiers.it.Browser;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in, what the door shows to those outside, and what other sites can make a browser do. */
class LoginIT {

    private static Cast cast;

    @BeforeAll
    static void prepare() {
        cast = new Cast(LoginIT.class);
    }

    private static String anybody() {
        return cast.user("SALES", null);
    }

    @Test
    void theRightPasswordLeadsToThePageThatWasAskedFor() {
        var browser = new Browser();
        var answer = browser.signIn(anybody(), Cast.PASSWORD);
        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/tiers/index.xhtml");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aWrongPasswordIsToldOnTheFormAndLeadsNowhere() {
        var browser = new Browser();
        var answer = browser.signIn(anybody(), "wrong");
        assertThat(answer.body()).contains("id=\"login-error\"");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void anUnknownUserGetsTheSameAnswerAsAWrongPassword() {
        var known = new Browser().signIn(anybody(), "wrong");
        var unknown = new Browser().signIn("nobody-of-that-name", "wrong");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(withoutNonces(unknown.body())).isEqualTo(withoutNonces(known.body()));
    }

    private static String withoutNonces(String page) {
        return page.replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("init\\('[^']*'\\)", "")
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    @Test
    void somebodyWithoutAPasswordCannotBeToldFromAWrongPassword() {
        var login = anybody();
        var known = new Browser().signIn(login, "wrong");
        World.get().sql().update("update app_user set password_hash = null where login = ?", login);
        var without = new Browser().signIn(login, "wrong");
        assertThat(without.statusCode()).isEqualTo(known.statusCode());
        assertThat(withoutNonces(without.body())).isEqualTo(withoutNonces(known.body()));
        assertThat(Api.basic(login, "wrong").get("me").status()).isEqualTo(401);
    }

    @Test
    void theSessionGetsANewNameAtSignIn() {
        var browser = new Browser();
        browser.get("/index.xhtml");
        var before = browser.session();
        browser.signIn(anybody(), Cast.PASSWORD);
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aSessionThatSomebodyElseMadeUpIsNotTakenOver() {
        var made = "AAAABBBBCCCCDDDDEEEEFFFF";
        var page = new Browser().get("/login.xhtml", "Cookie", "JSESSIONID=" + made);
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains(made));
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        var browser = new Browser();
        var cookies = browser.get("/index.xhtml").headers().allValues("Set-Cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                        .contains("httponly")
                        .contains("samesite=lax"));
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        var page = browser.get("/index.xhtml");
        var session = browser.session();
        var fields = new java.util.HashMap<>(Browser.hidden(page));
        fields.put("logout", "logout");
        fields.put("logout:leave", "x");
        fields.keySet().removeIf(name -> !name.startsWith("logout") && !name.equals("jakarta.faces.ViewState"));
        var answer = browser.post("/index.xhtml", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(browser.isSignedIn()).isFalse();
        var old = new Browser().get("/index.xhtml", "Cookie", "JSESSIONID=" + session);
        assertThat(Browser.showsLogin(old)).as("the old cookie opens nothing").isTrue();
    }

    @Test
    void fiveWrongPasswordsLockTheRightOneOut() {
        var login = anybody();
        for (int i = 0; i < 5; i++) {
            assertThat(Api.basic(login, "wrong " + i).get("me").status()).isEqualTo(401);
        }
        assertThat(Cast.as(login).get("me").status()).isEqualTo(401);
        var browser = new Browser();
        browser.signIn(login, Cast.PASSWORD);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void fourWrongPasswordsLockNobodyOut() {
        var login = anybody();
        for (int i = 0; i < 4; i++) {
            assertThat(Api.basic(login, "wrong " + i).get("me").status()).isEqualTo(401);
        }
        assertThat(Cast.as(login).get("me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whatAnotherSiteMakesTheBrowserSendIsRefused(String site) {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        assertThat(browser.post("/index.xhtml", Map.of("a", "b"), "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void aFormOfAnotherOriginIsRefused() {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        assertThat(browser.post("/index.xhtml", Map.of("a", "b"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/tokens", Map.of("name", "x"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post(
                                "/index.xhtml",
                                Map.of("a", "b"),
                                "Origin",
                                World.get().url())
                        .statusCode())
                .isNotEqualTo(403);
    }

    /** Sign-in happens in the security layer, before any filter: it must not let another site sign somebody in as somebody else. */
    @Test
    void aFormWithoutThePagesNonceIsOutOfDateAndNoFailure() {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        var form = Browser.hidden(browser.get("/tier/edit.xhtml"));
        form.put("primefaces.nonce", "bm9uZQ==");
        form.put("tier", "tier");
        assertThat(browser.post("/tier/edit.xhtml", form).statusCode()).isEqualTo(409);
    }

    @Test
    void anotherSiteCannotSignTheBrowserIn() {
        var browser = new Browser();
        browser.get("/index.xhtml");
        browser.post(
                "/j_security_check",
                Map.of("j_username", anybody(), "j_password", Cast.PASSWORD),
                "Sec-Fetch-Site",
                "cross-site",
                "Origin",
                "https://evil.example");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.xhtml",
                "/tier/list.xhtml",
                "/tier/record.xhtml?id=1",
                "/tier/edit.xhtml",
                "/receivable/payment.xhtml",
                "/job/list.xhtml",
                "/shell/style.xhtml",
                "/WEB-INF/web.xml",
                "/WEB-INF/templates/app.xhtml",
                "/META-INF/MANIFEST.MF",
                "/nothing-here",
                "/login.xhtml/../index.xhtml",
                "/login.xhtml;/../index.xhtml",
                "/jakarta.faces.resource/../index.xhtml",
                "/jakarta.faces.resource/%2e%2e/index.xhtml",
                "/api/../index.xhtml",
                "/api/%2e%2e/index.xhtml",
                "/tier/..;/index.xhtml",
                "//index.xhtml",
                "/INDEX.XHTML"
            })
    void thoseOutsideSeeTheLoginFormAndNothingElse(String path) {
        var answer = new Browser().get(path);
        assertThat(List.of(302, 401, 404).contains(answer.statusCode()) || Browser.showsLogin(answer))
                .as(path + " -> " + answer.statusCode() + ' '
                        + answer.body().substring(0, Math.min(200, answer.body().length())))
                .isTrue();
        assertThat(answer.body()).doesNotContain("id=\"logout\"").doesNotContain("<web-app");
    }

    @Test
    void theLoginPageLoadsOnlyWhatIsPublicAndCacheable() {
        var page = new Browser().get("/login.xhtml");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        var links = Pattern.compile("(?:src|href)=\"(/tiers/jakarta\\.faces\\.resource/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
        assertThat(links).isNotEmpty();
        for (var link : links) {
            var file = new Browser().get(World.get().url() + link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                    .as(link)
                    .contains("max-age=31536000");
        }
    }

    @Test
    void nothingOutsideTheApplicationIsShown() {
        for (var path : List.of("/", "/console", "/metrics", "/health", "/management")) {
            var answer = new Browser().get(World.get().url() + path);
            assertThat(answer.statusCode()).as(path).isIn(302, 403, 404);
        }
    }

    @Test
    void pagesCarryTheHeadersThatProtectThem() {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        var headers = browser.get("/index.xhtml").headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("frame-ancestors 'none'")
                .contains("object-src 'none'")
                .contains("'nonce-");
        assertThat(policy.replaceAll(".*script-src", "")).doesNotContain("unsafe-inline");
    }

    @Test
    void anAccessTokenOpensNoPage() {
        var token = Cast.as(anybody())
                .post("tokens", "{\"name\":\"pas pour les pages\"}")
                .json()
                .get("token")
                .asText();
        for (var path : List.of(
                "/access/tokens.xhtml",
                "/api/../access/tokens.xhtml",
                "/api/%2e%2e/access/tokens.xhtml",
                "/api/..;/access/tokens.xhtml")) {
            for (var header : List.of("Bearer " + token, "bearer  " + token, "Bearer" + token)) {
                var answer = new Browser().get(path, "Authorization", header);
                assertThat(List.of(302, 401, 404).contains(answer.statusCode()) || Browser.showsLogin(answer))
                        .as(path + " -> " + answer.statusCode())
                        .isTrue();
            }
        }
    }

    @Test
    void theStyleGuideIsForAdministratorsOnly() {
        var browser = new Browser();
        browser.signIn(anybody(), Cast.PASSWORD);
        assertThat(browser.get("/shell/style.xhtml").statusCode()).isEqualTo(403);
    }

    @Test
    void aReaderReadsAndWritesNothing() {
        var unit = cast.unit("READ", null);
        var reader = Cast.tokenOf(cast.user("READER", unit));
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        var tier = cast.tier(admin, "à lire", unit);
        var path = "tiers/" + tier.get("id");
        var read = reader.get(path);
        assertThat(read.status()).isEqualTo(200);
        var writer = reader.with("If-Match", read.etag());
        for (var refused : List.of(
                reader.post("tiers", "{\"name\":\"x\",\"types\":[\"PROSPECT\"]}"),
                writer.patch(path, "{\"observation\":\"x\"}"),
                writer.put(path, "{\"name\":\"x\",\"types\":[\"PROSPECT\"]}"),
                writer.delete(path))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("right-missing");
        }
        assertThat(reader.get(path).etag()).isEqualTo(read.etag());
    }
}
