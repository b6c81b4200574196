package fr.tiers.access.web;

import fr.tiers.access.LiveRights;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends the session of somebody whose account was closed or whose roles were changed since signing in: the next page asks to sign in
 * again. Static files are not asked about.
 */
public class LiveRightsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LiveRights rights;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() == null || isStatic(request) || rights.areCurrent()) {
            chain.doFilter(request, response);
            return;
        }
        request.logout();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tiers\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + "/");
        }
    }

    private static boolean isStatic(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/jakarta.faces.resource/");
    }
}
