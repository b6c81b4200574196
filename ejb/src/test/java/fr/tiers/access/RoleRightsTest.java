package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class RoleRightsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyRoleHasEveryActionBeforeAnybodySetsAnything() {
        var matrix = rights().matrix();
        assertThat(matrix.version()).isZero();
        assertThat(matrix.rights().keySet()).containsExactlyInAnyOrderElementsOf(RoleRights.ROLES);
        matrix.rights().values().forEach(row -> assertThat(row).containsOnlyKeys(Action.values()));
        assertThat(matrix.rights().get(Role.SALES)).containsEntry(Action.READ, Level.STRUCTURE);
        assertThat(matrix.rights().get(Role.READER)).containsEntry(Action.EDIT, Level.NONE);
    }

    @Test
    void aChangeCountsAndIsRemembered() {
        var changed = rights().replace(0, Map.of(Role.SALES, Map.of(Action.DELETE, Level.OWN)));

        assertThat(changed.rights().get(Role.SALES)).containsEntry(Action.DELETE, Level.OWN);
        assertThat(rights().changes(Long.MAX_VALUE, 10))
                .singleElement()
                .returns(Level.NONE, RoleRights.RightChange::oldLevel)
                .returns(Level.OWN, RoleRights.RightChange::newLevel)
                .returns("sales", RoleRights.RightChange::author);

        var back = rights().replace(changed.version(), Map.of());
        assertThat(back.rights().get(Role.SALES)).containsEntry(Action.DELETE, Level.NONE);
        assertThat(rights().size()).isEqualTo(2);
        int kept = database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from role_right")
                .mapTo(Integer.class)
                .one());
        assertThat(kept).as("what equals the default is not kept").isZero();
    }

    @Test
    void whoHasReadAnotherMatrixIsRefused() {
        rights().replace(0, Map.of(Role.SALES, Map.of(Action.DELETE, Level.OWN)));
        assertThatThrownBy(() -> rights().replace(0, Map.of()))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.STALE, BusinessException::kind);
    }

    @Test
    void neitherAdministratorsNorExtranetUsersCanBeSet() {
        var nothing = new EnumMap<Action, Level>(Action.class);
        nothing.put(Action.READ, null);
        assertThatThrownBy(() -> rights().replace(
                                0,
                                Map.of(
                                        Role.ADMINISTRATOR, Map.of(Action.READ, Level.NONE),
                                        Role.EXTRANET, Map.of(Action.READ, Level.ALL),
                                        Role.SALES, nothing)))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "rights.ADMINISTRATOR unknown-value",
                                "rights.EXTRANET unknown-value",
                                "rights.SALES.READ required"));
    }

    @Test
    void severalRolesAddUp() {
        var set = List.of(
                new Rights.RoleRight(Role.SALES, Action.READ, Level.AGENCY),
                new Rights.RoleRight(Role.ADMINISTRATOR, Action.READ, Level.NONE));
        var both = Rights.of(Set.of(Role.SALES, Role.TECHNICIAN), set);
        assertThat(both.include(Action.READ, Level.AGENCY)).isTrue();
        assertThat(both.include(Action.READ, Level.STRUCTURE)).isTrue();
        assertThat(both.include(Action.READ, Level.OWN)).isTrue();
        assertThat(both.include(Action.READ, Level.ALL)).isFalse();
        assertThat(both.allow(Action.DELETE)).isFalse();
        assertThat(Rights.of(Set.of(Role.ADMINISTRATOR), set).include(Action.READ, Level.ALL))
                .isTrue();
    }

    private RoleRights rights() {
        var rights = new RoleRights();
        rights.db = database.db();
        rights.clock = new TestClock();
        rights.callers = TestCallers.of(TestCallers.sales());
        return rights;
    }
}
