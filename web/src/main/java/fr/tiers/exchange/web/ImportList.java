package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportView;
import fr.tiers.exchange.Imports;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** The imports that were made, and where a new one begins. */
@Named("importList")
@RequestScoped
public class ImportList {

    private static final int PAGE = 25;

    private final Imports imports;
    private String after;
    private Slice<ImportView> slice;

    protected ImportList() {
        this(null);
    }

    @Inject
    public ImportList(Imports imports) {
        this.imports = imports;
    }

    /** Turns away whoever has not the right to import. */
    public void load() {
        boolean known = after != null && after.matches("\\d{1,18}");
        Refusals.refusalOf(() -> slice = imports.list(known ? Long.parseLong(after) : Long.MAX_VALUE, PAGE))
                .ifPresent(refusal ->
                        Faces.responseSendError(refusal.kind() == Kind.FORBIDDEN ? 403 : 404, refusal.code()));
    }

    public Slice<ImportView> getSlice() {
        return slice;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
