package fr.tiers.tier.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.ParameterPrefix;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.web.TagFilterParams;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierColumnFilter;
import fr.tiers.tier.TierFilter;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters that every list of tiers takes. */
public class TierFilterParams extends TagFilterParams {

    @QueryParam("q")
    @Parameter(
            description = "words or parts of words, accents and case ignored; a SIREN, SIRET or phone in any grouping")
    private String q;

    @QueryParam("type")
    @Parameter(description = "code of a tier type; repeat it for any of several")
    private List<String> type;

    @QueryParam("status")
    @Parameter(description = "ACTIVE or CLOSED")
    private String status;

    @QueryParam("salesUnit")
    @Parameter(description = "code of a sales unit: it and all units below it")
    private String salesUnit;

    @QueryParam("owner")
    @Parameter(description = "login of the account owner")
    private String owner;

    @QueryParam("agency")
    @Parameter(description = "code of an agency")
    private String agency;

    @QueryParam("city")
    private String city;

    @QueryParam("postalCode")
    @Parameter(description = "postal code or its beginning")
    private String postalCode;

    @QueryParam("ape")
    @Parameter(description = "NAF code or its beginning")
    private String ape;

    @QueryParam("blocked")
    private String blocked;

    @QueryParam("updatedSince")
    @Parameter(description = "ISO 8601 date-time or date")
    private String updatedSince;

    @Context
    @ParameterPrefix(FieldFilter.PREFIX)
    private UriInfo uri;

    @Context
    @ParameterPrefix(TierColumnFilter.PREFIX)
    private UriInfo columns;

    @QueryParam("bbox")
    @Parameter(description = "a frame: west,south,east,north in degrees", example = "2.2,48.8,2.5,48.95")
    private String bbox;

    @QueryParam("near")
    @Parameter(
            description = "a place: latitude,longitude in degrees; `sort=distance` puts the nearest first",
            example = "45.76,4.84")
    private String near;

    @QueryParam("radius")
    @Parameter(description = "kilometres around `near`, up to 1000; 20 without", example = "15")
    private String radius;

    @QueryParam("polygon")
    @Parameter(
            description = "three to a hundred corners: longitude,latitude,longitude,latitude,…",
            example = "4.7,45.7,4.9,45.7,4.8,45.8")
    private String polygon;

    @QueryParam("located")
    @Parameter(description = "false: only tiers without coordinates; true: only those with")
    private String located;

    @QueryParam("qualityMin")
    @Parameter(description = "lowest quality score")
    private String qualityMin;

    @QueryParam("qualityMax")
    @Parameter(description = "highest quality score")
    private String qualityMax;

    /** @throws BusinessException INVALID naming the parameter that is not understood */
    public TierFilter filter() {
        if (status != null && !Set.of("ACTIVE", "CLOSED").contains(status)) {
            throw BusinessException.invalid("status", "unknown-value", status);
        }
        type.forEach(code -> Params.text("type", code));
        return TierFilter.builder()
                .q(Params.text("q", q))
                .types(type)
                .status(status)
                .salesUnit(Params.text("salesUnit", salesUnit))
                .owner(Params.text("owner", owner))
                .agency(Params.text("agency", agency))
                .city(Params.text("city", city))
                .postalCode(Params.text("postalCode", postalCode))
                .ape(Params.text("ape", ape))
                .blocked(Params.bool("blocked", blocked))
                .updatedSince(Params.instant("updatedSince", updatedSince))
                .area(TierArea.parse(uri.getQueryParameters()))
                .quality(score("qualityMin", qualityMin), score("qualityMax", qualityMax))
                .tags(tagged())
                .custom(FieldFilter.parse(uri.getQueryParameters()))
                .columns(TierColumnFilter.parse(columns.getQueryParameters()))
                .build();
    }

    private static Integer score(String name, String text) {
        var number = Params.number(name, text);
        if (number != null && number > 10_000) {
            throw BusinessException.invalid(name, "out-of-range", 0, 10_000);
        }
        return number == null ? null : number.intValue();
    }
}
