package fr.tiers.codelist.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.kernel.web.Json;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** A list whose entries have nothing special, over REST. */
public abstract class PlainListResource extends CodeListResource<PlainEntry> {

    private static final String EXAMPLE =
            "{\"code\":\"EXPORT\",\"labelFr\":\"Export\",\"labelEn\":\"Export\",\"position\":60,\"active\":true}";

    /**
     * What is sent of an entry.
     *
     * @param position 100 when absent
     * @param active true when absent
     */
    @Schema(name = "ListEntry")
    public record Body(String code, String labelFr, String labelEn, Integer position, Boolean active) {}

    @Override
    protected PlainEntry read(String text, long version) {
        var body = Json.read(text, Body.class);
        return new PlainEntry(
                body.code(),
                version,
                body.labelFr(),
                body.labelEn(),
                positionOr(body.position()),
                !Boolean.FALSE.equals(body.active()));
    }

    @Override
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    public Response create(String body) {
        return super.create(body);
    }

    @Override
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    public Response replace(String code, String body) {
        return super.replace(code, body);
    }
}
