package fr.tiers.shell.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** What is administered: a feature adds one line, and its page has a card and belongs to the administration in the navigation. */
@Named("administration")
@ApplicationScoped
public class Administration {

    /** Its entry in {@link Navigation#ENTRIES}. */
    static final String FEATURE = "organisation";

    static final List<AdministrationPage> PAGES = List.of(
            new AdministrationPage(
                    "/organisation/users.xhtml", "pi-users", "organisation.users", "organisation.users.hint"),
            new AdministrationPage(
                    "/organisation/structure.xhtml",
                    "pi-sitemap",
                    "organisation.structure",
                    "organisation.structure.hint"),
            new AdministrationPage(
                    "/organisation/tier-types.xhtml", "pi-tags", "organisation.types", "organisation.types.hint"),
            new AdministrationPage("/relation/types.xhtml", "pi-share-alt", "relation.types", "relation.types.hint"),
            new AdministrationPage("/tag/list.xhtml", "pi-tag", "tag.title", "tag.hint"),
            new AdministrationPage("/customfield/list.xhtml", "pi-list", "customfield.title", "customfield.hint"),
            new AdministrationPage(
                    "/organisation/settings.xhtml",
                    "pi-sliders-v",
                    "organisation.settings",
                    "organisation.settings.hint"),
            new AdministrationPage("/happening/list.xhtml", "pi-bolt", "happening.title", "happening.hint"),
            new AdministrationPage("/access/rights.xhtml", "pi-shield", "access.rights.title", "access.rights.hint"),
            new AdministrationPage(
                    "/collaborator/types.xhtml", "pi-id-card", "collaborator.types", "collaborator.types.hint"),
            new AdministrationPage(
                    "/document/categories.xhtml", "pi-folder", "document.categories", "document.categories.hint"),
            new AdministrationPage("/numbering/rules.xhtml", "pi-hashtag", "numbering.title", "numbering.hint"),
            new AdministrationPage("/quality/criteria.xhtml", "pi-gauge", "quality.page", "quality.page.hint"),
            new AdministrationPage(
                    "/mail/templates.xhtml", "pi-file-edit", "mail.template.title", "mail.template.hint"),
            new AdministrationPage(
                    "/letter/templates.xhtml", "pi-pen-to-square", "letter.templates", "letter.templates.hint"),
            new AdministrationPage("/mail/outbox.xhtml", "pi-send", "mail.title", "mail.hint"),
            new AdministrationPage(
                    "/address/geocoding.xhtml", "pi-map-marker", "address.geocoding", "address.geocoding.hint"),
            new AdministrationPage(
                    "/address/habilitations.xhtml",
                    "pi-id-card",
                    "address.habilitations",
                    "address.habilitations.hint"),
            new AdministrationPage(
                    "/address/habilitation-types.xhtml",
                    "pi-verified",
                    "address.habilitation.types",
                    "address.habilitation.types.hint"),
            new AdministrationPage(
                    "/contact/job-families.xhtml", "pi-briefcase", "contact.jobFamilies", "contact.jobFamilies.hint"),
            new AdministrationPage("/event/types.xhtml", "pi-calendar", "event.types", "event.types.hint"),
            new AdministrationPage("/access/tokens.xhtml", "pi-key", "access.title", "access.hint"),
            new AdministrationPage("/shell/style.xhtml", "pi-palette", "style.title", "organisation.style.hint"));

    public List<AdministrationPage> getPages() {
        return PAGES;
    }

    static boolean has(String viewId) {
        return PAGES.stream().anyMatch(each -> each.page().equals(viewId));
    }
}
