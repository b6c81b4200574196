package fr.tiers.exchange;

import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.document.Received;
import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.exchange.ImportView.Status;
import fr.tiers.exchange.file.FileFormat;
import fr.tiers.exchange.file.FileFormat.Kind;
import fr.tiers.exchange.file.TableFile;
import fr.tiers.job.Jobs;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static fr.tiers.kernel.BusinessException.Kind.CONFLICT;

/** The imports of those who may import; each user has his own, an administrator all. */
@Stateless
@PermitAll
public class Imports {

    private static final Set<String> FILTERS = Set.of(
            "CREATED", "UPDATED", "UNCHANGED", "DUPLICATE", "ERROR", "CHANGED", "NOT_WRITTEN", "REVERTED", "KEPT");

    @Inject
    private Db db;

    @Inject
    private TierAccess access;

    @Inject
    private Callers callers;

    @Inject
    private ImportTable table;

    @Inject
    private ImportFiles files;

    @Inject
    private RowTable rows;

    @Inject
    private TargetFields fields;

    @Inject
    private Mappings mappings;

    @Inject
    private Jobs jobs;

    /** What a column can be, in the order of the choice. */
    public List<TargetField> fields() {
        requireRight();
        return fields.all();
    }

    /** Asked before a file is taken in. */
    public void requireRight() {
        access.require(Action.IMPORT);
    }

