package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.tiers.it.Api;
import fr.tiers.it.InTheWorld;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An assistant puts files on a tier, looks at them, and writes notes. */
@DisplayName("Files and notes")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersIT {

    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        visitor = Visitor.atDesk().signIn("assistant", "tiers");
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private static String tier(String name) {
        var answer = Api.basic("admin", "tiers")
                .post("tiers?allowDuplicate=true", "{\"name\":\"" + name + "\",\"types\":[\"PROSPECT\"]}");
        return answer.json().get("id").asText();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "", content.getBytes(StandardCharsets.UTF_8));
    }

    private Locator chooser() {
        return page.locator("[data-files]").last();
    }

    @Test
    void severalFilesGoUpAtOnceAndTheSameNameAsks() {
        var record = "/tier/record.xhtml?id=" + tier("Papiers") + "&tab=document";
        visitor.open(record).isAccessible();
        chooser().setInputFiles(new FilePayload[] {file("Bail.pdf", "%PDF-1.4 a"), file("Note.txt", "Bonjour")});
        page.waitForURL(Pattern.compile(".*uploaded=2"));
        visitor.settle().isAccessible();
        assertThat(page.locator(".document-table tbody tr")).hasCount(2);
        assertThat(page.locator("main")).containsText("2 fichiers ajoutés");

        chooser().setInputFiles(new FilePayload[] {
            file("bail.pdf", "%PDF-1.4 b"), file("page.pdf", "<html><script>alert(1)</script>")
        });
        assertThat(page.locator(".upload-item").nth(1)).containsText("n’est pas ce que son nom annonce");
        visitor.isAccessible();
        page.locator(".upload-choices button").first().click(); // a new version
        page.locator(".upload-after a").click();
        visitor.settle();
        assertThat(page.locator(".document-table tbody tr").first()).containsText("v2");
    }

    @Test
    void aPdfIsDrawnOnOurPageAndChangedThere() {
        visitor.open("/tier/record.xhtml?id=1&tab=document");
        page.locator(".document-table a.row-link", new Page.LocatorOptions().setHasText("Conditions"))
                .click();
        page.locator("canvas[data-drawn=true]").waitFor();
        visitor.settle().isAccessible().fitsTheWidth();
        page.locator("[id='document:description']").fill("Relu par l’assistante");
        page.locator("[id='document:published']").check();
        page.locator("[id='document:save']").click();
        assertThat(page.locator(".notices")).containsText("est enregistré");
        visitor.open("/document/base.xhtml?words=conditions").isAccessible();
        assertThat(page.locator(".document-table")).containsText("Relu par l’assistante");
    }

    @Test
    void aNoteIsKeptByTheKeyboardAndAPrivateOneStaysWithItsAuthor() {
        var record = "/tier/record.xhtml?id=" + tier("Carnet") + "&tab=note";
        visitor.open(record + "&new=true").isAccessible();
        assertThat(page.locator("[id='noteForm:body']")).isFocused();
        page.keyboard().type("Voir https://www.example.org/plan <b>#{7*7}</b>");
        page.keyboard().press("Control+Enter");
        page.waitForCondition(() -> page.locator(".note").count() == 1);
        assertThat(page.locator(".note .prose")).hasText("Voir https://www.example.org/plan <b>#{7*7}</b>");
        assertThat(page.locator(".note a")).hasAttribute("href", "https://www.example.org/plan");
        visitor.settle();
        page.locator("[id='noteForm:body']").fill("Rien que pour moi");
        page.locator("[id='noteForm:secret']").check();
        page.locator("[id='noteForm:addNote']").click();
        page.waitForCondition(() -> page.locator(".note").count() == 2);
        visitor.settle().isAccessible();
        try (var admin = Visitor.atDesk().signIn("admin", "tiers")) {
            admin.open(record);
            assertThat(admin.page().locator(".note")).hasCount(1);
            assertThat(admin.page().locator("main")).not().containsText("Rien que pour moi");
        }
    }
}
