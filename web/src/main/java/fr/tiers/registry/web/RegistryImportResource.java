package fr.tiers.registry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.registry.ImportedTier;
import fr.tiers.registry.RegistryImport;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.TierView;
import fr.tiers.tier.web.DuplicateParams;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tiers created from the official directory. */
@Path("tiers/import-from-registry")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class RegistryImportResource {

    @Inject
    private RegistryImport imports;

    @Inject
    private Answers answers;

    /**
     * What to create.
     *
     * @param siret in any grouping
     * @param types the usual type when absent
     * @param owner login; by the rules of creation when absent
     * @param salesUnit code; by the rules of creation when absent
     */
    public record Wish(String siret, List<String> types, String owner, String salesUnit) {}

    /** The new tier, and whom it may be the same company as. */
    public record Imported(@JsonUnwrapped TierView tier, List<DuplicateCandidate> sameCompany) {
        static Imported of(ImportedTier imported) {
            return new Imported(imported.tier(), imported.sameCompany());
        }
    }

    @POST
    @Operation(
            summary = "Creates a tier from the official directory",
            description =
                    "The SIRET is enough: name, address, APE code, legal form and VAT number come from the directory.")
    @RequestBody(
            required = true,
            content =
                    @Content(schema = @Schema(implementation = Wish.class), example = "{\"siret\":\"73282932000074\"}"))
    @APIResponse(
            responseCode = "201",
            description = "created; Location names it; sameCompany lists tiers with the same SIREN",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "400", description = "not a SIRET, or a field that cannot be kept")
    @APIResponse(responseCode = "404", description = "the SIRET is not in the directory")
    @APIResponse(
            responseCode = "409",
            description =
                    "the SIRET is a tier's already; candidates say which. ?allowDuplicate=true with a duplicateReason insists")
    @APIResponse(responseCode = "422", description = "the Idempotency-Key came with another request before")
    @APIResponse(responseCode = "503", description = "the directory does not answer, or its quota is used up")
    public Response create(@BeanParam DuplicateParams duplicate, String body) {
        var consent = duplicate.consent();
        return answers.once(body, () -> {
            var wish = Json.read(body, Wish.class);
            if (wish.siret() == null) {
                throw BusinessException.invalid("siret", "required");
            }
            var wanted = new RegistryImport.Wanted(wish.types(), wish.owner(), wish.salesUnit());
            var imported = imports.importCompany(wish.siret(), wanted, consent);
            var tier = imported.tier();
            return answers.created("tiers/" + tier.id(), Imported.of(imported), tier.version());
        });
    }
}
