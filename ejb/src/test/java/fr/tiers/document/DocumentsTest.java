package fr.tiers.document;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.TestLists;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tag.Tagged;
import fr.tiers.tag.TestTags;
import fr.tiers.tag.WornTags;
import fr.tiers.tier.SearchWords;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentsTest {

    private static final DocumentFilter ALL = new DocumentFilter(null, null);
    private static final Caller SALES = TestCallers.sales(1L);
    private static final Caller MANAGER =
            new Caller(2, "manager", "Manager", "fr", Set.of(Role.SALES_MANAGER), List.of(1L));

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-20T09:00:00Z");
    private final TestEvent<TierTouched> touched = new TestEvent<>();
    private final Intake intake = new Intake(1 << 20, IntakeTest.TYPES, (name, content) -> {});

    private final List<Received> arrived = new ArrayList<>();

    @AfterEach
    void forget() {
        arrived.forEach(Received::close);
    }

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
    }

    @Test
    void aFileIsKeptByteForByteWithItsHash() throws Exception {
        var document = upload(10, "Bail.pdf", "%PDF-1.4 bail");

        assertThat(document)
                .returns("Bail.pdf", DocumentView::name)
                .returns("application/pdf", DocumentView::mediaType)
                .returns(1, DocumentView::number)
                .returns("sales", DocumentView::author)
                .returns(sha256("%PDF-1.4 bail"), DocumentView::sha256);
        assertThat(content(document.id(), null)).isEqualTo("%PDF-1.4 bail");
        assertThat(touched.fired()).containsExactly(new TierTouched(10));
    }

    @Test
    void aNewUploadIsANewVersionAndTheOldOneStays() {
        var first = upload(10, "Tarif.pdf", "%PDF-1.4 janvier");
        clock.pass(Duration.ofDays(1));
        var second = documents(MANAGER).addVersion(first.id(), received("tarif-fevrier.pdf", "%PDF-1.4 février"));

        assertThat(second).returns(2, DocumentView::number).returns("Tarif.pdf", DocumentView::name);
        assertThat(content(first.id(), null)).isEqualTo("%PDF-1.4 février");
        assertThat(content(first.id(), 1)).isEqualTo("%PDF-1.4 janvier");
        assertThat(documents(SALES).versions(first.id()))
                .extracting(DocumentVersion::number, DocumentVersion::author)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, "manager"),
                        org.assertj.core.api.Assertions.tuple(1, "sales"));
        assertThatThrownBy(() -> documents(SALES).file(first.id(), 3)).hasMessageContaining("not-found");
    }

    @Test
    void aNameThatIsTakenAsksForAVersionOrANumber() {
        var first = upload(10, "Été.pdf", "%PDF-1.4 a");

        assertThatThrownBy(() -> add(10, "ete.PDF", "%PDF-1.4 b", Clash.ASK))
                .hasMessageContaining("document-name-taken");
        assertThat(add(10, "ete.PDF", "%PDF-1.4 b", Clash.VERSION))
                .returns(first.id(), DocumentView::id)
                .returns(2, DocumentView::number);
        assertThat(add(10, "Été.pdf", "%PDF-1.4 c", Clash.RENAME).name()).isEqualTo("Été (2).pdf");
        assertThat(add(11, "Été.pdf", "%PDF-1.4 d", Clash.ASK).name()).isEqualTo("Été.pdf");
    }

    @Test
    void theNameMayChangeTheKindOfFileMayNot() {
        var document = upload(10, "scan001.pdf", "%PDF-1.4 x");
        var renamed = documents(SALES)
                .update(
                        document.id(),
                        document.version(),
                        new DocumentCommand("Bail 2026.exe", "CONTRACT", "Signé", false));

        assertThat(renamed).returns("CONTRACT", DocumentView::category).returns("Signé", DocumentView::description);
        assertThat(documents(SALES).file(document.id(), null).fileName()).isEqualTo("Bail 2026.exe.pdf");
        assertThatThrownBy(() -> documents(SALES).update(document.id(), document.version(), command("x", null)))
                .hasMessageContaining("stale");
        assertThat(changedFields()).containsExactly("category", "description", "name");
    }

    @Test
    void whatIsNotPublishedNeverStandsInTheBaseAndSalesMayNotPublish() {
        var hidden = upload(10, "Interne.pdf", "%PDF-1.4 x");
        assertThatThrownBy(() -> documents(SALES)
                        .update(hidden.id(), hidden.version(), new DocumentCommand("Interne.pdf", null, null, true)))
                .hasMessageContaining("document-publish-role");
        assertThat(documents(MANAGER).base(ALL, null, 10).items()).isEmpty();

        documents(MANAGER)
                .update(hidden.id(), hidden.version(), new DocumentCommand("Interne.pdf", "PLAN", null, true));
        insertForeign();

        assertThat(documents(SALES).base(ALL, null, 10).items())
                .singleElement()
                .returns("Interne.pdf", DocumentView::name);
        assertThat(documents(SALES)
                        .base(new DocumentFilter("PLAN", "intèr"), null, 10)
                        .total())
                .isOne();
        assertThat(documents(SALES)
                        .base(new DocumentFilter("PHOTO", null), null, 10)
                        .total())
                .isZero();
    }

    /** A published document of a tier that lies elsewhere. */
    private long insertForeign() {
        return database.jdbi().withHandle(handle -> {
            long id = handle.createQuery(
                            """
                                    insert into document (tier_id, name, published, number, author, created_at, updated_by, updated_at)
                                    values (20, 'Ailleurs.pdf', true, 1, 'x', now(), 'x', now()) returning id
                                    """)
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    """
                            insert into document_version (document_id, number, file_name, media_type, size, sha256, author, created_at)
                            values (?, 1, 'a.pdf', 'application/pdf', 1, repeat('0', 64), 'x', now())
                            """,
                    id);
            return id;
        });
    }

    @Test
    void aTierOfAnotherUnitDoesNotExist() {
        long foreign = insertForeign();
        var asked = documents(SALES);
        for (Runnable attempt : List.<Runnable>of(
                () -> asked.ofTier(20, ALL, null, 10),
                () -> asked.get(foreign),
                () -> asked.versions(foreign),
                () -> asked.file(foreign, null),
                () -> asked.delete(foreign, 0),
                () -> asked.addVersion(foreign, received("a.pdf", "%PDF-1.4")),
                () -> asked.update(foreign, 0, command("x", null)),
                () -> asked.add(20, command(null, null), received("a.pdf", "%PDF-1.4"), Clash.ASK))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(BusinessException.Kind.NOT_FOUND));
        }
        upload(10, "Ailleurs aussi.pdf", "%PDF-1.4");
        assertThat(new DocumentSearch(database.db(), TestCallers.of(SALES))
                        .search(SearchWords.patterns("ailleurs"), "ailleurs", Visibility.of(SALES), 20))
                .singleElement()
                .returns(10L, hit -> hit.tierId());
    }

    @Test
    void documentsWearTags() {
        var plan = upload(10, "Plan.pdf", "%PDF-1.4 a");
        upload(10, "Bail.pdf", "%PDF-1.4 b");
        long foreign = insertForeign();
        var worn = worn(SALES);

        worn.add("DOCUMENT", plan.id(), "Signé");

        var tagged = documents(SALES).get(plan.id());
        assertThat(tagged.tags()).containsExactly("Signé");
        assertThat(tagged.version()).isEqualTo(plan.version() + 1);
        assertThat(changedFields()).containsExactly("tags");
        assertThat(named(new Tagged(List.of("signe"), List.of(), List.of()))).containsExactly("Plan.pdf");
        assertThat(named(new Tagged(List.of(), List.of("signe"), List.of()))).containsExactly("Plan.pdf");
        assertThat(named(new Tagged(List.of(), List.of(), List.of("signe")))).containsExactly("Bail.pdf");
        assertThatThrownBy(() -> worn.add("DOCUMENT", foreign, "Signé"))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(BusinessException.Kind.NOT_FOUND));
        var exported = new TreeMap<String, List<Map<String, Object>>>();
        new DocumentAttachment(database.db()).export(10, exported::put);
        assertThat(exported.get("document")).extracting(row -> row.get("tags")).containsExactly("Signé", "");
    }

    private List<String> named(Tagged tags) {
        return documents(SALES).ofTier(10, new DocumentFilter(null, null, tags), null, 10).items().stream()
                .map(DocumentView::name)
                .toList();
    }

    private WornTags worn(Caller caller) {
        var documents = documents(caller);
        var use = new DocumentTagUse(
                database.db(), clock, documents, documents.access, documents.history, documents.authors, touched);
        return TestTags.worn(database, TestTags.of(database, clock, documents.callers, use), use);
    }

    @Test
    void listsArePagedLatestChangeFirst() {
        for (int i = 1; i <= 5; i++) {
            upload(10, "Page " + i + ".pdf", "%PDF-1.4");
            clock.pass(Duration.ofMinutes(i % 2)); // some of one moment
        }
        var names = new ArrayList<String>();
        String after = null;
        do {
            var page = documents(SALES).ofTier(10, ALL, after, 2);
            page.items().forEach(document -> names.add(document.name()));
            assertThat(page.total()).isEqualTo(5);
            after = page.next();
        } while (after != null);
        assertThat(names).containsExactly("Page 5.pdf", "Page 4.pdf", "Page 3.pdf", "Page 2.pdf", "Page 1.pdf");
    }

    @Test
    void onlyTheirAuthorAndThoseWhoKeepOrderDelete() {
        var document = upload(10, "a.pdf", "%PDF-1.4");
        var colleague = new Caller(3, "other", "Other", "fr", Set.of(Role.SALES), List.of(1L));
        assertThatThrownBy(() -> documents(colleague).delete(document.id(), document.version()))
                .hasMessageContaining("document-not-yours");
        documents(MANAGER).delete(document.id(), document.version());
        assertThat(rows("document_chunk")).isZero();
    }

    @Test
    void anInactiveCategoryIsNotGivenAnyMoreAndOneInUseIsNotDeleted() {
        var document = add(10, command(null, "PLAN"), "plan.pdf");
        var categories = TestLists.on(database.db(), new DocumentCategories());
        var plan = categories.get("PLAN");
        assertThatThrownBy(() -> categories.delete("PLAN")).hasMessageContaining("document-category-in-use");
        categories.update(new PlainEntry("PLAN", plan.version(), "Plan", "Plan", 1, false));

        assertThatThrownBy(() -> add(10, command(null, "PLAN"), "autre.pdf")).hasMessageContaining("unknown-value");
        assertThat(documents(SALES)
                        .update(document.id(), document.version(), command("Plan du site.pdf", "PLAN"))
                        .category())
                .isEqualTo("PLAN");
        categories.delete("PHOTO");
        assertThat(categories.all()).extracting(PlainEntry::code).doesNotContain("PHOTO");
    }

    @Test
    void mergeMovesEverythingAndNumbersEqualNames() {
        upload(10, "Plan.pdf", "%PDF-1.4 a");
        upload(11, "plan.pdf", "%PDF-1.4 b");
        upload(11, "Autre.pdf", "%PDF-1.4 c");
        var attachment = new DocumentAttachment(database.db());

        attachment.reattach(11, 10);

        assertThat(attachment.count(11)).isZero();
        assertThat(documents(SALES).ofTier(10, ALL, null, 10).items())
                .extracting(DocumentView::name)
                .containsExactlyInAnyOrder("Plan.pdf", "plan (2).pdf", "Autre.pdf");
        var exported = new TreeMap<String, List<Map<String, Object>>>();
        attachment.export(10, exported::put);
        assertThat(exported.get("document")).hasSize(3);
    }

    @Test
    void anonymiseLeavesNoContent() {
        var document = upload(10, "Carte d’identité.pdf", "%PDF-1.4");
        documents(SALES).addVersion(document.id(), received("b.pdf", "%PDF-1.4"));
        new DocumentAttachment(database.db()).anonymise(10);
        assertThat(rows("document") + rows("document_version") + rows("document_chunk"))
                .isZero();
    }

    @Test
    void whatFailsHalfwayLeavesNothing() {
        var broken = new Documents() {};
        copy(documents(SALES), broken);
        broken.content = new DocumentContent(database.db()) {
            @Override
            void write(long versionId, InputStream content) throws IOException {
                super.write(versionId, content);
                throw new IOException("the disk is gone");
            }
        };
        assertThatThrownBy(() -> database.inTransaction(
                        () -> broken.add(10, command(null, null), received("a.pdf", "%PDF-1.4"), Clash.ASK)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(rows("document") + rows("document_version") + rows("document_chunk"))
                .isZero();
    }

    /** 200 MB in and out: never more than a row at a time, and a part can be read without what is before it. */
    @Test
    void aHugeFileIsStreamed() throws Exception {
        int size = 200_000_000;
        var generous = new Intake(size, IntakeTest.TYPES, (name, content) -> {});
        var source = new Noise(size);
        DocumentView document;
        try (var received = generous.receive("plan.pdf", source)) {
            document = database.inTransaction(() -> documents(SALES).add(10, command(null, null), received, Clash.ASK));
        }
        var read = new ArrayList<Integer>();
        var content = new DocumentContent(database.db()) {
            @Override
            byte[] chunk(long versionId, int position) {
                read.add(position);
                return super.chunk(versionId, position);
            }
        };
        var file = documents(SALES).file(document.id(), null);
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(content.open(file, 0), digest)) {
            assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(size);
        }

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(document.sha256());
        assertThat(source.largest).isLessThanOrEqualTo(DocumentContent.CHUNK);
        assertThat(read).hasSize((size + DocumentContent.CHUNK - 1) / DocumentContent.CHUNK);
        read.clear();
        try (var in = content.open(file, size - 10)) {
            assertThat(in.readAllBytes()).hasSize(10).isEqualTo(Noise.last(size, 10));
        }
        assertThat(read).hasSize(1);
    }

    /** Bytes that follow from their position. */
    private static final class Noise extends InputStream {

        private final int size;
        private int position;
        private int largest;

        Noise(int size) {
            this.size = size;
        }

        static byte[] last(int size, int count) {
            var bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = at(size - count + i);
            }
            return bytes;
        }

        private static byte at(int position) {
            return (byte) (position * 31 + (position >>> 11));
        }

        @Override
        public int read() {
            return position == size ? -1 : at(position++) & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            largest = Math.max(largest, length);
            if (position == size) {
                return -1;
            }
            int count = Math.min(length, size - position);
            for (int i = 0; i < count; i++) {
                into[offset + i] = at(position++);
            }
            return count;
        }
    }

    private List<String> changedFields() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select field from history_entry where entity = 'document' and action = 'UPDATE' order by 1")
                .mapTo(String.class)
                .list());
    }

    private DocumentView upload(long tier, String name, String content) {
        return add(tier, name, content, Clash.ASK);
    }

    private DocumentView add(long tier, String name, String content, Clash clash) {
        return documents(SALES).add(tier, command(null, null), received(name, content), clash);
    }

    private DocumentView add(long tier, DocumentCommand command, String name) {
        return documents(SALES).add(tier, command, received(name, "%PDF-1.4"), Clash.ASK);
    }

    private static DocumentCommand command(String name, String category) {
        return new DocumentCommand(name, category, null, null);
    }

    private Received received(String name, String content) {
        try {
            var file = intake.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            arrived.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content(long id, Integer number) {
        var file = documents(SALES).file(id, number);
        try (var in = new DocumentContent(database.db()).open(file, 0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private long rows(String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private Documents documents(Caller caller) {
        Callers callers = TestCallers.of(caller);
        var documents = new Documents();
        documents.db = database.db();
        documents.clock = clock;
        documents.callers = callers;
        documents.access = new TierAccess(database.db(), callers);
        documents.history = new History(database.db(), clock);
        documents.authors = new Authors(callers, new Source());
        documents.content = new DocumentContent(database.db());
        documents.touched = touched;
        return documents;
    }

    private static void copy(Documents from, Documents to) {
        to.db = from.db;
        to.clock = from.clock;
        to.callers = from.callers;
        to.access = from.access;
        to.history = from.history;
        to.authors = from.authors;
        to.touched = from.touched;
    }
}
