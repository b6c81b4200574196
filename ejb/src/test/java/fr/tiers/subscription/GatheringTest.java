package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.happening.HappeningCode.BLOCKED;
import static fr.tiers.happening.HappeningCode.CONTACT_MOVED;
import static fr.tiers.happening.HappeningCode.CONVERTED_TO_CUSTOMER;
import static fr.tiers.happening.HappeningCode.DOCUMENT_ADDED;
import static fr.tiers.happening.HappeningCode.EVENT_ADDED;
import static fr.tiers.happening.HappeningCode.LIMIT_CROSSED;
import static fr.tiers.happening.HappeningCode.MAIL_SENT;
import static fr.tiers.happening.HappeningCode.NOTE_ADDED;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens together is told together: one line, one mail. */
class GatheringTest {

    private static final long TIER = 10;
    private static final long OWNER = 2;

    private final SubscriptionFixture fixture = new SubscriptionFixture();

    @BeforeEach
    void people() {
        fixture.unit(1);
        fixture.tier(TIER, 1L);
        fixture.user(OWNER, "owner", "SALES", 1L);
        fixture.user(3, "chief", "ADMINISTRATOR", null);
        fixture.user(4, "other", "ADMINISTRATOR", null);
        fixture.sql("update tier set owner_id = 2 where id = " + TIER);
    }

    private void want(String mail, Boolean onScreen) {
        fixture.become(OWNER);
        long version = fixture.subscriptions().settings().version();
        fixture.subscriptions().change(version, new SubscriptionSettings.Wish(null, onScreen, mail, null));
    }

    private List<String> lines() {
        return fixture.bell(OWNER).stream().map(NotificationView::text).toList();
    }

    @Test
    void whatOneAuthorDoesToATierWithinAShortTimeIsOneLineThatGrows() {
        fixture.modified(TIER, "chief", "phone", "email");
        fixture.modified(TIER, "chief", "phone", "city");
        fixture.tell();
        long first = fixture.bell(OWNER).get(0).id();
        fixture.clock.advance(Duration.ofMinutes(4));
        fixture.modified(TIER, "chief", "name", "website");
        fixture.modified(TIER, "other", "name");
        fixture.happen(DOCUMENT_ADDED, TIER, "chief", "plan.pdf");
        fixture.happen(DOCUMENT_ADDED, TIER, "chief", "contrat.pdf");
        fixture.happen(DOCUMENT_ADDED, TIER, "chief", "tarif.pdf");
        fixture.tell();

        assertThat(lines())
                .containsExactly(
                        "Fiche modifiée : 5 champs",
                        "Fiche modifiée : 1 champ",
                        "Document ajouté : tarif.pdf et 2 autres");
        assertThat(fixture.bell(OWNER).get(0).id())
                .as("what was seen before does not make it read")
                .isGreaterThan(first);
        assertThat(fixture.number("select count(*) from happening")).isEqualTo(3);
    }

    @Test
    void aLineThatWasReadOrIsTenMinutesOldGrowsNoMore() {
        fixture.happen(NOTE_ADDED, TIER, "chief");
        fixture.tell();
        fixture.notifications().markAllRead(fixture.bell(OWNER).get(0).id());
        fixture.happen(NOTE_ADDED, TIER, "chief");
        fixture.tell();
        fixture.clock.advance(NotificationWriter.GROWING);
        fixture.happen(NOTE_ADDED, TIER, "chief");
        fixture.tell();

        assertThat(lines()).hasSize(3).allMatch("Note ajoutée"::equals);
    }

    @Test
    void whatWeighsByItselfStandsAlone() {
        fixture.happen(LIMIT_CROSSED, TIER, "chief", "90 %");
        fixture.happen(LIMIT_CROSSED, TIER, "chief", "100 %");
        fixture.tell();

        assertThat(lines()).hasSize(2);
    }

