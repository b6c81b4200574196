package fr.tiers.map.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.map.MapView;
import fr.tiers.map.TierMap;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.web.TierFilterParams;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A list of tiers on the map. */
@Path("tiers/map")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class MapResource {

    private static final int DEEPEST = 22;

    @Inject
    private TierMap map;

    @GET
    @Operation(
            summary = "The tiers of a list on the map, as GeoJSON",
            description =
                    "The frame is bbox; the other filters are those of the list. Up to 400 tiers are points of their own with id, code, "
                            + "name, types, owner and lastVisit (the last meeting that took place); more are gathered by squares of 64 pixels: "
                            + "points with count and the square as bbox. A square that the frame cuts is counted whole.")
    @APIResponse(
            responseCode = "200",
            description =
                    "a FeatureCollection; number says how many tiers it shows, withoutCoordinates how many of the list cannot be shown "
                            + "anywhere (counting stops at 10 000)",
            content = @Content(schema = @Schema(implementation = GeoJson.class)))
    @APIResponse(responseCode = "400", description = "bbox or zoom is missing or cannot be read")
    public GeoJson map(
            @BeanParam TierFilterParams filter,
            @QueryParam("zoom") @Parameter(description = "zoom of web maps, 0 to 22", required = true, example = "6")
                    String zoom) {
        var wanted = filter.filter();
        var frame = wanted.area().frame();
        if (frame == null) {
            throw BusinessException.invalid(TierArea.BBOX, "required");
        }
        if (frame.west() >= frame.east() || frame.south() >= frame.north()) {
            throw BusinessException.invalid(TierArea.BBOX, "wrong-type");
        }
        MapView view = map.look(wanted, frame, zoom(zoom));
        return GeoJson.of(view, map.unplaced(wanted));
    }

    private static int zoom(String text) {
        if (text == null) {
            throw BusinessException.invalid("zoom", "required");
        }
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > DEEPEST) {
            throw BusinessException.invalid("zoom", "out-of-range", 0, DEEPEST);
        }
        return Integer.parseInt(text);
    }
}
