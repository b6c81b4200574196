package fr.tiers.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Static files carry a version in their address and stay in the browser for a year; everything else is never kept. */
public class CacheControlFilter extends HttpFilter {

    static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    static final String NEVER = "no-store";
    private static final long serialVersionUID = 1L;
    private static final Pattern VERSION = Pattern.compile("(^|&)v=");
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", policy(request.getServletPath(), request.getQueryString()));
        chain.doFilter(request, response);
    }

    static String policy(String path, String query) {
        boolean versioned = query != null && VERSION.matcher(query).find();
        return path.startsWith(RESOURCES) && versioned ? FOR_A_YEAR : NEVER;
    }
}
