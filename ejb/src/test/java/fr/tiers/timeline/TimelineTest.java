package fr.tiers.timeline;

import fr.tiers.access.TestCallers;
import fr.tiers.history.History;
import fr.tiers.history.LineRights;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class TimelineTest {

    private static final long OURS = 10;
    private static final long FOREIGN = 20;
    private static final History.Author MARIE = new History.Author("marie", "UI");

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-20T09:00:00Z");
    private final History history = new History(database.db(), clock);
    private final Timeline timeline =
            TestTimeline.of(database, TestCallers.of(TestCallers.sales(1L)), new LineRights(), clock);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, OURS, 1L);
        TestTiers.tier(database, FOREIGN, 2L);
    }

    @Test
    void oneSaveIsOneEntryHoweverManyFieldsItChanged() {
        history.updated(
                MARIE, "tier", OURS, OURS, Map.of("phone", "1", "email", "a"), Map.of("phone", "2", "email", "b"));

        assertThat(timeline.latest(OURS, 10))
                .extracting(TimelineEntry::type, TimelineEntry::fields)
                .containsExactly(tuple("tier.UPDATE", List.of("email", "phone")));
    }

    @Test
    void eventsAndChangesStandInTheOrderOfTheirTime() {
        history.created(MARIE, "tier", OURS, OURS);
        event("Premier appel", "2026-11-21T08:00:00Z");
        clock.pass(Duration.ofDays(2));
        history.updated(MARIE, "tier", OURS, OURS, Map.of("phone", "1"), Map.of("phone", "2"));
        event("Rendez-vous", "2026-12-24T08:00:00Z");

        assertThat(timeline.latest(OURS, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::title, TimelineEntry::planned)
                .containsExactly(
                        tuple("EVENT", "Rendez-vous", true),
                        tuple("CHANGE", null, false),
                        tuple("EVENT", "Premier appel", false),
                        tuple("CHANGE", null, false));
    }

    @Test
    void pagesShowEverythingOnceAlsoWhatHappenedInTheSameInstant() {
        for (int i = 0; i < 30; i++) {
            event("Appel " + i, "2026-11-20T09:00:00Z");
            history.updated(MARIE, "contact", i, OURS, Map.of("phone", "1"), Map.of("phone", "2"));
            if (i % 3 == 0) {
                clock.pass(Duration.ofSeconds(1));
            }
        }

        var seen = new ArrayList<TimelineEntry>();
        String after = null;
        do {
            var page = timeline.page(OURS, TimelineFilter.ALL, after, 7);
            assertThat(page.total()).isEqualTo(60);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void theStreamCanBeNarrowedToOneKindAndOneAuthor() {
        event("Appel", "2026-11-20T08:00:00Z");
        history.created(MARIE, "tier", OURS, OURS);
        history.created(new History.Author("paul", "API"), "contact", 3, OURS);

        assertThat(timeline.page(OURS, TimelineFilter.kind("EVENT"), null, 10).items())
                .extracting(TimelineEntry::title)
                .containsExactly("Appel");
        assertThat(timeline.page(OURS, new TimelineFilter("CHANGE", null, "paul", null, null), null, 10)
                        .items())
                .extracting(TimelineEntry::type)
                .containsExactly("contact.CREATE");
    }

    @Test
    void theStreamCanBeNarrowedToATypeAPeriodMailsAndDocuments() {
        event("Appel", "2026-11-19T08:00:00Z");
        event("Relance", "2026-11-18T08:00:00Z");
        database.jdbi()
                .useHandle(handle -> handle.execute("update event set type = 'EMAIL' where subject = 'Relance'"));
        history.created(MARIE, "document", 5, OURS);
        history.created(MARIE, "tier", OURS, OURS);

        assertThat(titles(TimelineFilter.kind("MAIL"))).containsExactly("Relance");
        assertThat(titles(new TimelineFilter(null, "CALL", null, null, null))).containsExactly("Appel");
        assertThat(titles(new TimelineFilter(
                        null,
                        null,
                        null,
                        Instant.parse("2026-11-18T00:00:00Z"),
                        Instant.parse("2026-11-19T00:00:00Z"))))
                .containsExactly("Relance");
        assertThat(timeline.page(OURS, TimelineFilter.kind("DOCUMENT"), null, 10)
                        .items())
                .extracting(TimelineEntry::type)
                .containsExactly("document.CREATE");
        assertThat(timeline.page(OURS, TimelineFilter.kind("DOCUMENT"), null, 10)
                        .total())
                .isEqualTo(1);
    }

    private List<String> titles(TimelineFilter filter) {
        return timeline.page(OURS, filter, null, 10).items().stream()
                .map(TimelineEntry::title)
                .toList();
    }

    @Test
    void aTierOfAnotherUnitHasNoTimeline() {
        assertThatThrownBy(() -> timeline.latest(FOREIGN, 10)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> timeline.page(FOREIGN, TimelineFilter.ALL, null, 10))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void whatIsNoCursorOfOursIsRefused() {
        for (var wrong : List.of("x", "", "MQ", "MTIfRVZFTlR8bm8tdGltZQ")) {
            assertThatThrownBy(() -> timeline.page(OURS, TimelineFilter.ALL, wrong, 10))
                    .isInstanceOf(BusinessException.class);
        }
    }

    private void event(String subject, String at) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                        insert into event (tier_id, type, subject, starts_at, author, created_at)
                        values (?, 'CALL', ?, cast(? as timestamptz), 'marie', now())
                        """,
                        OURS,
                        subject,
                        at));
    }
}
