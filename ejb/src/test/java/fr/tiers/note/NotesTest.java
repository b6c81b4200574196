package fr.tiers.note;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NotesTest {

    private static final Caller LEA = new Caller(1, "lea", "Léa", "fr", Set.of(Role.SALES), List.of(1L));
    private static final Caller PAUL = new Caller(2, "paul", "Paul", "fr", Set.of(Role.SALES), List.of(1L));
    private static final Caller ADMIN = new Caller(3, "admin", "Admin", "fr", Set.of(Role.ADMINISTRATOR), List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-20T09:00:00Z");
    private final TestEvent<TierTouched> touched = new TestEvent<>();

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
        for (var caller : List.of(LEA, PAUL, ADMIN)) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "insert into app_user (id, login, display_name) values (?, ?, ?)",
                            caller.userId(),
                            caller.login(),
                            caller.displayName()));
        }
    }

    @Test
    void pinnedNotesStandFirstThenTheLatest() {
        notes(LEA).add(10, note("première", true));
        clock.pass(Duration.ofHours(1));
        notes(LEA).add(10, note("deuxième", false));
        clock.pass(Duration.ofHours(1));
        notes(PAUL).add(10, note("troisième", false));

        var bodies = new ArrayList<String>();
        String after = null;
        do {
            var page = notes(PAUL).ofTier(10, after, 1);
            page.items().forEach(each -> bodies.add(each.body()));
            after = page.next();
        } while (after != null);
        assertThat(bodies).containsExactly("première", "troisième", "deuxième");
        assertThat(notes(PAUL).pinned(10)).extracting(NoteView::body).containsExactly("première");
        assertThat(touched.fired()).hasSize(3);
    }

    @Test
    void aPrivateNoteExistsForItsAuthorAloneAdministratorsIncluded() {
        var secret = notes(LEA).add(10, new NoteCommand("Le gérant divorce", "PRIVATE", true));

        assertThat(notes(LEA).get(secret.id()).body()).isEqualTo("Le gérant divorce");
        assertThat(notes(LEA).ofTier(10, null, 10).total()).isOne();
        assertThat(new NoteAttachment(database.db(), TestCallers.of(LEA)).count(10))
                .isOne();
        assertThat(found(LEA, "divorce")).hasSize(1);
        for (var other : List.of(PAUL, ADMIN)) {
            assertThatThrownBy(() -> notes(other).get(secret.id())).satisfies(NotesTest::isNotFound);
            assertThatThrownBy(() -> notes(other).delete(secret.id(), 0)).satisfies(NotesTest::isNotFound);
            assertThatThrownBy(() -> notes(other).update(secret.id(), 0, note("lu", false)))
                    .satisfies(NotesTest::isNotFound);
            assertThat(notes(other).ofTier(10, null, 10).total()).isZero();
            assertThat(notes(other).pinned(10)).isEmpty();
            assertThat(found(other, "divorce")).isEmpty();
            var attachment = new NoteAttachment(database.db(), TestCallers.of(other));
            assertThat(attachment.count(10)).isZero();
            List<Map<String, Object>> exported = new ArrayList<>();
            attachment.export(10, (section, rows) -> exported.addAll(rows));
            assertThat(exported).isEmpty();
        }
        assertThat(history()).isEmpty();
        assertThat(touched.fired()).isEmpty();
    }

    @Test
    void sharingIsAnActOfTheAuthorThatCannotBeTakenBack() {
        var secret = notes(LEA).add(10, new NoteCommand("Préfère le mardi", "PRIVATE", false));
        var shared = notes(LEA).update(secret.id(), secret.version(), note("Préfère le mardi", false));

        assertThat(notes(PAUL).get(secret.id()).body()).isEqualTo("Préfère le mardi");
        assertThat(history()).containsExactly("CREATE");
        assertThatThrownBy(() -> notes(LEA)
                        .update(shared.id(), shared.version(), new NoteCommand("Préfère le mardi", "PRIVATE", false)))
                .hasMessageContaining("note-already-public");
    }

    @Test
    void everybodyPinsOnlyTheAuthorAndThoseWhoKeepOrderReword() {
        var first = notes(LEA).add(10, note("Livrer par l’arrière", false));
        var pinned = notes(PAUL).update(first.id(), first.version(), note("Livrer par l’arrière", true));
        assertThat(pinned.pinned()).isTrue();
        assertThat(pinned.reworded()).isFalse();
        assertThatThrownBy(() -> notes(PAUL).update(pinned.id(), pinned.version(), note("Autre chose", true)))
                .hasMessageContaining("note-not-yours");
        assertThatThrownBy(() -> notes(PAUL).delete(pinned.id(), pinned.version()))
                .hasMessageContaining("note-not-yours");
        clock.pass(Duration.ofHours(1));
        var reworded = notes(ADMIN).update(pinned.id(), pinned.version(), note("Livrer par la cour", true));
        assertThat(reworded.reworded()).isTrue();
        assertThatThrownBy(() -> notes(LEA).delete(reworded.id(), first.version()))
                .hasMessageContaining("stale");
        notes(LEA).delete(reworded.id(), reworded.version());
        assertThat(history()).containsExactly("CREATE", "UPDATE", "UPDATE", "DELETE");
    }

    @Test
    void aTierOfAnotherUnitDoesNotExistAndBadTextIsNamed() {
        assertThatThrownBy(() -> notes(LEA).ofTier(20, null, 10)).satisfies(NotesTest::isNotFound);
        assertThatThrownBy(() -> notes(LEA).pinned(20)).satisfies(NotesTest::isNotFound);
        assertThatThrownBy(() -> notes(LEA).add(20, note("x", false))).satisfies(NotesTest::isNotFound);
        assertThatThrownBy(() -> notes(LEA).add(10, new NoteCommand(" \n ", "SECRET", null)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder("body required", "visibility unknown-value"));
        assertThatThrownBy(() -> notes(LEA).add(10, note("a\0b", false))).hasMessageContaining("control-character");
    }

    @Test
    void mergeMovesAllAndAnonymiseDeletesAllPrivateOnesIncluded() {
        notes(LEA).add(11, note("publique", false));
        notes(LEA).add(11, new NoteCommand("privée", "PRIVATE", false));
        var attachment = new NoteAttachment(database.db(), TestCallers.of(ADMIN));

        attachment.reattach(11, 10);
        assertThat(notes(LEA).ofTier(10, null, 10).total()).isEqualTo(2);
        attachment.anonymise(10);
        assertThat(notes(LEA).ofTier(10, null, 10).total()).isZero();
    }

    private List<SearchHit> found(Caller caller, String words) {
        return new NoteSearch(database.db(), TestCallers.of(caller))
                .search(SearchWords.patterns(words), words, Visibility.of(caller), 20);
    }

    private List<String> history() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select action from history_entry where entity = 'note' order by id")
                .mapTo(String.class)
                .list());
    }

    private static NoteCommand note(String body, boolean pinned) {
        return new NoteCommand(body, null, pinned);
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(BusinessException.Kind.NOT_FOUND));
    }

    private Notes notes(Caller caller) {
        Callers callers = TestCallers.of(caller);
        var notes = new Notes();
        notes.db = database.db();
        notes.clock = clock;
        notes.callers = callers;
        notes.access = new TierAccess(database.db(), callers);
        notes.history = new History(database.db(), clock);
        notes.authors = new Authors(callers, new Source());
        notes.touched = touched;
        return notes;
    }
}
