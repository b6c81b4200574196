package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.tag.Tag;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes many new tiers as {@link TierService#create} writes one: the same checks, and statements for all rows of a table together. */
@Dependent
public class TierIntake {

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Inject
    private Callers callers;

    @Inject
    private Authors authors;

    @Inject
    private TierChecks checks;

    @Inject
    private TierCodes codes;

    @Inject
    private FunctionChange functions;

    @Inject
    private TierInsert insert;

    @Inject
    private TierTagStore tags;

    @Inject
    private History history;

    @Inject
    private Event<TiersCreated> created;

    /**
     * A new tier.
     *
     * @param data as it was kept, code and custom values included
     */
    public record Kept(long id, TierData data) {}

    /** What is known of it before it is written. */
    private record Plan(TierData data, TierChecks.Checked checked, List<Tag> tags, Set<String> functions) {}

    private record Row(long id, Tier tier, Plan plan) {}

    List<Kept> create(List<TierData> wanted) {
        return wanted.isEmpty() ? List.of() : db.inBlock(() -> written(wanted));
    }

    private List<Kept> written(List<TierData> wanted) {
        var plans = wanted.stream().map(this::plan).toList();
        refuseKnown(wanted);
        var author = authors.current();
        var now = clock.instant();
        // Last before the insert: the counters stay locked from here to the commit.
        var given = codes.ofNew(wanted, plans.stream().map(Plan::functions).toList());
        var rows = rows(plans, given, author, now);
        insert(rows);
        letCreatorIn(rows.stream().map(Row::id).toList());
        functions.openAll(rows.stream().flatMap(TierIntake::openings).toList(), now);
        rows.forEach(row -> history.created(author, "tier", row.id(), row.id()));
        rows.forEach(row -> tags.wear(row.id(), row.plan().tags()));
        created.fire(new TiersCreated(rows.stream().map(Row::id).toList()));
        return rows.stream().map(row -> new Kept(row.id(), row.plan().data())).toList();
    }

    private Plan plan(TierData data) {
        var checked = checks.ofNew(data);
        return new Plan(data, checked, tags.resolve(data.getTags(), List.of()), functions.functions(data.getTypes()));
    }

    /** As for one, but only where there is somebody with the same SIRET at all. */
    private void refuseKnown(List<TierData> wanted) {
        var own = new HashSet<String>();
        var twice = wanted.stream()
                .filter(data -> data.getSiret() != null && !own.add(data.getSiret()))
                .findFirst();
        if (twice.isPresent()) {
            throw new BusinessException(
                    Kind.CONFLICT, "tier-duplicate", twice.get().getSiret());
        }
        var known = lockedSirets(own);
        wanted.stream()
                .filter(data -> known.contains(String.valueOf(data.getSiret())))
                .forEach(data -> checks.duplicates(data, DuplicateConsent.NONE));
    }

    /** Two creations of the same establishment at once: the second waits here, then sees the first. Always in the same order. */
    private Set<String> lockedSirets(Set<String> sirets) {
        if (sirets.isEmpty()) {
            return Set.of();
        }
        return db.call(handle -> {
            handle.createQuery(
                            """
                            select count(pg_advisory_xact_lock(k)) from (
                                select hashtextextended('tier.siret:' || s, 0) as k from unnest(:sirets) s order by 1) l
                            """)
                    .bindArray("sirets", String.class, new TreeSet<>(sirets))
                    .mapTo(Long.class)
                    .one();
            return handle.createQuery("select siret from tier where siret = any(:sirets)")
                    .bindArray("sirets", String.class, sirets)
                    .mapTo(String.class)
                    .set();
        });
    }

    private List<Row> rows(List<Plan> plans, List<String> given, History.Author author, Instant now) {
        var ids = insert.ids(plans.size());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            var data = plan.data();
            data.setCode(given.get(i));
            data.setCustom(plan.checked().custom());
            data.setTags(plan.tags().stream().map(Tag::label).toList());
            var tier = new Tier(given.get(i), author.source(), author.login(), now);
            tier.change(data, plan.checked().references(), author.login(), now, LocalDate.now(clock));
            rows.add(new Row(ids.get(i), tier, plan));
        }
        return rows;
    }

    private void insert(List<Row> rows) {
        db.run(handle -> handle.execute("set constraints tier_function_tier_fk deferred"));
        each(
                rows,
                "insert into tier_function (tier_id, type_code) values (:id, :value)",
                row -> row.plan().data().getTypes().stream().distinct());
        insert.insert(rows.stream()
                .map(row -> new TierInsert.Row(
                        row.id(), row.tier(), row.plan().checked().custom()))
                .toList());
        db.run(handle -> handle.execute("set constraints tier_function_tier_fk immediate"));
        each(
                rows,
                "insert into tier_company (tier_id, company_id) values (:id, :value)",
                row -> row.plan().checked().references().companies().stream());
        each(
                rows,
                "insert into tier_agency (tier_id, agency_id) values (:id, :value)",
                row -> row.plan().checked().references().agencies().stream());
        insertEmails(rows);
    }

    private void each(List<Row> rows, String sql, Function<Row, Stream<?>> values) {
        db.run(handle -> {
            var batch = handle.prepareBatch(sql);
            rows.forEach(row -> values.apply(row)
                    .forEach(value ->
                            batch.bind("id", row.id()).bind("value", value).add()));
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    private void insertEmails(List<Row> rows) {
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    "insert into tier_other_email (tier_id, position, type, email) values (:id, :position, :type, :email)");
            for (var row : rows) {
                var emails = row.plan().data().getOtherEmails();
                for (int i = 0; i < emails.size(); i++) {
                    batch.bind("id", row.id())
                            .bind("position", i)
                            .bind("type", emails.get(i).type())
                            .bind("email", emails.get(i).email())
                            .add();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Whoever would not see his own new tier is written down beside it. */
    void letCreatorIn(List<Long> tierIds) {
        var caller = callers.current();
        if (!caller.seesAllTiers()) {
            db.run(handle -> handle.createUpdate(
                            """
                            insert into tier_collaborator (tier_id, user_id) select unnest(:tiers), :user on conflict do nothing
                            """)
                    .bindArray("tiers", Long.class, tierIds)
                    .bind("user", caller.userId())
                    .execute());
        }
    }

    private static Stream<FunctionChange.Opening> openings(Row row) {
        return Stream.of(OneWay.CUSTOMER, "SUPPLIER")
                .filter(row.plan().functions()::contains)
                .map(function -> new FunctionChange.Opening(
                        row.id(), Coded.of(row.plan().data()), row.plan().data().getPaymentTerms(), function));
    }
}
