package fr.tiers.merge.web;

import fr.tiers.contact.MergedContacts;
import fr.tiers.tier.MergedTiers;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who reads a tier or a contact, or something of it, under an id that has become a part of another one is sent to the survivor (308). Only where the
 * answer would be 404. Not to be kept by anybody: a merge may be undone. A write was meant for something else: it stays a 404, with a link
 * to the survivor.
 */
@Provider
public class MergedRecordFilter implements ContainerResponseFilter {

    private static final int NOT_FOUND = 404;
    private static final int PERMANENT_REDIRECT = 308;
    private static final Pattern OF_RECORD = Pattern.compile("/?(tiers|contacts)/(\\d{1,18})(/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private MergedTiers tiers;

    @Inject
    private MergedContacts contacts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != NOT_FOUND) {
            return;
        }
        var uri = request.getUriInfo();
        var path = OF_RECORD.matcher(uri.getPath());
        if (!path.matches()) {
            return;
        }
        long id = Long.parseLong(path.group(2));
        var led = "tiers".equals(path.group(1)) ? tiers.survivor(id) : contacts.survivor(id);
        led.ifPresent(survivor -> {
            var rest = path.group(3) == null ? "" : path.group(3);
            var location = uri.getBaseUriBuilder()
                    .path(path.group(1) + '/' + survivor + rest)
                    .replaceQuery(uri.getRequestUri().getRawQuery())
                    .build();
            if (!READING.contains(request.getMethod())) {
                response.getHeaders().add(HttpHeaders.LINK, "<" + location + ">; rel=\"successor-version\"");
                return;
            }
            response.setStatus(PERMANENT_REDIRECT);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.setEntity(null);
        });
    }
}
