package fr.tiers.receivable;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.Visibility;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class InvoiceSearchTest {

    private static final long HERE = 1;
    private static final long THERE = 2;

    private final ReceivableFixture fixture = new ReceivableFixture();

    @BeforeEach
    void invoices() {
        TestTiers.unit(fixture.database, HERE);
        TestTiers.unit(fixture.database, THERE);
        fixture.database.jdbi().useHandle(handle -> {
            handle.execute("update tier set sales_unit_id = ? where id = ?", HERE, ReceivableFixture.ACME);
            handle.execute("update tier set sales_unit_id = ? where id = ?", THERE, ReceivableFixture.OTHER);
        });
        fixture.invoice("FA-100", "10");
        fixture.send("FA-200", ReceivableFixture.invoiceOf("T000002", null, "FA-200", "10"));
    }

    @Test
    void invoicesAreFoundByTheBeginningOfTheirNumberAtVisibleTiersOnly() {
        assertThat(find(Role.SALES, "fa-"))
                .singleElement()
                .returns("INVOICE", SearchHit::kind)
                .returns(ReceivableFixture.ACME, SearchHit::tierId)
                .returns("FA-100", SearchHit::title);
        assertThat(find(Role.SALES, "FA-200")).isEmpty();
        assertThat(find(Role.ACCOUNTING, "FA-")).hasSize(2);
    }

    @Test
    void signsOfPatternsAreTakenAsTheyStand() {
        assertThat(find(Role.ACCOUNTING, "%100")).isEmpty();
        assertThat(find(Role.ACCOUNTING, "FA_100")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TECHNICIAN", "MARKETING", "EXTRANET"})
    void thoseWhoMayNotReadInvoicesFindNone(Role role) {
        fixture.database
                .jdbi()
                .useHandle(handle ->
                        handle.execute("insert into app_user (id, login, display_name) values (7, 'seven', 'Seven')"));
        fixture.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into extranet_grant (user_id, tier_id) values (7, ?)", ReceivableFixture.ACME));
        assertThat(find(role, "FA-100")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"TECHNICIAN", "MARKETING", "EXTRANET"})
    void thoseWhoMayReadInvoicesFindThem(Role role) {
        assertThat(find(role, "FA-100")).hasSize(1);
    }

    private List<SearchHit> find(Role role, String typed) {
        var caller = new Caller(7, "seven", "Seven", "fr", Set.of(role), List.of(HERE));
        fixture.callers.become(caller);
        return new InvoiceSearch(fixture.database.db(), fixture.callers)
                .search(SearchWords.patterns(typed), typed, Visibility.of(caller), 20);
    }
}
