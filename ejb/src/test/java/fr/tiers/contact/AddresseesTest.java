package fr.tiers.contact;

import fr.tiers.access.TestCallers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static fr.tiers.contact.ContactUsage.BILLING;
import static fr.tiers.contact.ContactUsage.DELIVERY;
import static fr.tiers.contact.ContactUsage.LEGAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom the papers of a tier go to. */
class AddresseesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));
    private final ContactFixture others = new ContactFixture(database, new TestClock(), TestCallers.sales(2L));
    private final Addressees addressees = sales.addressees;

    @BeforeEach
    void tiers() {
        ContactFixture.tiers(database);
    }

    private void sql(String sql) {
        database.db().run(handle -> handle.execute(sql));
    }

    private Addressee of(ContactUsage usage) {
        return addressees.resolve(OURS, usage, null);
    }

    @Test
    void withoutAnybodyThereIsNobody() {
        assertThat(of(BILLING).contact()).isNull();
        assertThat(of(BILLING).by()).isNull();
    }

    @Test
    void theNamedOneComesBeforeTheDefaultAndThatBeforeTheMainContact() {
        var principal = sales.add(OURS, "Kermarec");
        var accountant = sales.add(OURS, "Lefranc");
        var named = sales.add(OURS, "Marchetti");
        assertThat(of(BILLING)).returns(Addressee.By.MAIN, Addressee::by).satisfies(is(principal));

        addressees.choose(OURS, BILLING, 0, accountant.id());

        assertThat(of(BILLING)).returns(Addressee.By.DEFAULT, Addressee::by).satisfies(is(accountant));
        assertThat(of(LEGAL)).satisfies(is(principal));
        assertThat(addressees.resolve(OURS, BILLING, named.id()))
                .returns(Addressee.By.EXPLICIT, Addressee::by)
                .satisfies(is(named));
        assertThat(addressees.ofTier(OURS)).hasSize(ContactUsage.values().length);
    }

    private static java.util.function.Consumer<Addressee> is(ContactLinkView link) {
        return addressee -> assertThat(addressee.contact().id()).isEqualTo(link.id());
    }

    @Test
    void whoeverHasLeftIsNoLongerWrittenTo() {
        var principal = sales.add(OURS, "Kermarec");
        var accountant = sales.add(OURS, "Lefranc");
        addressees.choose(OURS, BILLING, 0, accountant.id());
        sql("update contact_link set to_date = date '2026-01-01' where id = " + accountant.id());

        assertThat(of(BILLING)).returns(Addressee.By.MAIN, Addressee::by).satisfies(is(principal));
        assertRefused(() -> addressees.choose(OURS, LEGAL, 0, accountant.id()), "validation");
    }

    @Test
    void whoeverIsTakenAwayIsNoDefaultAnyLonger() {
        sales.add(OURS, "Kermarec");
        var accountant = sales.add(OURS, "Lefranc");
        addressees.choose(OURS, BILLING, 0, accountant.id());

        sales.contacts.remove(accountant.id(), accountant.version());

        assertThat(of(BILLING).linkId()).isNull();
        assertThat(of(BILLING).version()).isEqualTo(1);
    }

    @Test
    void aChoiceIsMadeUnderItsVersionAndInTheHistory() {
        var one = sales.add(OURS, "Kermarec");

        assertThat(addressees.choose(OURS, BILLING, 0, one.id()).version()).isEqualTo(1);
        assertRefused(() -> addressees.choose(OURS, BILLING, 0, null), "stale");
        assertThat(addressees.choose(OURS, BILLING, 1, null).linkId()).isNull();
        assertThat(sales.history.ofTier(OURS, Long.MAX_VALUE, 20).toString()).contains("default.BILLING");
    }

    @Test
    void nobodyElsesContactAndNoForeignTier() {
        var other = sales.add(OTHER, "Kermarec");

        assertRefused(() -> addressees.choose(OURS, BILLING, 0, other.id()), "validation");
        assertRefused(() -> addressees.resolve(OURS, BILLING, other.id()), "validation");
        assertRefused(() -> others.addressees.ofTier(OURS), "not-found");
        assertRefused(() -> others.addressees.choose(OURS, BILLING, 0, null), "not-found");
    }

    @Test
    void theAddressIsTheDefaultOfTheUsageElseTheMainOne() {
        sql("update tier set address_line1 = '1 rue du Port', postal_code = '29000', city = 'Quimper' where id = "
                + OURS);
        assertThat(of(BILLING))
                .returns(null, Addressee::addressId)
                .returns("1 rue du Port, 29000 Quimper", Addressee::address);

        sql("insert into address (id, tier_id, label, line1, city, usages, default_for) values "
                + "(77, 10, 'Compta', '2 quai Sud', 'Brest', '{BILLING}', '{BILLING}')");
        sql("insert into address (id, tier_id, label, line1, city, usages, default_for, to_date) values "
                + "(78, 10, 'Dépôt', '3 quai Nord', 'Brest', '{DELIVERY}', '{DELIVERY}', '%s')"
                        .formatted(LocalDate.of(2026, 1, 1)));

        assertThat(of(BILLING)).returns(77L, Addressee::addressId).returns("2 quai Sud, Brest", Addressee::address);
        assertThat(of(DELIVERY).addressId()).isNull();
    }

    @Test
    void aMergeKeepsTheSurvivorsChoicesAndTakesOverTheOthers() {
        var ours = sales.add(OURS, "Kermarec");
        var both = sales.add(OURS, "Lefranc");
        var there = sales.contacts.link(both.contactId(), OTHER, LinkCommand.of(null, null, null, null, false));
        addressees.choose(OURS, BILLING, 0, ours.id());
        addressees.choose(OURS, LEGAL, 0, both.id());
        addressees.choose(OURS, DELIVERY, 0, ours.id());
        addressees.choose(OTHER, BILLING, 0, there.id());

        sales.attachment().reattach(OURS, OTHER);

        assertThat(addressees.resolve(OTHER, BILLING, null)).satisfies(is(there));
        assertThat(addressees.resolve(OTHER, LEGAL, null)).satisfies(is(there)).returns(there.id(), Addressee::linkId);
        assertThat(addressees.resolve(OTHER, DELIVERY, null)).satisfies(is(ours));
    }

    @Test
    void theyGoWithTheTierAndAreHandedOut() {
        var one = sales.add(OURS, "Kermarec");
        addressees.choose(OURS, BILLING, 0, one.id());
        var sections = new TreeMap<String, List<Map<String, Object>>>();

        sales.attachment().export(OURS, sections::put);
        assertThat(sections.get("contact").get(0)).containsEntry("default_for", "BILLING");
        sales.attachment().delete(OURS);

        long left = database.db().call(handle -> handle.createQuery("select count(*) from contact_default")
                .mapTo(Long.class)
                .one());
        assertThat(left).isZero();
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
