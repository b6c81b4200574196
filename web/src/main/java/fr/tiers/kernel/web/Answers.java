package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Idempotency;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Builds answers the way the contract wants them: ETag and 304, If-Match, Link headers, Idempotency-Key. */
@RequestScoped
public class Answers {

    private static final int PRECONDITION_REQUIRED = 428;

    private ContainerRequestContext request;

    @Inject
    private Idempotency idempotency;

    /** Told by {@link RequestRules} before the resource runs: only JAX-RS's own components can have the request injected. */
    void about(ContainerRequestContext current) {
        request = current;
    }

    /** A list without pages. */
    public record Items<T>(List<T> items) {}

    /** A list as the contract has it. */
    public record Page<T>(List<T> items, String next, long total, boolean totalIsExact) {}

    public Response page(Slice<?> slice) {
        var response = Response.ok(new Page<>(slice.items(), slice.next(), slice.total(), slice.totalIsExact()));
        if (slice.next() != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("after", slice.next())
                    .build();
            response.link(next, "next");
        }
        return response.build();
    }

    /** A read with its ETag; 304 when the client has this version already. */
    public Response read(Object entity, long version) {
        var tag = tag(version);
        var unchanged = request.getRequest().evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(entity) : unchanged).tag(tag).build();
    }

    /** A read of something that changes with other things too and has no version of its own: the ETag is that of its content. */
    public Response read(Object entity) {
        var body = Json.write(entity);
        var tag = new EntityTag(digest(body).substring(0, 32));
        var unchanged = request.getRequest().evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE) : unchanged)
                .tag(tag)
                .build();
    }

    /** The answer to a change: the new state with its new ETag. */
    public Response changed(Object entity, long version) {
        return Response.ok(entity).tag(tag(version)).build();
    }

    /**
     * @return the version the client says it has read
     * @throws WebApplicationException 428 when If-Match is missing
     * @throws BusinessException STALE for a tag that was never ours
     */
    public long requiredVersion(String what, Object id) {
        var header = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            throw new WebApplicationException(PRECONDITION_REQUIRED);
        }
        var text = header.strip();
        if (!text.matches("\"\\d{1,18}\"")) {
            throw BusinessException.stale(what, id);
        }
        return Long.parseLong(text.substring(1, text.length() - 1));
    }

    /**
     * Does a POST, once per Idempotency-Key when the client sent one.
     *
     * @param body as it came in: part of what makes two requests the same
     */
    public Response once(String body, Supplier<Idempotency.Answer> effect) {
        var key = request.getHeaderString("Idempotency-Key");
        var answer = key == null ? effect.get() : idempotency.once(key, fingerprint(body), effect);
        var response = Response.status(answer.status());
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.etag() != null) {
            response.tag(answer.etag());
        }
        return response.build();
    }

    /** 201 with Location (relative to the API's root), ETag and the new thing. */
    public Idempotency.Answer created(String path, Object entity, Long version) {
        var location =
                request.getUriInfo().getBaseUriBuilder().path(path).build().toString();
        return new Idempotency.Answer(
                201, location, version == null ? null : String.valueOf(version), Json.write(entity));
    }

    /** 201 for a POST to a collection: Location is the collection's own address with the id behind it. */
    public Idempotency.Answer createdBelow(Object id, Object entity, Long version) {
        return created(request.getUriInfo().getPath() + '/' + id, entity, version);
    }

    /** Whether the caller came with an access token rather than a password or a session. */
    public boolean byToken() {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "bearer ", 0, 7);
    }

    /** @param path relative to the API's root */
    public URI location(String path) {
        return request.getUriInfo().getBaseUriBuilder().path(path).build();
    }

    public Idempotency.Answer done(int status, Object entity) {
        return new Idempotency.Answer(status, null, null, entity == null ? null : Json.write(entity));
    }

    /** As {@link #done(int, Object)}, with the ETag of what was changed. */
    public Idempotency.Answer done(int status, Object entity, long version) {
        return new Idempotency.Answer(status, null, String.valueOf(version), Json.write(entity));
    }

    private static EntityTag tag(long version) {
        return new EntityTag(String.valueOf(version));
    }

    private String fingerprint(String body) {
        var uri = request.getUriInfo().getRequestUri();
        return digest(request.getMethod()
                + ' '
                + uri.getRawPath()
                + '?'
                + uri.getRawQuery()
                + '\n'
                + (body == null ? "" : body));
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
