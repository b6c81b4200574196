package fr.tiers.map.web;

import fr.tiers.map.MapTiles;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Lets the page of the map, and no other, show pictures of the one host that an administrator has chosen for its ground. */
public class TilesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String PICTURES = "img-src 'self'";

    @Inject
    private transient MapTiles tiles;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = request.getUserPrincipal() == null ? "" : tiles.origin();
        chain.doFilter(request, origin.isEmpty() ? response : new Opened(response, origin));
    }

    /** The policy with one more source of pictures. */
    private static final class Opened extends HttpServletResponseWrapper {

        private final String origin;

        Opened(HttpServletResponse response, String origin) {
            super(response);
            this.origin = origin;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, opened(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, opened(name, value));
        }

        private String opened(String name, String value) {
            return POLICY.equalsIgnoreCase(name) && value != null
                    ? value.replace(PICTURES, PICTURES + ' ' + origin)
                    : value;
        }
    }
}
