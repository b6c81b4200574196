package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tag.Tag;
import fr.tiers.tag.TagCommand;
import fr.tiers.tag.TagUse;
import fr.tiers.tag.Tagged;
import fr.tiers.tag.Tags;
import fr.tiers.tag.TestTags;
import fr.tiers.tag.WornTags;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class TierTagsTest {

    private static final String TIER = "TIER";

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Callers callers = TestCallers.of(TestCallers.sales(1L));
    private final TestEvent<TierTouched> touched = new TestEvent<>();
    private final History history = new History(database.db(), clock);
    private final TagUse use = use();
    private final Tags tags = TestTags.of(database, clock, callers, use);
    private final Tags managed = TestTags.ofManager(database, clock, use);
    private final WornTags worn = TestTags.worn(database, tags, use);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
    }

    @Test
    void aTagIsOneWordWhateverItsAccentsAndCase() {
        var first = worn.add(TIER, 10, " À relancer ");
        var same = worn.add(TIER, 11, "a RELANCER");

        assertThat(same.id()).isEqualTo(first.id());
        assertThat(worn.of(TIER, 11)).extracting(Tag::label).containsExactly("À relancer");
    }

    @Test
    void eachTagThatComesOrGoesIsALineOfTheHistoryAndANewVersion() {
        var tag = worn.add(TIER, 10, "VIP");
        worn.add(TIER, 10, "VIP");
        worn.remove(TIER, 10, tag.id());

        assertThat(history.ofTier(10, Long.MAX_VALUE, 10))
                .extracting(HistoryRow::field, HistoryRow::oldValue, HistoryRow::newValue)
                .containsExactly(tuple("tags", "VIP", null), tuple("tags", null, "VIP"));
        assertThat(number("select version from tier where id = 10")).isEqualTo(2);
    }

    @Test
    void tagsOfATierOfAnotherUnitDoNotExist() {
        assertThatThrownBy(() -> worn.add(TIER, 20, "VIP")).satisfies(this::isNotFound);
        assertThatThrownBy(() -> worn.of(TIER, 20)).satisfies(this::isNotFound);
    }

    @Test
    void onlyMembersOfTheChosenGroupsPublish() {
        managed.create(new TagCommand("VIP", "red", null, null, true));
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into user_group (id, code, name) values (1, 'SALON', 'Salon')");
            handle.execute(
                    "insert into setting (code, value, changed_by, changed_at) values ('tag.publishers', 'SALON', 'x', now())");
        });

        assertThat(worn.add(TIER, 10, "vip").label()).isEqualTo("VIP");
        assertThatThrownBy(() -> worn.add(TIER, 10, "Nouveau")).satisfies(refusal("label", "unknown-reference"));
        assertThatThrownBy(() -> tags.create(new TagCommand("Nouveau", null, null, null, true)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.FORBIDDEN, BusinessException::kind);
    }

    @Test
    void anInactiveTagIsNotPutOnAnyMore() {
        var tag = managed.create(new TagCommand("VIP", null, null, null, true));
        managed.update(tag.id(), tag.version(), new TagCommand("VIP", null, null, null, false));

        assertThatThrownBy(() -> worn.add(TIER, 10, "VIP")).satisfies(refusal("label", "tag-inactive"));
        assertThat(tags.suggest("TIER", "vi", 5)).isEmpty();
    }

    @Test
    void mergingReattachesEverythingAndDoublesNothing() {
        var kept = worn.add(TIER, 10, "Salon 2026");
        var gone = worn.add(TIER, 10, "Sallon 2026");
        worn.add(TIER, 11, "Sallon 2026");
        var below = managed.create(new TagCommand("Stand B", null, gone.id(), null, true));

        managed.merge(gone.id(), kept.id());

        assertThat(worn.of(TIER, 10)).extracting(Tag::id).containsExactly(kept.id());
        assertThat(worn.of(TIER, 11)).extracting(Tag::id).containsExactly(kept.id());
        assertThat(tags.get(below.id()).parent()).isEqualTo(kept.id());
        assertThat(tags.find("TIER", "Sallon 2026")).isEmpty();
        assertThat(touched.fired()).contains(new TierTouched(10), new TierTouched(11));
    }

    @Test
    void theTreeHasNoCircle() {
        var upper = managed.create(new TagCommand("Régions", null, null, null, true));
        var lower = managed.create(new TagCommand("Ouest", null, upper.id(), null, true));

        assertThatThrownBy(() -> managed.update(upper.id(), 0, new TagCommand("Régions", null, lower.id(), null, true)))
                .satisfies(refusal("parent", "tag-circle"));
        assertThatThrownBy(() -> managed.merge(upper.id(), lower.id())).satisfies(refusal("into", "tag-circle"));
    }

    @Test
    void aTagInUseIsNotDeleted() {
        var tag = worn.add(TIER, 10, "VIP");

        assertThatThrownBy(() -> managed.delete(tag.id(), tag.version()))
                .asInstanceOf(type(BusinessException.class))
                .returns("tag-in-use", BusinessException::code);
        worn.remove(TIER, 10, tag.id());
        managed.delete(tag.id(), tag.version());
        assertThat(tags.all()).isEmpty();
    }

    @Test
    void aFilterByATagTakesThoseBelowIt() {
        var upper = managed.create(new TagCommand("Salons", null, null, null, true));
        managed.create(new TagCommand("Sirha", null, upper.id(), null, true));
        worn.add(TIER, 10, "Sirha");
        worn.add(TIER, 10, "VIP");
        worn.add(TIER, 11, "VIP");

        assertThat(found(List.of("salons"), List.of(), List.of())).containsExactly(10L);
        assertThat(found(List.of("SALONS", "vip"), List.of(), List.of())).containsExactlyInAnyOrder(10L, 11L);
        assertThat(found(List.of(), List.of("salons", "vip"), List.of())).containsExactly(10L);
        assertThat(found(List.of(), List.of(), List.of("salons"))).containsExactly(11L);
        assertThat(found(List.of("inconnue"), List.of(), List.of())).isEmpty();
    }

    private List<Long> found(List<String> any, List<String> all, List<String> none) {
        var filter = TierFilter.builder().tags(new Tagged(any, all, none)).build();
        var search = new TierSearch();
        search.db = database.db();
        search.customFields = new FieldSearch(TestCustomFields.of(database, new TierFieldOwner()));
        search.callers = callers;
        return search.rows(filter, TierOrder.BY_NAME, 0, 10).stream()
                .map(TierRow::id)
                .toList();
    }

    private long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void isNotFound(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.NOT_FOUND, BusinessException::kind);
    }

    private static java.util.function.Consumer<Throwable> refusal(String field, String code) {
        return thrown -> assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactly(field + ' ' + code));
    }

    private TagUse use() {
        var authors = new Authors(callers, new Source());
        var store = new TierTagStore(database.db(), tags, null, history, authors);
        return new TierTagUse(database.db(), clock, new TierAccess(database.db(), callers), store, authors, touched);
    }
}
