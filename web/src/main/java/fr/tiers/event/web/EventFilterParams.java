package fr.tiers.event.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.event.EventFilter;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.ParameterPrefix;
import fr.tiers.kernel.web.Params;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the list of events; all of them must hold. */
public class EventFilterParams {

    @QueryParam("q")
    @Parameter(description = "words of the subject or of searchable custom fields")
    private String q;

    @QueryParam("tier")
    @Parameter(description = "id of the tier")
    private String tier;

    @QueryParam("contact")
    @Parameter(description = "id of a contact whom it is about, or who takes part")
    private String contact;

    @QueryParam("address")
    @Parameter(description = "id of the address")
    private String address;

    @QueryParam("type")
    @Parameter(description = "code of the type")
    private String type;

    @QueryParam("kind")
    @Parameter(description = "CALL, EMAIL, NOTE, MEETING or TASK")
    private String kind;

    @QueryParam("state")
    @Parameter(description = "PLANNED, IN_PROGRESS, DONE or CANCELLED")
    private String state;

    @QueryParam("open")
    @Parameter(description = "true: what is planned or in progress")
    private String open;

    @QueryParam("author")
    @Parameter(description = "login")
    private String author;

    @QueryParam("assignee")
    @Parameter(description = "login")
    private String assignee;

    @QueryParam("unassigned")
    @Parameter(description = "true: what nobody has taken yet")
    private String unassigned;

    @QueryParam("group")
    @Parameter(description = "code of the group that has it")
    private String group;

    @QueryParam("from")
    @Parameter(description = "start not before this instant or day")
    private String from;

    @QueryParam("to")
    @Parameter(description = "start before this instant or day")
    private String to;

    @QueryParam("dueTo")
    @Parameter(description = "tasks due on this day or before")
    private String dueTo;

    @Context
    @ParameterPrefix(FieldFilter.PREFIX)
    private UriInfo uri;

    EventFilter filter() {
        return new EventFilter(
                Params.text("q", q),
                Params.number("tier", tier),
                Params.number("contact", contact),
                Params.number("address", address),
                Params.text("type", type),
                one("kind", EventKind.values(), kind),
                one("state", EventState.values(), state),
                Params.bool("open", open),
                Params.text("author", author),
                Params.text("assignee", assignee),
                Params.bool("unassigned", unassigned),
                Params.text("group", group),
                Params.instant("from", from),
                Params.instant("to", to),
                dueTo == null ? null : Params.day("dueTo", dueTo),
                FieldFilter.parse(uri.getQueryParameters()));
    }

    private static <E extends Enum<E>> E one(String name, E[] all, String given) {
        var text = Params.text(name, given);
        return text == null
                ? null
                : Stream.of(all)
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> BusinessException.invalid(name, "unknown-value", text));
    }
}