    /**
     * Takes a file that has arrived: how it is read and what its columns mean is guessed, by a kept mapping or by their names.
     *
     * @param mapping id of a kept mapping; null for none
     * @throws BusinessException REFUSED for a file that cannot be read; NOT_FOUND for an unknown mapping
     */
    public ImportView upload(Received file, Long mapping) {
        requireRight();
        var look = look(file);
        var guessed = new HeaderGuess(fields.all()).guess(look.header());
        var fresh = new ImportSettings(look.format(), guessed, keys(guessed), null, null, defaultTypes());
        var settings = mapping == null ? fresh : mappings.get(mapping).over(fresh);
        long id = table.insert(
                file.fileName(),
                file.size(),
                file.sha256(),
                look,
                settings,
                callers.current().login());
        try (var content = file.open()) {
            files.write(id, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return get(id);
    }

    private static FileLook look(Received file) {
        try (var content = file.open()) {
            return ImportFiles.with(content, path -> FileLook.at(path, TableFile.detect(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The strongest identity that the file has. */
    private static List<String> keys(List<ColumnMapping> columns) {
        return List.of("id", "code", "siret", "siren", "email").stream()
                .filter(key -> columns.stream().anyMatch(column -> key.equals(column.field())))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private List<String> defaultTypes() {
        return db.call(handle -> handle.createQuery("select code from tier_type where is_default and active")
                .mapTo(String.class)
                .list());
    }

    /**
     * @param before id of the last one of the page before
     * @return newest first
     */
    public Slice<ImportView> list(long before, int limit) {
        requireRight();
        var caller = callers.current();
        var page = table.page(caller.has(Role.ADMINISTRATOR) ? null : caller.login(), before, limit);
        return new Slice<>(
                page.items().stream().map(this::view).toList(), page.next(), page.total(), page.totalIsExact());
    }

    /** The one that the caller uploaded last. */
    public Optional<ImportView> latest() {
        requireRight();
        return table.page(callers.current().login(), Long.MAX_VALUE, 1).items().stream()
                .findFirst()
                .map(this::view);
    }

    /** @throws BusinessException NOT_FOUND for one of somebody else */
    public ImportView get(long id) {
        return view(own(id));
    }

    private ImportTable.Kept own(long id) {
        requireRight();
        return table.find(id)
                .filter(kept -> isOpenTo(callers.current(), kept))
                .orElseThrow(() -> BusinessException.notFound("import", id));
    }

    private static boolean isOpenTo(Caller caller, ImportTable.Kept kept) {
        return caller.has(Role.ADMINISTRATOR) || kept.createdBy().equals(caller.login());
    }

    private ImportView view(ImportTable.Kept kept) {
        var run = kept.runId() == null ? null : jobs.follow(kept.runId());
        var status = Status.of(kept.phase(), run);
        return new ImportView(
                kept.id(),
                kept.version(),
                kept.fileName(),
                kept.size(),
                kept.rows(),
                kept.header(),
                kept.sample(),
                kept.settings(),
                status,
                status == Status.MAPPING ? Map.of() : rows.counts(kept.id()),
                run,
                kept.createdBy(),
                kept.createdAt());
    }

    /** The sheets of a workbook; none of any other file. */
    public List<String> sheets(long id) {
        var kept = own(id);
        if (kept.settings().format().kind() != Kind.XLSX) {
            return List.of();
        }
        return files.with(id, path -> TableFile.sheets(path, kept.settings().format()));
    }

    /**
     * Replaces what is said of the file. What a simulation has found is void then.
     *
     * @throws BusinessException INVALID with every violation; STALE with the version; CONFLICT once it has been run
     */
    public ImportView change(long id, long version, ImportSettings wanted) {
        var kept = requireOpen(id, version);
        var format = format(kept.settings().format(), wanted.format());
        boolean reread = !format.equals(kept.settings().format());
        var look = reread
                ? files.with(id, path -> FileLook.at(path, format))
                : new FileLook(format, kept.header(), kept.sample(), kept.rows());
        var columns = reread && !look.header().equals(kept.header())
                ? new HeaderGuess(fields.all()).guess(look.header())
                : wanted.columns();
        var keys = columns == wanted.columns() ? wanted.keys() : keys(columns);
        var said = new ImportSettings(format, columns, keys, wanted.mode(), wanted.blank(), wanted.types());
        table.change(id, version, look, new SettingsCheck(fields.all()).check(said, look.header(), types()));
        return get(id);
    }

    private List<String> types() {
        return db.call(handle -> handle.createQuery("select code from tier_type where active")
                .mapTo(String.class)
                .list());
    }

    /** What the file is cannot be changed, only how it is read. */
    private static FileFormat format(FileFormat is, FileFormat wanted) {
        if (wanted == null) {
            return is;
        }
        var checks = new Checks()
                .holds(
                        wanted.kind() == null || wanted.kind() == is.kind(),
                        "format.kind",
                        "immutable",
                        is.kind().name());
        if (is.kind() == Kind.XLSX) {
            checks.text("format.sheet", wanted.sheet()).refuse();
            return new FileFormat(Kind.XLSX, null, null, wanted.sheet() == null ? is.sheet() : wanted.sheet());
        }
        var encoding = wanted.encoding() == null ? is.encoding() : wanted.encoding();
        var separator = wanted.separator() == null ? is.separator() : wanted.separator();
        checks.oneOf("format.encoding", encoding, TableFile.encodings())
                .oneOf("format.separator", separator, Set.copyOf(TableFile.separators()))
                .refuse();
        return new FileFormat(Kind.CSV, encoding, separator, null);
    }

    /**
     * Plans every row as a run of its own; what an earlier simulation said is forgotten.
     *
     * @throws BusinessException CONFLICT once it has been run, or while another simulation is under way
     */
    public ImportView simulate(long id, long version) {
        var kept = requireOpen(id, version);
        new SettingsCheck(fields.all()).check(kept.settings(), kept.header(), types());
        return start(kept, Phase.SIMULATION);
    }

    /**
     * Writes exactly what the simulation has said.
     *
     * @throws BusinessException CONFLICT without a finished simulation, or while another import is under way
     */
    public ImportView run(long id, long version) {
        var kept = requireVersion(id, version);
        if (view(kept).status() != Status.SIMULATED) {
            throw new BusinessException(CONFLICT, "import-not-simulated");
        }
        return start(kept, Phase.RUN);
    }

    /**
     * Takes back what was written: created tiers are removed, changed values restored; a row that somebody has touched since stays.
     *
     * @throws BusinessException CONFLICT when nothing was written
     */
    public ImportView revert(long id, long version) {
        var kept = requireVersion(id, version);
        if (!view(kept).status().isRevertible()) {
            throw new BusinessException(CONFLICT, "import-not-run");
        }
        return start(kept, Phase.REVERT);
    }

    private ImportView start(ImportTable.Kept kept, Phase phase) {
        var run = jobs.begin(
                phase.job(), ImportJob.parameters(kept.id(), callers.current().login()));
        table.started(kept.id(), kept.version(), phase, run.id());
        return get(kept.id());
    }

    /** Lets a stopped or failed run go on where it was. */
    public ImportView resume(long id) {
        jobs.resume(runOf(id));
        return get(id);
    }

    /** Asks the run to stop; it does within a few rows. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImportView stop(long id) {
        jobs.halt(runOf(id));
        return get(id);
    }

    private long runOf(long id) {
        return Optional.ofNullable(own(id).runId())
                .orElseThrow(() -> new BusinessException(CONFLICT, "import-not-simulated"));
    }

    /** Forgets the file and the report; the tiers stay. */
    public void delete(long id, long version) {
        var kept = requireVersion(id, version);
        if (view(kept).status().isActive()) {
            throw new BusinessException(CONFLICT, "import-under-way");
        }
        table.delete(id, version);
    }

    private ImportTable.Kept requireVersion(long id, long version) {
        var kept = own(id);
        if (kept.version() != version) {
            throw BusinessException.stale("import", id);
        }
        return kept;
    }

    private ImportTable.Kept requireOpen(long id, long version) {
        var kept = requireVersion(id, version);
        var status = view(kept).status();
        if (status.isActive()) {
            throw new BusinessException(CONFLICT, "import-under-way");
        }
        if (!status.isOpen()) {
            throw new BusinessException(CONFLICT, "import-already-run");
        }
        return kept;
    }

    /**
     * The rows and what becomes of them, in the order of the file.
     *
     * @param result a result, NOT_WRITTEN (errors, duplicates, changed meanwhile), REVERTED or KEPT; null for all
     * @param after number of the last row of the page before
     * @throws BusinessException INVALID for an unknown result
     */
    public Slice<RowView> rows(long id, String result, int after, int limit) {
        own(id);
        if (result != null && !FILTERS.contains(result)) {
            throw BusinessException.invalid("result", "unknown-value", result);
        }
        var page = rows.page(id, result, after, limit);
        var names = names(page.items());
        return new Slice<>(
                page.items().stream().map(row -> view(row, names)).toList(),
                page.next(),
                page.total(),
                page.totalIsExact());
    }

    private record Name(String code, String name) {}

    private Map<Long, Name> names(List<RowText> page) {
        var ids = page.stream()
                .filter(row -> row.plan() != null && row.plan().tierId() != null)
                .map(row -> row.plan().tierId())
                .toList();
        var names = new HashMap<Long, Name>();
        var visibility = Visibility.of(callers.current());
        db.run(handle -> visibility
                .bind(handle.createQuery("select t.id, t.code, t.name from tier t where t.id = any(:ids) and "
                        + visibility.predicate("t")))
                .bindArray("ids", Long.class, ids)
                .map((row, context) ->
                        names.put(row.getLong("id"), new Name(row.getString("code"), row.getString("name"))))
                .list());
        return names;
    }

    private static RowView view(RowText row, Map<Long, Name> names) {
        var plan = row.plan();
        var tier = plan == null ? null : plan.tierId();
        var name = names.get(tier);
        return new RowView(
                row.number(),
                plan == null ? null : plan.result(),
                row.state(),
                name == null ? null : tier,
                name == null ? null : name.code(),
                name == null ? null : name.name(),
                plan == null ? List.of() : plan.changes(),
                plan == null ? List.of() : plan.problems(),
                row.cells());
    }
}
