package fr.tiers.customfield;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TierFieldOwner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows the change of a field is done once, and done later when it was cut short. */
class FieldIndexesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new TierFieldOwner());
    private final CustomFieldService service = TestCustomFields.service(
            database, new MovableClock("2026-11-22T10:00:00Z"), TestCallers.of(Caller.SYSTEM), fields);
    private final FieldIndexes indexes = indexes();

    @Test
    void aFieldThatFiltersByRangeGetsItsIndex() {
        var field = create();

        indexes.settle(field.id());

        assertThat(hasIndex()).isTrue();
        assertThat(fields.table().unsettled()).isEmpty();
    }

    @Test
    void whatARestartCutShortIsDoneByTheNextLook() {
        var field = create();
        assertThat(fields.table().unsettled()).containsExactly(field.id());

        indexes.catchUp();

        assertThat(hasIndex()).isTrue();
        assertThat(fields.table().unsettled()).isEmpty();
    }

    @Test
    void aLaterChangeIsFollowedEvenWhenItsOwnCallCameTooLate() {
        var field = create();
        indexes.settle(field.id());
        service.update(field.id(), field.version(), definition(false));
        assertThat(fields.table().unsettled()).containsExactly(field.id());

        indexes.catchUp();

        assertThat(hasIndex()).as("nobody filters by it any more").isFalse();
        assertThat(fields.table().unsettled()).isEmpty();
    }

    @Test
    void whileAnotherNodeIsAtItNothingIsDoneTwice() {
        create();
        database.jdbi().useHandle(other -> {
            other.execute("select pg_advisory_lock(hashtext('custom_field_settle'))");
            indexes.catchUp();
            assertThat(hasIndex()).isFalse();
            other.execute("select pg_advisory_unlock(hashtext('custom_field_settle'))");
        });
        indexes.catchUp();
        assertThat(hasIndex()).isTrue();
    }

    private CustomField create() {
        return service.create(definition(true));
    }

    private static FieldDefinition definition(boolean filterable) {
        return TestCustomFields.definition(
                "{\"object\":\"TIER\",\"code\":\"beds\",\"type\":\"INTEGER\",\"labelFr\":\"Lits\",\"labelEn\":\"Beds\",\"filterable\":%s}"
                        .formatted(filterable));
    }

    private boolean hasIndex() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from pg_indexes where indexname = 'custom_tier_beds')")
                .mapTo(Boolean.class)
                .one());
    }

    private FieldIndexes indexes() {
        var made = new FieldIndexes();
        made.dataSource = database.dataSource();
        made.fields = fields;
        return made;
    }
}
