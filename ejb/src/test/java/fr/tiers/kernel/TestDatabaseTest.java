package fr.tiers.kernel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseTest {

    @Test
    void aFailingTransactionLeavesNothing() {
        var database = TestDatabase.fresh();

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.db()
                            .run(handle ->
                                    handle.execute("insert into user_group (id, code, name) values (1, 'X', 'X')"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(count(database)).isZero();
    }

    private static int count(TestDatabase database) {
        return database.db().call(handle -> handle.createQuery("select count(*) from user_group")
                .mapTo(Integer.class)
                .one());
    }
}
