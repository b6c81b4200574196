package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportSettings.Blank;
import fr.tiers.exchange.ImportSettings.Mode;
import fr.tiers.exchange.ImportView;
import fr.tiers.exchange.Imports;
import fr.tiers.exchange.Mappings;
import fr.tiers.exchange.RowView;
import fr.tiers.exchange.SavedMapping;
import fr.tiers.exchange.file.TableFile;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One import: what the columns mean, what the simulation says of each row, the run and its way back. */
@Named("importPage")
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    private final Imports imports;
    private final Mappings mappings;
    private final Refusals refusals;
    private String idText;
    private String latest;
    private String result;
    private String after;
    private ImportView view;
    private MappingDraft draft;
    private String savedId;
    private String mappingName;
    private transient Slice<RowView> rows;
    private transient List<SavedMapping> saved;
    private transient List<String> sheets;

    protected ImportPage() {
        this(null, null, null);
    }

    @Inject
    public ImportPage(Imports imports, Mappings mappings, Refusals refusals) {
        this.imports = imports;
        this.mappings = mappings;
        this.refusals = refusals;
    }

    /** After an upload the latest import is wanted, whose number the browser does not know. Answers 404 for one of somebody else. */
    public void load() {
        Refusals.refusalOf(() -> {
                    view = latest != null
                            ? imports.latest().orElseThrow(() -> BusinessException.notFound("import", "latest"))
                            : imports.get(Params.id("import", String.valueOf(idText)));
                    edit();
                })
                .ifPresent(refusal ->
                        Faces.responseSendError(refusal.kind() == Kind.FORBIDDEN ? 403 : 404, refusal.code()));
    }

    private void edit() {
        draft = new MappingDraft(view, view.settings());
    }

    /** The file is read in the way that is chosen now. */
    public void reread() {
        refusals.guard(() -> {
            view = imports.change(view.id(), view.version(), draft.settings());
            edit();
        });
    }

    public String simulate() {
        return started(() -> {
            view = imports.change(view.id(), view.version(), draft.settings());
            imports.simulate(view.id(), view.version());
        });
    }

    public String run() {
        return started(() -> imports.run(view.id(), view.version()));
    }

    public String revert() {
        return started(() -> imports.revert(view.id(), view.version()));
    }

    public String stop() {
        return started(() -> imports.stop(view.id()));
    }

    public String resume() {
        return started(() -> imports.resume(view.id()));
    }

    /** The run has come to its end. */
    public String refresh() {
        return here();
    }

    private String started(Runnable start) {
        return refusals.guard(start) ? here() : null;
    }

    private String here() {
        return "/exchange/view.xhtml?faces-redirect=true&id=" + view.id();
    }

    public String delete() {
        if (!refusals.guard(() -> imports.delete(view.id(), view.version()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("exchange.deleted"));
        return "/exchange/import.xhtml?faces-redirect=true";
    }

    /** Fills the columns in as a kept mapping says. */
    public void apply() {
        if (savedId != null && !savedId.isEmpty()) {
            refusals.guard(() -> {
                var chosen = mappings.get(Params.id("import-mapping", savedId));
                draft = new MappingDraft(view, chosen.over(draft.settings()));
                mappingName = chosen.name();
            });
        }
    }

    public void saveMapping() {
        refusals.guard(() -> {
            var kept = mappings.save(mappingName, draft.settings());
            savedId = String.valueOf(kept.id());
            Messages.addGlobalInfo(Functions.text1("exchange.mapping.keptAs", kept.name()));
        });
        saved = null;
    }

    public void deleteMapping() {
        if (savedId != null && !savedId.isEmpty()) {
            refusals.guard(() -> {
                var chosen = mappings.get(Params.id("import-mapping", savedId));
                mappings.delete(chosen.id(), chosen.version());
                savedId = null;
                Messages.addGlobalInfo(Functions.text("exchange.mapping.deleted"));
            });
            saved = null;
        }
    }

    public boolean isFound() {
        return view != null;
    }

    public ImportView getView() {
        return view;
    }

    public MappingDraft getDraft() {
        return draft;
    }

    /** Rows of the chosen kind; everything when the kind is none. */
    public Slice<RowView> getRows() {
        if (rows == null) {
            var known = after != null && after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
            Refusals.refusalOf(() -> rows = imports.rows(view.id(), result, known, PAGE))
                    .ifPresent(refusal -> rows = imports.rows(view.id(), null, 0, PAGE));
        }
        return rows;
    }

    /** Tiers that the run will write. */
    public long getPlanned() {
        return view.count("CREATED") + view.count("UPDATED");
    }

    /** Whether there are rows that the error file holds. */
    public boolean isAnythingLeft() {
        return view.count("ERROR") + view.count("DUPLICATE") + view.count("CHANGED") > 0;
    }

    public List<SavedMapping> getSaved() {
        if (saved == null) {
            saved = mappings.list();
        }
        return saved;
    }

    public List<String> getSheets() {
        if (sheets == null) {
            sheets = imports.sheets(view.id());
        }
        return sheets;
    }

    public Collection<String> getEncodings() {
        return TableFile.encodings();
    }

    public Mode[] getModes() {
        return Mode.values();
    }

    public Blank[] getBlanks() {
        return Blank.values();
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getLatest() {
        return latest;
    }

    public void setLatest(String latest) {
        this.latest = latest;
    }

    public String getResult() {
        return result;
    }

    public void setResult(String result) {
        this.result = result == null || result.isBlank() ? null : result;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getSavedId() {
        return savedId;
    }

    public void setSavedId(String savedId) {
        this.savedId = savedId;
    }

    public String getMappingName() {
        return mappingName;
    }

    public void setMappingName(String mappingName) {
        this.mappingName = mappingName;
    }
}
