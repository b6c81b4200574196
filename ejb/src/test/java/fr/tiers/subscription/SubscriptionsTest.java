package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.happening.HappeningCode.BLOCKED;
import static fr.tiers.happening.HappeningCode.LIMIT_CROSSED;
import static fr.tiers.happening.HappeningCode.NOTE_ADDED;
import static fr.tiers.happening.HappeningCode.OWNER_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who follows what, who is told what, and how. */
class SubscriptionsTest {

    private static final long NANTES = 10;
    private static final long NICE = 20;
    private static final long SALES = 1;
    private static final long OWNER = 2;
    private static final long CHIEF = 3;

    private final SubscriptionFixture fixture = new SubscriptionFixture();

    @BeforeEach
    void people() {
        fixture.unit(1);
        fixture.unit(2);
        fixture.tier(NANTES, 1L);
        fixture.tier(NICE, 2L);
        fixture.user(SALES, "sales", "SALES", 1L);
        fixture.user(OWNER, "owner", "SALES", 1L);
        fixture.user(CHIEF, "chief", "ADMINISTRATOR", null);
        fixture.sql("update tier set owner_id = 2 where id = " + NANTES);
    }

    @Test
    void whoFollowsAndWhoAnswersForTheTierIsToldButNotTheAuthor() {
        fixture.become(SALES);
        fixture.subscriptions().follow(NANTES);

        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.happen(BLOCKED, NANTES, "sales", "Impayé");
        fixture.tell();

        assertThat(fixture.told(SALES)).containsExactly("NOTE_ADDED 10");
        assertThat(fixture.told(OWNER)).containsExactly("NOTE_ADDED 10", "BLOCKED 10");
        assertThat(fixture.told(CHIEF)).isEmpty();
    }

    @Test
    void aTierThatIsFollowedByItselfCanBeLeftAndTakenUpAgain() {
        fixture.become(OWNER);
        assertThat(fixture.subscriptions().state(NANTES).reasons()).containsExactly("OWNER");

        assertThat(fixture.subscriptions().leave(NANTES))
                .returns(false, SubscriptionState::followed)
                .returns(true, SubscriptionState::left);
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.told(OWNER)).isEmpty();
        assertThat(fixture.subscriptions().page(true, null, 10).items())
                .extracting(FollowedTier::tier)
                .containsExactly(NANTES);

