package fr.tiers.tier.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.ParameterPrefix;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.web.TagFilterParams;
import fr.tiers.tier.TierColumnFilter;
import fr.tiers.tier.TierFilter;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
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
    @Parameter(description = "west,south,east,north in degrees")
    private String bbox;

    @QueryParam("qualityMin")
    @Parameter(description = "lowest quality score")
    private String qualityMin;

    @QueryParam("qualityMax")
    @Parameter(description = "highest quality score")
    private String qualityMax;

    TierFilter filter() {
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
                .bounds(bounds())
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

    private TierFilter.Bounds bounds() {
        if (bbox == null) {
            return null;
        }
        if (!bbox.matches("-?\\d{1,3}(\\.\\d{1,15})?(,-?\\d{1,3}(\\.\\d{1,15})?){3}")) {
            throw BusinessException.invalid("bbox", "wrong-type");
        }
        var edges =
                Arrays.stream(bbox.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new TierFilter.Bounds(edges[0], edges[1], edges[2], edges[3]);
    }
}
