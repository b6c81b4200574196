package fr.tiers.benchmark;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.tier.PageStart;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierSearch;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lists, records, REST and exports of a running server, as several people at once ask for them; beside it the same SQL asked directly of
 * the database by one.
 */
final class WebBenchmark {

    private static final String ADDRESS = System.getProperty("tiers.benchmark.url", "http://localhost:8080/tiers");
    private static final String USER = System.getProperty("tiers.benchmark.user", "network");
    private static final String PASSWORD = System.getProperty("tiers.benchmark.password", "tiers");
    private static final int CLIENTS = Integer.getInteger("tiers.benchmark.clients", 8);
    /** What the measured row has to contain; empty for all. */
    private static final String ONLY = System.getProperty("tiers.benchmark.only", "");

    private static final int PAGE = 25;
    private static final int THOUSANDTH = 1_000;
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"list\\.xhtml([^\"]+)\"");
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "tradeName",
            "types",
            "tags",
            "status",
            "siren",
            "siret",
            "apeCode",
            "city",
            "postalCode",
            "email",
            "phone",
            "salesUnit",
            "owner");

    private final Bench bench;
    private final PrintStream out = System.out;
    private final List<WebClient> clients;
    private final Caller caller;
    private final TierSearch search;
    private final List<Long> tiers;

    private WebBenchmark(Bench bench) {
        this.bench = bench;
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(each -> new WebClient(ADDRESS).signIn(USER, PASSWORD))
                .toList();
        caller = TestCallers.read(bench.database().db(), USER, LocalDate.now(Clock.system(ClockProducer.ZONE)));
        search = TestTiers.search(bench.database(), TestCallers.of(caller));
        tiers = visible();
    }

    static void run(Bench bench) {
        var all = new WebBenchmark(bench);
        all.lists();
        all.records();
        all.rest();
        all.exports();
    }

    private List<Long> visible() {
        var visibility = Visibility.of(caller);
        return bench.database().jdbi().withHandle(handle -> visibility
                .bind(handle.createQuery(
                        "select t.id from tier t where " + visibility.predicate("t") + " and t.id % 97 = 5 limit 2000"))
                .mapTo(Long.class)
                .list());
    }

    private TierFilter.Builder active() {
        return TierFilter.builder().status("ACTIVE");
    }

    /** A name that few have: the longest. */
    private String rareName() {
        return bench.text("select name from tier where status = 'ACTIVE' order by length(name) desc, id limit 1");
    }

    private void lists() {
        out.printf("%nPages, %d clients%n", CLIENTS);
        Load.heading(out);
        var none = active().build();
        page("list: first page", "", none, TierOrder.BY_NAME, PageStart.FIRST);
        page(
                "list: page 1,000 by number",
                "?page=1000",
                none,
                TierOrder.BY_NAME,
                PageStart.at((THOUSANDTH - 1) * PAGE));
        var link = NEXT.matcher(clients.get(0).readPage("/tier/list.xhtml?page=1000"));
        if (link.find()) {
            var url = link.group(1).replace("&amp;", "&");
            page(
                    "list: page 1,001 by its link",
                    url,
                    none,
                    TierOrder.BY_NAME,
                    PageStart.after(url.replaceAll(".*after=", "")));
        }
        page("list: last page", "?page=-1", none, TierOrder.BY_NAME, PageStart.fromEnd(0));
        var rare = rareName();
        page(
                "list: a rare name",
                "?q=" + WebClient.encoded(rare),
                active().q(rare).build(),
                TierOrder.BY_NAME,
                PageStart.FIRST);
        page("list: SARL", "?q=SARL", active().q("SARL").build(), TierOrder.BY_NAME, PageStart.FIRST);
        page(
                "list: SARL, last page",
                "?q=SARL&page=-1",
                active().q("SARL").build(),
                TierOrder.BY_NAME,
                PageStart.fromEnd(0));
        var friday = Map.of("custom.deliveryDay", List.of("FRI"));
        page(
                "list: a custom field",
                "?custom.deliveryDay=FRI",
                active().custom(FieldFilter.parse(friday)).build(),
                TierOrder.BY_NAME,
                PageStart.FIRST);
        for (var sort :
                List.of("-updatedAt", "city", "-turnover", "siret", "owner", "-salesUnit", "custom.contractEnd")) {
            page("list: by " + sort, "?sort=" + sort, none, TierOrder.parse(sort), PageStart.FIRST);
        }
    }

    private void page(String what, String url, TierFilter filter, TierOrder order, PageStart start) {
        measure(
                what,
                (client, run) -> client.page("/tier/list.xhtml" + (url.isEmpty() ? "?view=0" : url)),
                () -> search.page(filter, order, start, PAGE, search.count(filter), List.of())
                        .items()
                        .size());
    }

    private void records() {
        measure("record", (client, run) -> client.page("/tier/record.xhtml?id=" + tier(run)), null);
        measure(
                "record, on its way through the list",
                (client, run) -> client.page("/tier/record.xhtml?id=" + tier(run) + "&list=sort%3Dname"),
                null);
    }

    private long tier(int run) {
        return tiers.get(run % tiers.size());
    }

    private void rest() {
        out.printf("%nREST, %d clients%n", CLIENTS);
        Load.heading(out);
        measure("read by id", (client, run) -> client.rest("tiers/" + tier(run)), null);
        measure("list of 50", (client, run) -> client.rest("tiers?limit=50"), () -> search.page(
                        TierFilter.NONE, TierOrder.BY_NAME, null, 2 * PAGE)
                .items()
                .size());
        var rare = rareName();
        var words = TierFilter.words(rare);
        measure("list by name", (client, run) -> client.rest("tiers?q=" + WebClient.encoded(rare)), () -> search.page(
                        words, TierOrder.BY_NAME, null, 2 * PAGE)
                .items()
                .size());
        var mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        measure(
                "create",
                (client, run) -> client.create(
                        "tiers",
                        "{\"name\":\"Mesure %s %d\",\"types\":[\"PROSPECT\"],\"address\":{\"postalCode\":\"44000\",\"city\":\"Nantes\"}}"
                                .formatted(mark, run)),
                null);
    }

    private void exports() {
        var columns = new ArrayList<String>();
        COLUMNS.forEach(column -> columns.add("&column=" + column));
        for (var format : List.of("csv", "xlsx")) {
            if (!("export " + format).contains(ONLY)) {
                continue;
            }
            long begin = System.nanoTime();
            var answer = clients.get(0).rest("tiers/export?format=" + format + String.join("", columns));
            out.printf(
                    "%nexport %s, %d columns: %.1f s, %,d KB%n",
                    format, COLUMNS.size(), (System.nanoTime() - begin) / 1e9, answer.body().length / 1024);
        }
    }

    /** Something a client asks for; gets the number of the run. */
    interface Asking {
        HttpResponse<byte[]> ask(WebClient client, int run);
    }

    private void measure(String what, Asking asking, IntSupplier sql) {
        if (what.contains(ONLY)) {
            new Load(bench, clients, out).measure(what, asking, sql);
        }
    }
}