        assertThat(fixture.subscriptions().follow(NANTES).reasons()).containsExactly("CHOSEN", "OWNER");
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.told(OWNER)).hasSize(1);
    }

    @Test
    void whoDoesNotWantToFollowByRoleFollowsWhatWasChosenOnly() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(false, null, null, null));

        assertThat(fixture.subscriptions().state(NANTES).followed()).isFalse();
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.told(OWNER)).isEmpty();
    }

    @Test
    void aRepresentativeIsToldWhileInForceAndACollaboratorAlways() {
        fixture.sql("insert into tier_representative (tier_id, user_id, to_date) values (10, 1, '2026-11-22')");
        fixture.sql("insert into tier_collaborator (tier_id, user_id) values (20, 1)");

        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.happen(NOTE_ADDED, NICE, "chief");
        fixture.tell();
        fixture.clock.advance(Duration.ofDays(1));
        fixture.happen(BLOCKED, NANTES, "chief");
        fixture.tell();

        fixture.become(SALES);
        assertThat(fixture.list(
                        String.class,
                        "select h.code || ' ' || h.tier_id from notification n join happening h on h.id = happening_id"
                                + " where n.user_id = 1 order by n.id"))
                .containsExactly("NOTE_ADDED 10", "NOTE_ADDED 20");
    }

    @Test
    void whatHappenedBeforeSomebodyChoseToFollowIsNoNews() {
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.become(SALES);
        fixture.subscriptions().follow(NANTES);
        fixture.tell();
        assertThat(fixture.told(SALES)).isEmpty();

        fixture.happen(BLOCKED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.told(SALES)).hasSize(1);
    }

    @Test
    void whatOneMayNoLongerSeeIsNeitherDeliveredNorShown() {
        fixture.become(SALES);
        fixture.subscriptions().follow(NANTES);
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.told(SALES)).hasSize(1);
        assertThat(fixture.notifications().unread()).isEqualTo(1);

        fixture.sql("update tier set sales_unit_id = 2 where id = 10");
        fixture.happen(BLOCKED, NANTES, "chief");
        fixture.tell();

        assertThat(fixture.told(SALES)).isEmpty();
        assertThat(fixture.notifications().unread()).isZero();
        assertThat(fixture.subscriptions().page(false, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> fixture.subscriptions().follow(NICE)).isInstanceOf(BusinessException.class);
        fixture.sql("update tier set sales_unit_id = 1 where id = 10");
        assertThat(fixture.told(SALES)).containsExactly("NOTE_ADDED 10");
    }

    @Test
    void whatIsOwedIsToldToThoseOnlyWhoMaySeeIt() {
        fixture.user(4, "technician", "TECHNICIAN", 1L);
        fixture.sql("insert into role_right (role, action, level) values ('TECHNICIAN', 'SEE_OUTSTANDING', 'NONE')"
                + " on conflict (role, action) do update set level = 'NONE'");
        fixture.become(4);
        fixture.subscriptions().follow(NANTES);
        fixture.happen(LIMIT_CROSSED, NANTES, "chief", "90 %");
        fixture.tell();

        assertThat(fixture.told(4)).isEmpty();
        assertThat(fixture.told(OWNER)).containsExactly("LIMIT_CROSSED 10");
    }

    @Test
    void aChangeOfHiddenFieldsAloneIsNotTold() {
        fixture.sql(
                """
                insert into custom_field (object, code, type, viewers, definition)
                values ('TIER', 'margin', 'TEXT', '{MARKETING}', '{}')
                """);

        fixture.modified(NANTES, "chief", "custom.margin");
        fixture.modified(NANTES, "chief", "custom.margin", "phone");
        fixture.tell();

        assertThat(fixture.told(OWNER)).containsExactly("TIER_MODIFIED 10");
    }

    @Test
    void onlyWhatWasChosenIsTold() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, null, null, List.of("BLOCKED")));

        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.happen(BLOCKED, NANTES, "chief");
        fixture.tell();

        assertThat(fixture.told(OWNER)).containsExactly("BLOCKED 10");
        assertThatThrownBy(
                        () -> fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, null, null, null)))
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> fixture.subscriptions()
                        .change(1, new SubscriptionSettings.Wish(null, null, "BY_PIGEON", List.of("NOPE"))))
                .hasMessageContaining("mail")
                .hasMessageContaining("codes");
    }

    @Test
    void aConversionIsOneNotification() {
        fixture.database.inTransaction(() -> {
            fixture.happen(HappeningCode.CONVERTED_TO_CUSTOMER, NANTES, "chief");
            fixture.modified(NANTES, "chief", "code", "types");
            return null;
        });
        fixture.modified(NANTES, "chief", "types");
        fixture.tell();

        assertThat(fixture.told(OWNER)).containsExactly("CONVERTED_TO_CUSTOMER 10", "TIER_MODIFIED 10");
    }

    @Test
    void twoNodesTellEachThingOnceAndWhatNobodyFollowsIsForgotten() throws Exception {
        fixture.tier(30, 1L);
        for (int i = 0; i < 60; i++) {
            fixture.happen(BLOCKED, i % 2 == 0 ? NANTES : 30, "chief");
        }
        var nodes = Executors.newFixedThreadPool(4);
        Callable<Object> node = () -> {
            fixture.tell();
            return null;
        };
        for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
            done.get();
        }
        nodes.shutdown();

        assertThat(fixture.told(OWNER)).hasSize(30);
        assertThat(fixture.number("select count(*) from happening")).isEqualTo(30);
    }

    @Test
    void aCrashBeforeTheCommitTellsNobodyAndLosesNothing() {
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        assertThatThrownBy(() -> fixture.database.inTransaction(() -> {
                    fixture.teller().tellSome();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(fixture.told(OWNER)).isEmpty();

        fixture.tell();
        fixture.tell();

        assertThat(fixture.told(OWNER)).hasSize(1);
    }

    @Test
    void notificationsAreReadOneByOneAndAllTogether() {
        for (int i = 0; i < 5; i++) {
            fixture.happen(BLOCKED, NANTES, "chief");
        }
        fixture.tell();
        fixture.become(OWNER);
        var page = fixture.notifications().page(false, Long.MAX_VALUE, 3, null);
        assertThat(page.items()).hasSize(3);
        assertThat(page.total()).isEqualTo(5);

        long latest = page.items().get(0).id();
        assertThat(fixture.notifications().mark(latest, true).read()).isTrue();
        assertThat(fixture.notifications().unread()).isEqualTo(4);
        assertThat(fixture.notifications().mark(latest, false).read()).isFalse();
        fixture.notifications().markAllRead(page.items().get(1).id());
        assertThat(fixture.notifications().page(true, Long.MAX_VALUE, 3, null).items())
                .extracting(NotificationView::id)
                .containsExactly(latest);
        assertThatThrownBy(() -> {
                    fixture.become(SALES);
                    fixture.notifications().mark(latest, true);
                })
                .hasMessageContaining("not-found");
    }

    @Test
    void aMailAtOnceSaysEverythingOfOneGo() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, false, "AT_ONCE", null));
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.happen(OWNER_CHANGED, NANTES, "chief", "M. Durand");
        fixture.tell();
        assertThat(fixture.mails()).as("not before a moment of quiet").isEmpty();
        fixture.mail();

        assertThat(fixture.mails())
                .singleElement()
                .asString()
                .contains(
                        "owner@exemple.example",
                        "Tier 10",
                        "Note ajoutée (M. chief)",
                        "Changement de propriétaire : M. Durand",
                        "https://crm.example/tiers/tier/record.xhtml?id=10",
                        "https://crm.example/tiers/subscription/unsubscribe.xhtml?token=");
        assertThat(fixture.told(OWNER)).as("not on the screen").isEmpty();
        assertThat(fixture.list(String.class, "select headers::text from outbox_mail")
                        .get(0))
                .contains("List-Unsubscribe-Post", "List-Unsubscribe=One-Click", "unsubscribe.xhtml?token=");
    }

    @Test
    void aDigestComesOnceAMorningWithAllThatWaited() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, true, "DAILY", null));
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        assertThat(fixture.sendDigests()).isZero();

        fixture.clock.advance(Duration.ofHours(20));
        fixture.happen(BLOCKED, NANTES, "chief", "Impayé");
        fixture.tell();
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(fixture.sendDigests()).isEqualTo(1);
        assertThat(fixture.sendDigests()).isZero();

        assertThat(fixture.mails())
                .singleElement()
                .asString()
                .contains("2 nouveautés", "Note ajoutée", "Tiers bloqué : Impayé");
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(fixture.sendDigests()).as("nothing new").isEqualTo(1);
        assertThat(fixture.mails()).hasSize(1);
    }

    @Test
    void aDigestThatWasKilledIsSentTheNextTime() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, true, "WEEKLY", null));
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        fixture.clock.advance(Duration.ofDays(8));

        assertThatThrownBy(() -> fixture.database.inTransaction(() -> {
                    fixture.digests().sendNext();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(fixture.mails()).isEmpty();
        fixture.sendDigests();
        assertThat(fixture.mails()).hasSize(1);
    }

    @Test
    void whatWaitedForADigestIsNotLostWhenTheWishChanges() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, false, "DAILY", null));
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();

        fixture.become(OWNER);
        fixture.subscriptions().change(1, new SubscriptionSettings.Wish(null, false, "AT_ONCE", null));

        assertThat(fixture.mails()).hasSize(1);
    }

    @Test
    void theLinkInTheMailEndsTheMailsAndNothingElse() {
        fixture.become(OWNER);
        fixture.subscriptions().change(0, new SubscriptionSettings.Wish(null, true, "AT_ONCE", null));
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        fixture.mail();
        var link = Pattern.compile("token=([\\w-]{43})").matcher(fixture.mails().get(0));
        assertThat(link.find()).isTrue();

        assertThat(fixture.unsubscriptions().read(link.group(1)).mailing()).isTrue();
        fixture.unsubscriptions().endMails(link.group(1));
        fixture.unsubscriptions().endMails(link.group(1));

        assertThat(fixture.unsubscriptions().read(link.group(1)).mailing()).isFalse();
        assertThat(fixture.subscriptions().settings().mail()).isEqualTo(MailChoice.NONE);
        assertThat(fixture.subscriptions().state(NANTES).followed()).isTrue();
        assertThat(fixture.list(String.class, "select token_hash from unsubscription"))
                .doesNotContain(link.group(1));
        assertThatThrownBy(() -> fixture.unsubscriptions().read("x")).hasMessageContaining("not-found");
        assertThatThrownBy(() -> fixture.unsubscriptions().endMails(null)).hasMessageContaining("not-found");
    }

    @Test
    void aMergeKeepsFollowersAndNotificationsAndAnErasureForgetsNames() {
        fixture.tier(30, 1L);
        fixture.become(SALES);
        fixture.subscriptions().follow(NANTES);
        fixture.subscriptions().follow(30);
        fixture.become(CHIEF);
        fixture.subscriptions().follow(30);
        fixture.become(OWNER);
        fixture.subscriptions().leave(NANTES);
        fixture.happen(BLOCKED, 30, "chief", "Mme Martin ne paie pas");
        fixture.tell();
        var attachment = new SubscriptionAttachment(fixture.database.db(), fixture.callers, fixture.clock);

        attachment.reattach(30, NANTES);

        assertThat(fixture.told(SALES)).containsExactly("BLOCKED 10");
        assertThat(attachment.count(NANTES)).as("the caller's own").isEqualTo(1);
        assertThat(fixture.list(
                        String.class, "select user_id || ' ' || tier_id || ' ' || state from subscription order by 1"))
                .containsExactly("1 10 FOLLOWED", "2 10 LEFT", "3 10 FOLLOWED");
        attachment.anonymise(NANTES);
        assertThat(fixture.list(String.class, "select arguments::text from happening"))
                .containsOnly("{}");
        attachment.delete(NANTES);
        assertThat(fixture.number("select count(*) from notification")).isZero();
    }

    @Test
    void oldNotificationsAreForgotten() {
        fixture.happen(NOTE_ADDED, NANTES, "chief");
        fixture.tell();
        fixture.clock.advance(Duration.ofDays(80));
        fixture.happen(BLOCKED, NANTES, "chief");
        fixture.tell();
        fixture.clock.advance(Duration.ofDays(20));
        var old = new OldNotifications();
        old.db = fixture.database.db();
        old.clock = fixture.clock;
        old.kept = Duration.ofDays(90);
        fixture.mailed(NANTES, OWNER, BLOCKED);
        fixture.sql("update happening_mailed set at = at - interval '8 days'");
        old.forgetSome();

        assertThat(fixture.number("select count(*) from happening_mailed")).isZero();
        assertThat(fixture.told(OWNER)).containsExactly("BLOCKED 10");
        assertThat(fixture.number("select count(*) from happening")).isEqualTo(1);
    }

    @Test
    void digestsAreDueInTheMorning() {
        var zone = fixture.clock.getZone();
        var sunday = Instant.parse("2026-11-22T09:00:00Z");
        assertThat(MailChoice.DAILY.next(sunday, zone)).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(MailChoice.DAILY.next(Instant.parse("2026-11-23T05:00:00Z"), zone))
                .isEqualTo("2026-11-23T06:00:00Z");
        assertThat(MailChoice.DAILY.next(Instant.parse("2026-11-23T06:00:00Z"), zone))
                .isEqualTo("2026-11-24T06:00:00Z");
        assertThat(MailChoice.WEEKLY.next(sunday, zone)).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(MailChoice.WEEKLY.next(Instant.parse("2026-11-23T06:00:00Z"), zone))
                .isEqualTo("2026-11-30T06:00:00Z");
        assertThat(MailChoice.NONE.next(sunday, zone)).isNull();
    }
}
