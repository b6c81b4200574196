package fr.tiers.shell.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The navigation")
class NavigationTest {

    private static final List<NavigationEntry> ALL = Navigation.ENTRIES;

    @Test
    void lightsTheAdministrationOnItsPagesInOtherFolders() {
        assertThat(List.of(
                        "/organisation/user.xhtml",
                        "/contact/job-families.xhtml",
                        "/document/categories.xhtml",
                        "/customfield/list.xhtml",
                        "/mail/templates.xhtml"))
                .allSatisfy(page ->
                        assertThat(Navigation.current(page, ALL).feature()).isEqualTo("organisation"));
    }

    @Test
    void lightsAnEntryOnItsOwnPageAndOnThoseBesideIt() {
        assertThat(Navigation.current("/mail/outbox.xhtml", ALL).feature()).isEqualTo("mail");
        assertThat(Navigation.current("/mail/message.xhtml", ALL).feature()).isEqualTo("mail");
        assertThat(Navigation.current("/contact/record.xhtml", ALL).feature()).isEqualTo("contact");
        assertThat(Navigation.current("/login.xhtml", ALL)).isNull();
    }

    @Test
    void lightsTheFeatureForThoseWhoDoNotAdminister() {
        var shown = ALL.stream()
                .filter(entry -> !entry.feature().equals("organisation"))
                .toList();
        assertThat(Navigation.current("/mail/templates.xhtml", shown).feature()).isEqualTo("mail");
        assertThat(Navigation.current("/tag/list.xhtml", shown)).isNull();
    }

    @Test
    void knowsNoCardThatLeadsNowhere() {
        assertThat(Administration.PAGES).allSatisfy(card -> assertThat(Path.of("src/main/webapp" + card.page()))
                .matches(Files::exists));
    }
}
