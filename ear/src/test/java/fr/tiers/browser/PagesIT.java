package fr.tiers.browser;

import fr.tiers.it.InTheWorld;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page at a desk, in the dark and on a phone: opens without complaint, fits, and is open to everybody. */
@DisplayName("Every page")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private Visitor desk;
    private Visitor dark;
    private Visitor phone;

    @BeforeAll
    void signIn() {
        desk = signedIn(Visitor::atDesk);
        dark = signedIn(Visitor::inTheDark);
        phone = signedIn(Visitor::onPhone);
    }

    private static Visitor signedIn(Supplier<Visitor> visitor) {
        return visitor.get().signIn("admin", "tiers");
    }

    @AfterAll
    void leave() {
        desk.close();
        dark.close();
        phone.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/tier/list.xhtml",
                "/tier/list.xhtml?q=rien+de+tel",
                "/tier/list.xhtml?column=turnover&column=types&column=createdAt&field.turnover.min=1&sort=-turnover",
                "/tier/map.xhtml",
                "/tier/map.xhtml?near=48.85,2.35&radius=50&sort=distance&colour=owner",
                "/tier/record.xhtml?id=1",
                "/tier/record.xhtml?id=1&tab=contact",
                "/tier/record.xhtml?id=1&tab=contact&new=true",
                "/tier/record.xhtml?id=1&tab=contact&edit=1",
                "/tier/record.xhtml?id=1&tab=event&new=true&type=CALL&contact=1",
                "/event/list.xhtml",
                "/event/list.xhtml?q=rien+de+tel",
                "/event/new.xhtml?type=MEETING",
                "/event/new.xhtml?type=CALL&tier=1&phone=0240123456&direction=OUT",
                "/event/new.xhtml?type=TASK&tier=1",
                "/event/record.xhtml?id=1",
                "/event/record.xhtml?id=1&edit=true",
                "/event/record.xhtml?id=999999999",
                "/event/types.xhtml",
                "/contact/list.xhtml",
                "/contact/list.xhtml?q=rien+de+tel&reachable=true",
                "/contact/list.xhtml?presence=ALL&sort=-tier&page=2",
                "/contact/list.xhtml?presence=ALL&tag=Prescripteur&tagNone=Rien&emailState=UNKNOWN",
                "/contact/record.xhtml?id=1",
                "/contact/record.xhtml?id=1&edit=person",
                "/contact/record.xhtml?id=1&edit=link&link=1",
                "/contact/record.xhtml?id=1&edit=change&link=1",
                "/contact/record.xhtml?id=1&edit=new",
                "/contact/record.xhtml?id=999999999",
                "/contact/orgchart.xhtml?tier=1",
                "/task/list.xhtml",
                "/task/list.xhtml?scope=TEAM&state=ALL&q=rien+de+tel",
                "/task/list.xhtml?scope=TEAM&state=ALL&sort=-priority",
                "/task/board.xhtml?scope=TEAM",
                "/task/planning.xhtml?scope=TEAM",
                "/task/planning.xhtml?scope=TEAM&by=WEEK&assignee=personne",
                "/task/edit.xhtml?id=999999999",
                "/tier/record.xhtml?id=1&tab=address",
                "/tier/record.xhtml?id=1&tab=address&new=true",
                "/agenda/agenda.xhtml",
                "/agenda/agenda.xhtml?view=day&groups=FORCE-DE-VENTE&cancelled=true",
                "/agenda/agenda.xhtml?view=month&users=manager&users=sales",
                "/agenda/agenda.xhtml?view=list",
                "/agenda/agenda.xhtml?view=week&date=2026-10-21&users=manager&users=sales&find=true",
                "/address/sites.xhtml",
                "/address/sites.xhtml?q=rien+de+tel",
                "/address/sites.xhtml?tag=Quai+de+déchargement",
                "/address/site.xhtml?id=1",
                "/address/site.xhtml?id=999999999",
                "/address/habilitations.xhtml",
                "/address/habilitation-types.xhtml",
                "/contact/job-families.xhtml",
                "/address/geocoding.xhtml",
                "/tier/record.xhtml?id=1&tab=function",
                "/tier/list.xhtml?qualityMin=3&sort=-quality",
                "/numbering/rules.xhtml",
                "/quality/criteria.xhtml",
                "/tier/record.xhtml?id=1&tab=event",
                "/tier/record.xhtml?id=1&tab=note",
                "/tier/record.xhtml?id=1&tab=document",
                "/tier/record.xhtml?id=1&tab=timeline",
                "/tier/record.xhtml?id=1&tab=timeline&kind=MAIL&type=EMAIL&from=2026-01-01",
                "/tier/record.xhtml?id=1&tab=history",
                "/tier/record.xhtml?id=1&edit=details",
                "/tier/record.xhtml?id=1&edit=identity",
                "/tier/record.xhtml?id=1&edit=organisation",
                "/tier/record.xhtml?id=1&tab=history&field=phone",
                "/tier/record.xhtml?id=1&tab=relation",
                "/tier/record.xhtml?id=1&tab=relation&new=true",
                "/history/asof.xhtml?id=1",
                "/history/asof.xhtml?id=1&date=2999-01-01",
                "/relation/types.xhtml",
                "/merge/new.xhtml?into=1",
                "/merge/new.xhtml?into=1&with=2",
                "/merge/list.xhtml?tier=1",
                "/merge/contact.xhtml?into=1",
                "/merge/contact.xhtml?into=1&with=2",
                "/merge/list.xhtml?contact=1",
                "/duplicate/list.xhtml",
                "/duplicate/list.xhtml?minScore=80",
                "/duplicate/list.xhtml?view=different",
                "/duplicate/list.xhtml?tier=1",
                "/tier/record.xhtml?id=1&tab=keyfigures",
                "/tier/record.xhtml?id=1&tab=receivable",
                "/tier/record.xhtml?id=1&tab=collaborator",
                "/tier/record.xhtml?id=1&tab=collaborator&new=true",
                "/tier/record.xhtml?id=1&tab=extranet",
                "/access/why.xhtml?tier=1",
                "/access/why.xhtml?tier=1&user=sales",
                "/access/rights.xhtml",
                "/collaborator/types.xhtml",
                "/document/base.xhtml",
                "/document/base.xhtml?words=rien+de+tel",
                "/document/base.xhtml?tag=Signé",
                "/document/view.xhtml?id=1",
                "/document/view.xhtml?id=2",
                "/document/categories.xhtml",
                "/tier/edit.xhtml",
                "/tier/edit.xhtml?id=1",
                "/tier/record.xhtml?id=999999999",
                "/registry/search.xhtml",
                "/registry/search.xhtml?q=Nantes",
                "/job/list.xhtml",
                "/bulk/list.xhtml",
                "/bulk/new.xhtml",
                "/bulk/new.xhtml?ids=1,999999999&action=CHANGE_TAGS",
                "/bulk/new.xhtml?ids=1&action=CHANGE_AGENCIES",
                "/bulk/new.xhtml?all=true&type=CUSTOMER",
                "/bulk/view.xhtml?id=999999999",
                "/exchange/import.xhtml",
                "/exchange/view.xhtml?id=1",
                "/exchange/view.xhtml?id=999999999",
                "/receivable/list.xhtml",
                "/receivable/payment.xhtml",
                "/mail/outbox.xhtml",
                "/mail/templates.xhtml",
                "/mail/templates.xhtml?purpose=CONTACT_MOVED&language=en",
                "/letter/templates.xhtml",
                "/letter/template.xhtml",
                "/letter/template.xhtml?id=1",
                "/letter/template.xhtml?id=999999999",
                "/letter/write.xhtml?tier=1",
                "/subscription/tier.xhtml?id=1",
                "/letter/sent.xhtml?tier=1",
                "/organisation/index.xhtml",
                "/organisation/users.xhtml",
                "/organisation/user.xhtml",
                "/organisation/structure.xhtml",
                "/organisation/tier-types.xhtml",
                "/organisation/settings.xhtml",
                "/tag/list.xhtml",
                "/customfield/list.xhtml",
                "/customfield/list.xhtml?object=EVENT",
                "/tier/record.xhtml?id=1&tab=customfield",
                "/tier/list.xhtml?tag=VIP&tagNone=Salons",
                "/happening/list.xhtml",
                "/subscription/notifications.xhtml",
                "/subscription/notifications.xhtml?unread=true",
                "/subscription/settings.xhtml",
                "/subscription/settings.xhtml?left=true",
                "/subscription/unsubscribe.xhtml?token=none",
                "/access/tokens.xhtml",
                "/calendar/my/preferences.xhtml",
                "/calendar/my/import.xhtml",
                "/calendar/answer.xhtml?t=nothing",
                "/kernel/api.xhtml"
            })
    void isReadableEverywhere(String path) {
        desk.open(path).fitsTheWidth().isAccessible();
        dark.open(path).isAccessible();
        phone.open(path).fitsTheWidth();
    }

    @Test
    void theDescriptionOfRestIsReadableWithAnOperationOpen() {
        var page = desk.open("/kernel/api.xhtml").page();
        page.locator("#api .opblock-tag").first().click();
        page.locator("#api .opblock-summary-control").first().click();
        page.locator("#api .opblock-body .responses-wrapper").waitFor();
        // Swagger UI puts a button to copy the path into the button that opens the operation
        desk.fitsTheWidth().isAccessibleBut("nested-interactive", "#api .opblock-summary");
    }
}
