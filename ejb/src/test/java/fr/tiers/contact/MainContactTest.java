package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to the contacts of a tier, by one or by several at once: exactly one of the current ones is the main one. */
class MainContactTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 21);

    /** Something somebody does to the n-th contact. */
    private enum Deed {
        ADD,
        ADD_AS_MAIN,
        TICK,
        UNTICK,
        LEAVE,
        REST,
        RETURN,
        REMOVE,
        GO_ELSEWHERE,
        RETIRE,
        DELETE_STEP_BY_STEP
    }

    private record Act(Deed deed, int which) {}

    @Provide
    Arbitrary<List<Act>> life() {
        return Arbitraries.of(Deed.class)
                .flatMap(deed -> Arbitraries.integers().between(0, 5).map(which -> new Act(deed, which)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 60)
    void exactlyOneOfTheCurrentContactsIsTheMainOne(@ForAll("life") List<Act> acts) {
        var office = LifeOffice.EMPTY.get();
        for (var act : acts) {
            perform(office, act);
            office.database.inTransaction(() -> {
                holds(office, OURS);
                holds(office, OTHER);
                return null;
            });
        }
    }

    /** One database for all lives, swept before each. */
    private enum LifeOffice {
        EMPTY;

        private final ContactFixture office = office(TestDatabase.fresh());

        ContactFixture get() {
            office.database.jdbi().useHandle(handle -> handle.execute("truncate contact cascade"));
            return office;
        }
    }

    private static ContactFixture office(TestDatabase database) {
        ContactFixture.tiers(database);
        return new ContactFixture(database, new TestClock(), Caller.SYSTEM);
    }

    private static void holds(ContactFixture office, long tier) {
        var links = office.contacts.ofTier(tier);
        long current = links.stream().filter(ContactLinkView::current).count();
        var mains = links.stream().filter(ContactLinkView::main).toList();
        assertThat(mains).hasSize(current == 0 ? 0 : 1).allMatch(ContactLinkView::current);
    }

    private static void perform(ContactFixture office, Act act) {
        var links = office.database.inTransaction(() -> office.contacts.ofTier(OURS));
        if (act.deed() == Deed.ADD || act.deed() == Deed.ADD_AS_MAIN || links.isEmpty()) {
            var job = job(act.deed() == Deed.ADD_AS_MAIN, true, null);
            office.database.inTransaction(
                    () -> office.contacts.add(OURS, PersonCommand.named(null, "N" + links.size(), null), job));
            return;
        }
        var link = links.get(act.which() % links.size());
        try {
            office.database.inTransaction(() -> {
                perform(office, act.deed(), link);
                return null;
            });
        } catch (BusinessException e) {
            // refused: nothing has changed, and the rule must hold all the same
        }
    }

    private static void perform(ContactFixture office, Deed deed, ContactLinkView link) {
        switch (deed) {
            case TICK -> office.contacts.update(link.id(), link.version(), job(true, true, null));
            case UNTICK -> office.contacts.update(link.id(), link.version(), job(false, true, link.to()));
            case LEAVE -> office.contacts.update(link.id(), link.version(), job(true, true, YESTERDAY));
            case REST -> office.contacts.update(link.id(), link.version(), job(link.main(), false, link.to()));
            case RETURN -> office.contacts.update(link.id(), link.version(), job(false, true, null));
            case REMOVE -> office.contacts.remove(link.id(), link.version());
            case GO_ELSEWHERE -> office.contacts.changeEmployer(
                    link.id(),
                    link.version(),
                    new EmployerChange(OTHER, YESTERDAY, null, null, null, null, null, null, null));
            case RETIRE -> {
                var person = office.people.get(link.contactId());
                var retired = new PersonCommand(
                        null,
                        person.lastName(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        !person.active(),
                        null);
                office.people.update(person.id(), person.version(), retired);
            }
            case DELETE_STEP_BY_STEP -> office.people.removeStepByStep(
                    link.contactId(), office.people.get(link.contactId()).version());
            default -> throw new IllegalStateException(deed.name());
        }
    }

    private static LinkCommand job(boolean main, boolean active, LocalDate to) {
        return new LinkCommand(null, null, null, null, null, null, null, null, main, active, null, to, null, null);
    }

    @Test
    void ofSeveralFirstContactsAtOnceOneBecomesTheMainOne() throws Exception {
        var office = office(TestDatabase.fresh());

        atOnce(
                IntStream.range(0, 8)
                        .<Callable<?>>mapToObj(i -> () -> office.addMain(OURS, "Premier" + i))
                        .toList(),
                office);

        assertThat(office.contacts.ofTier(OURS)).hasSize(8);
        holds(office, OURS);
    }

    @Test
    void theRuleHoldsWhileSeveralRemoveAndLeaveAtOnce() throws Exception {
        var office = office(TestDatabase.fresh());
        IntStream.range(0, 8).forEach(i -> office.add(OURS, "Contact" + i));
        var deeds = new ArrayList<Callable<?>>();
        for (var link : office.contacts.ofTier(OURS)) {
            deeds.add(() -> {
                perform(office, link.id() % 2 == 0 ? Deed.LEAVE : Deed.REMOVE, link);
                return null;
            });
        }

        atOnce(deeds, office);

        holds(office, OURS);
    }

    @Test
    void twoChangesAtOnceCannotCloseACircleTogether() throws Exception {
        var office = office(TestDatabase.fresh());
        var one = office.add(OURS, "Une");
        var other = office.add(OURS, "Autre");

        for (int round = 0; round < 10; round++) {
            office.contacts.reportTo(one.id(), null);
            office.contacts.reportTo(other.id(), null);
            atOnce(
                    List.of(
                            () -> office.contacts.reportTo(one.id(), other.id()),
                            () -> office.contacts.reportTo(other.id(), one.id())),
                    office);
            assertThat(office.contacts.ofTier(OURS))
                    .filteredOn(link -> link.reportsTo() != null)
                    .hasSize(1);
        }
    }

    /** Each in a transaction of its own; refusals are part of the game. */
    private static void atOnce(List<Callable<?>> deeds, ContactFixture office) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(deeds.size());
        try {
            var running = deeds.stream()
                    .map(deed -> threads.submit(() -> {
                        start.await();
                        try {
                            office.database.inTransaction(() -> {
                                try {
                                    return deed.call();
                                } catch (RuntimeException e) {
                                    throw e;
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
                        } catch (BusinessException e) {
                            // somebody else was faster
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
