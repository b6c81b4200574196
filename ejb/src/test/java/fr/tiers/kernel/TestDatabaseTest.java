package fr.tiers.kernel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseTest {

    @Test
    void a_failing_transaction_leaves_nothing() {
        var database = TestDatabase.fresh();

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.db()
                            .run(handle -> handle.execute("insert into numbering_rule (code, mask) values ('X', 'X')"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(count(database)).isOne();
    }

    private static int count(TestDatabase database) {
        return database.db().call(handle -> handle.createQuery("select count(*) from numbering_rule")
                .mapTo(Integer.class)
                .one());
    }
}
