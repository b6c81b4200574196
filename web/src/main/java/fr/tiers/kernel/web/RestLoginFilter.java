package fr.tiers.kernel.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Wrong credentials on a REST call: the server would show the login form, since that is the last mechanism it knows; a program gets
 * its 401 as a problem instead. Mapped to the login page, for forwards.
 */
public class RestLoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Texts texts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        if (!asked.startsWith(request.getContextPath() + "/api/")) {
            chain.doFilter(request, response);
            return;
        }
        // the form would want to come back to this request later; a program has no use for the session that keeps it
        var session = request.getSession(false);
        if (session != null && session.isNew()) {
            session.invalidate();
        }
        var locale =
                request.getHeader("Accept-Language") == null ? Locale.FRENCH : Problem.language(request.getLocale());
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"tiers\"");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(Problem.of(401, "http-401", texts, locale, List.of(), List.of())));
    }
}
