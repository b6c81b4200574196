package fr.tiers.savedview;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavedViewsTest {

    private static final Caller LEA = new Caller(1, "lea", "Léa", "fr", Set.of(Role.SALES), List.of(1L));
    private static final Caller PAUL = new Caller(2, "paul", "Paul", "fr", Set.of(Role.SALES), List.of(1L));
    private static final Caller ADMIN = new Caller(3, "admin", "Admin", "fr", Set.of(Role.ADMINISTRATOR), List.of());

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void people() {
        for (var caller : List.of(LEA, PAUL, ADMIN)) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "insert into app_user (id, login, display_name) values (?, ?, ?)",
                            caller.userId(),
                            caller.login(),
                            caller.displayName()));
        }
    }

    private SavedViews views(Caller caller) {
        var views = new SavedViews();
        views.db = database.db();
        views.clock = new MovableClock("2026-11-22T09:00:00Z");
        views.callers = TestCallers.of(caller);
        return views;
    }

    private static SavedViewCommand view(String name, boolean shared) {
        return new SavedViewCommand(null, name, "type=CUSTOMER&city=Lyon", shared);
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void aViewIsItsOwnersUntilItIsShared() {
        var own = views(LEA).create(view("Lyon", false));

        assertThat(views(PAUL).of("TIER")).isEmpty();
        refused(() -> views(PAUL).get(own.id()), "not-found");

        views(LEA).update(own.id(), own.version(), view("Lyon", true));

        assertThat(views(PAUL).of("TIER"))
                .singleElement()
                .returns("lea", SavedView::owner)
                .returns(false, SavedView::mine)
                .returns(false, SavedView::editable);
    }

    @Test
    void aSharedViewIsChangedByItsOwnerAndAdministratorsOnly() {
        var shared = views(LEA).create(view("Lyon", true));

        refused(() -> views(PAUL).delete(shared.id(), shared.version()), "view-of-somebody-else");
        refused(() -> views(PAUL).update(shared.id(), shared.version(), view("Nantes", true)), "view-of-somebody-else");
        views(ADMIN).delete(shared.id(), shared.version());

        assertThat(views(LEA).of("TIER")).isEmpty();
    }

    @Test
    void oneOfANameForEachOwnerWhateverAccentsAndCase() {
        views(LEA).create(view("Équipe", false));

        refused(() -> views(LEA).create(view("EQUIPE", false)), "view-name-taken");
        var other = views(LEA).create(view("Autre", false));
        refused(() -> views(LEA).update(other.id(), other.version(), view("équipe", false)), "view-name-taken");
        assertThat(views(PAUL).create(view("Équipe", false)).mine()).isTrue();
    }

    @Test
    void aStaleChangeIsRefused() {
        var own = views(LEA).create(view("Lyon", false));
        views(LEA).update(own.id(), own.version(), view("Lyon 2", false));

        refused(() -> views(LEA).update(own.id(), own.version(), view("Lyon 3", false)), "stale");
        refused(() -> views(LEA).delete(own.id(), own.version()), "stale");
    }

    @Test
    void eachUserHasOneDefaultAndLosesItWithTheView() {
        var one = views(LEA).create(view("Un", true));
        var two = views(LEA).create(view("Deux", true));
        views(LEA).makeUsual(one.id());
        views(LEA).makeUsual(two.id());
        views(PAUL).makeUsual(two.id());

        assertThat(views(LEA).usual("TIER").orElseThrow().name()).isEqualTo("Deux");
        assertThat(views(PAUL).usual("TIER").orElseThrow().name()).isEqualTo("Deux");

        views(LEA).update(two.id(), two.version(), view("Deux", false));

        assertThat(views(PAUL).usual("TIER")).isEmpty();
        assertThat(views(LEA).usual("TIER")).isPresent();
        views(LEA).makeUnusual(two.id());
        assertThat(views(LEA).usual("TIER")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "q=a\"b", "q=<script>", "=x", "q", "q=a b", "q=a#b", "q=1&&q=2"})
    void aQueryHasTheShapeOfOne(String query) {
        assertThatThrownBy(() -> views(LEA).create(new SavedViewCommand(null, "X", query, false)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .returns("query-shape", v -> v.code()));
    }

    @Test
    void aNameIsNeededAndNotEndless() {
        refused(() -> views(LEA).create(view(" ", false)), "validation");
        refused(() -> views(LEA).create(view("x".repeat(81), false)), "validation");
        refused(() -> views(LEA).create(new SavedViewCommand("OTHER", "X", "", false)), "validation");
        refused(() -> views(LEA).create(new SavedViewCommand(null, "X", "q=" + "x".repeat(4000), false)), "validation");
    }
}
