package fr.tiers.contact;

import fr.tiers.access.TestCallers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Photos and the state of addresses: what hangs on a person or link beside its form. */
class PhotosTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture sales = new ContactFixture(database, new TestClock(), TestCallers.sales(1L));
    private final ContactFixture others = new ContactFixture(database, new TestClock(), TestCallers.sales(2L));

    @BeforeEach
    void tiers() {
        ContactFixture.tiers(database);
    }

    private long withPhoto() throws IOException {
        var link = sales.add(OURS, "Kermarec");
        sales.photos.put(link.contactId(), 0, PortraitTest.picture("png", 300, 200));
        return link.contactId();
    }

    @Test
    void aPhotoIsPartOfThePersonEverywhere() throws IOException {
        long person = withPhoto();

        assertThat(sales.photos.get(person).sha256()).hasSize(64);
        assertThat(sales.people.get(person).photo()).isTrue();
        assertThat(sales.people.get(person).version()).isEqualTo(1);
        assertThat(sales.contacts.ofTier(OURS)).allMatch(ContactLinkView::photo);
        assertThat(sales.contacts.orgChart(OURS).unplaced()).allMatch(OrgChart.Node::photo);
        assertThat(sales.list.rows(ContactFilter.NONE, ContactSort.Order.BY_NAME, 0, 10))
                .allMatch(ContactRow::photo);
        assertThat(sales.history.ofTier(OURS, Long.MAX_VALUE, 10).toString()).contains("photo");
    }

    @Test
    void anotherPhotoTakesItsPlaceAndNoneLeavesNone() throws IOException {
        long person = withPhoto();
        var first = sales.photos.get(person).sha256();

        sales.photos.put(person, 1, PortraitTest.picture("jpeg", 10, 900));
        sales.photos.delete(person, 2);

        assertThat(first).isNotNull();
        assertThat(sales.people.get(person).photo()).isFalse();
        assertRefused(() -> sales.photos.get(person), "not-found");
        assertRefused(() -> sales.photos.delete(person, 3), "not-found");
    }

    @Test
    void whoeverWasFasterIsNotOverwritten() throws IOException {
        long person = withPhoto();

        assertRefused(() -> sales.photos.delete(person, 0), "stale");
        assertRefused(() -> sales.photos.put(person, 7, PortraitTest.picture("png", 9, 9)), "stale");
    }

    @Test
    void aForeignPersonHasNoPhoto() throws IOException {
        long person = withPhoto();

        assertRefused(() -> others.photos.get(person), "not-found");
        assertRefused(() -> others.photos.put(person, 1, PortraitTest.picture("png", 9, 9)), "not-found");
        assertRefused(() -> others.photos.delete(person, 1), "not-found");
    }

    @Test
    void thePhotoGoesWithThePersonAndIsHandedOut() throws IOException {
        long person = withPhoto();
        var sections = new TreeMap<String, List<Map<String, Object>>>();
        sales.attachment().export(OURS, sections::put);
        assertThat(sections.get("contact").get(0).get("photo").toString()).hasSizeGreaterThan(100);

        sales.attachment().anonymise(OURS);

        assertThat(sales.people.get(person).photo()).isFalse();
        sales.attachment().delete(OURS);
        assertThat(photos()).isZero();
    }

    @Test
    void theAddressIsWhatTheLastOneToTryItSays() {
        var link = sales.add(OURS, "Kermarec");

        var invalid = sales.emailStates.set(link.id(), link.version(), EmailState.INVALID);

        assertThat(invalid.emailState()).isEqualTo(EmailState.INVALID);
        assertThat(invalid.emailStateAt()).isNotNull();
        assertRefused(() -> sales.emailStates.set(link.id(), link.version(), EmailState.VALID), "stale");
        assertRefused(() -> others.emailStates.set(link.id(), invalid.version(), EmailState.VALID), "not-found");
        var unknown = sales.emailStates.set(link.id(), invalid.version(), EmailState.UNKNOWN);
        assertThat(unknown.emailStateAt()).isNull();
    }

    @Test
    void anotherAddressIsUnknownAgain() {
        var link = sales.add(OURS, "Kermarec");
        var valid = sales.emailStates.set(link.id(), link.version(), EmailState.VALID);

        var same = sales.contacts.update(link.id(), valid.version(), valid.toCommand());
        var other = sales.contacts.update(link.id(), same.version(), ContactFixture.job("Lefranc", true));

        assertThat(same.emailState()).isEqualTo(EmailState.VALID);
        assertThat(other.emailState()).isEqualTo(EmailState.UNKNOWN);
    }

    @Test
    void nothingIsKnownOfAnAddressThatIsNotThere() {
        var link = sales.contacts.add(
                OURS, PersonCommand.named(null, "Sans", null), LinkCommand.of(null, null, null, null, false));

        assertRefused(() -> sales.emailStates.set(link.id(), link.version(), EmailState.VALID), "validation");
    }

    @Test
    void aMergeKeepsWhatIsKnownOfTheAddress() {
        var one = sales.add(OURS, "Kermarec");
        var other = sales.contacts.link(one.contactId(), OTHER, LinkCommand.of(null, null, null, null, false));
        sales.emailStates.set(one.id(), one.version(), EmailState.INVALID);

        sales.attachment().reattach(OURS, OTHER);

        assertThat(sales.contacts.ofTier(OTHER)).singleElement().satisfies(link -> {
            assertThat(link.id()).isEqualTo(other.id());
            assertThat(link.email()).isEqualTo("kermarec@exemple.example");
            assertThat(link.emailState()).isEqualTo(EmailState.INVALID);
        });
    }

    private long photos() {
        return database.db().call(handle -> handle.createQuery("select count(*) from contact_photo")
                .mapTo(Long.class)
                .one());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
