package fr.tiers.kernel.web;

import fr.tiers.access.AccessTokens;
import fr.tiers.access.LiveRights;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Violation;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What every request must fulfil before its resource sees it: a known caller, a token that is still welcome and has the scope, no query
 * parameter that the operation does not know, no body over 1 MiB (files apart: {@link Upload}), no character set that nobody knows.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RequestRules implements ContainerRequestFilter {

    private static final int MAX_BODY = 1 << 20;
    private static final String BEARER = "bearer ";
    private static final Pattern JTI = Pattern.compile("\"jti\"\\s*:\\s*\"([0-9a-fA-F-]{36})\"");
    private static final Pattern EXTRANET =
            Pattern.compile("/?(me|tiers|tiers/\\d{1,18}|tiers/\\d{1,18}/addresses|addresses/\\d{1,18}|search)/?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Map<Method, Set<String>> PARAMETERS = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Inject
    private AccessTokens tokens;

    @Inject
    private LiveRights rights;

    @Inject
    private Source source;

    @Inject
    private Answers answers;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() == null) {
            throw new NotAuthorizedException("Bearer realm=\"tiers\"");
        }
        source.set("API");
        answers.about(request);
        requireScope(request);
        keepExtranetOut(request);
        refuseUnknownParameters(request);
        if (!resource.getResourceMethod().isAnnotationPresent(Upload.class)) {
            limitBody(request);
        }
        requireKnownCharset(request);
    }

    private void requireScope(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(java.util.Locale.ROOT).startsWith(BEARER)) {
            return;
        }
        Set<String> scopes;
        try {
            scopes = tokens.scopesOf(tokenId(header.substring(BEARER.length()).strip()));
        } catch (BusinessException e) {
            throw new NotAuthorizedException("Bearer realm=\"tiers\", error=\"invalid_token\"");
        }
        var needed = READING.contains(request.getMethod()) ? AccessTokens.READ : AccessTokens.WRITE;
        if (!scopes.contains(needed)) {
            throw new BusinessException(Kind.FORBIDDEN, "token-scope", needed);
        }
    }

    /** An extranet user reads the tiers and sites that were granted; everything else of the house does not exist for that user. */
    private void keepExtranetOut(ContainerRequestContext request) {
        if (rights.isExtranet()
                && !(READING.contains(request.getMethod())
                        && EXTRANET.matcher(request.getUriInfo().getPath(true)).matches())) {
            throw BusinessException.notFound("path", request.getUriInfo().getPath(true));
        }
    }

    /** The security domain has verified signature and claims before; only the identifier is still wanted. */
    private static UUID tokenId(String token) {
        try {
            var payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
            var match = JTI.matcher(payload);
            if (match.find()) {
                return UUID.fromString(match.group(1));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // no token of ours
        }
        throw new NotAuthorizedException("Bearer realm=\"tiers\", error=\"invalid_token\"");
    }

    private void refuseUnknownParameters(ContainerRequestContext request) {
        var known = PARAMETERS.computeIfAbsent(resource.getResourceMethod(), RequestRules::parameters);
        var unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name)
                        && known.stream()
                                .noneMatch(each ->
                                        each.endsWith("*") && name.startsWith(each.substring(0, each.length() - 1))))
                .sorted()
                .map(name -> new Violation(name, "unknown-parameter"))
                .toList();
        if (!unknown.isEmpty()) {
            throw BusinessException.invalid(unknown);
        }
    }

    private static Set<String> parameters(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var type = parameter.getType(); type != null; type = type.getSuperclass()) {
                    for (var field : type.getDeclaredFields()) {
                        if (field.isAnnotationPresent(ParameterPrefix.class)) {
                            names.add(field.getAnnotation(ParameterPrefix.class).value() + '*');
                        }
                        if (field.isAnnotationPresent(QueryParam.class)) {
                            names.add(field.getAnnotation(QueryParam.class).value());
                        }
                    }
                }
            }
        }
        return names;
    }

    private static void requireKnownCharset(ContainerRequestContext request) {
        var type = request.getMediaType();
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            if (charset != null && !Charset.isSupported(charset)) {
                throw new NotSupportedException();
            }
        } catch (IllegalCharsetNameException e) {
            throw new NotSupportedException(e);
        }
    }

    private static void limitBody(ContainerRequestContext request) {
        if (request.getLength() > MAX_BODY) {
            throw new WebApplicationException(413);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), MAX_BODY));
        }
    }
}