    @Test
    void aMassChangeIsOneLineAndOneMail() {
        want("AT_ONCE", true);
        int tiers = 3 * Teller.BATCH + 5;
        fixture.sql(
                "insert into tier (id, code, name, owner_id, sales_unit_id, kind, status, created_at, created_by, updated_at, updated_by)"
                        + " select 1000 + n, 'M' || n, 'Masse ' || n, 2, 1, kind, status, now(), 't', now(), 't' from tier, generate_series(1, "
                        + tiers
                        + ") n where id = 10");
        fixture.sql("insert into happening (tier_id, code, fields, author, at)"
                + " select id, 'TIER_MODIFIED', '{agency}', 'chief', now() from tier where id > 1000 order by id");
        fixture.tell();
        fixture.mail();
        fixture.mail();

        assertThat(lines()).containsExactly("Fiche modifiée, " + tiers + " fois chez plusieurs tiers");
        assertThat(fixture.mails()).singleElement().asString().contains(tiers + " nouveautés");
        assertThat(fixture.number("select count(*) from happening")).isEqualTo(1);
    }

    @Test
    void whatGoesOnIsMailedAfterTenMinutesAtTheLatest() {
        want("AT_ONCE", true);
        for (int i = 0; i < 15; i++) {
            fixture.happen(BLOCKED, TIER, "chief");
            fixture.tell();
            fixture.clock.advance(Duration.ofSeconds(50));
            fixture.sendDigests();
        }
        assertThat(fixture.mails()).hasSize(1);
        fixture.mail();
        assertThat(fixture.mails()).hasSize(2);
    }

    @Test
    void whoWasToldByAMailOfItsOwnGetsNoSecondOne() {
        want("AT_ONCE", true);
        fixture.database.inTransaction(() -> {
            fixture.mailed(TIER, OWNER, CONVERTED_TO_CUSTOMER);
            fixture.happen(CONVERTED_TO_CUSTOMER, TIER, "chief");
            fixture.happen(CONTACT_MOVED, TIER, "chief", "Anne");
            return null;
        });
        fixture.tell();
        fixture.mail();

        assertThat(fixture.told(OWNER)).containsExactly("CONVERTED_TO_CUSTOMER 10", "CONTACT_MOVED 10");
        assertThat(fixture.mails())
                .singleElement()
                .asString()
                .contains("Contact parti")
                .doesNotContain("Converti");
        fixture.happen(CONVERTED_TO_CUSTOMER, TIER, "chief");
        fixture.tell();
        fixture.mail();
        assertThat(fixture.mails()).as("another conversion").hasSize(2);
    }

    @Test
    void aMailThatWasSentIsToldOnceThoughItIsNotedAsAnEvent() {
        fixture.database.inTransaction(() -> {
            fixture.happen(EVENT_ADDED, TIER, 7, "chief", "Votre projet");
            fixture.happen(MAIL_SENT, TIER, 7, "chief", "Votre projet", "Anne Kermarec");
            return null;
        });
        fixture.happen(EVENT_ADDED, TIER, 8, "chief", "Appel");
        fixture.tell();

        assertThat(lines())
                .containsExactly("Courriel envoyé : Votre projet · Anne Kermarec", "Événement ajouté : Appel");
    }

    @Test
    void withoutATemplateTheMailWaitsUntilThereIsOne() {
        want("AT_ONCE", true);
        fixture.sql("create table kept as select * from mail_template where purpose = 'SUBSCRIPTION_NEWS'");
        fixture.sql("delete from mail_template where purpose = 'SUBSCRIPTION_NEWS'");
        fixture.happen(NOTE_ADDED, TIER, "chief");
        fixture.tell();
        fixture.mail();
        assertThat(fixture.mails()).isEmpty();

        fixture.sql("insert into mail_template select * from kept");
        fixture.clock.advance(Duration.ofMinutes(10));
        fixture.sendDigests();

        assertThat(fixture.mails()).hasSize(1);
    }

    @Test
    void whatNothingBringsAboutYetIsNotOffered() {
        assertThat(HappeningCode.offered())
                .doesNotContain(HappeningCode.REGISTRY_APPLIED, HappeningCode.PAYMENT_REVERSED)
                .contains(MAIL_SENT);
    }
}
