package fr.tiers.kernel.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Errors on REST calls that no resource sees: a header that cannot be read, a request that another site caused. The server would send
 * an HTML page; a program gets a problem.
 */
public class RestErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A weight that is none: RESTEasy would answer 500. */
    private static final Pattern WRONG_WEIGHT =
            Pattern.compile(";\\s*q\\s*=(?!\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)\\s*([,;]|$))");

    @Inject
    private transient Texts texts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var accept = request.getHeader("Accept");
        if (accept != null && WRONG_WEIGHT.matcher(accept).find()) {
            write(request, response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, new HttpServletResponseWrapper(response) {

            @Override
            public void sendError(int status) throws IOException {
                write(request, response, status);
            }

            @Override
            public void sendError(int status, String message) throws IOException {
                write(request, response, status);
            }
        });
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.write(Problem.of(status, name(status), texts, locale(request), List.of(), List.of())));
        response.flushBuffer();
    }

    private static String name(int status) {
        return status >= 500 ? "internal" : "http-" + status;
    }

    /** The header itself may be what cannot be read. */
    private static Locale locale(HttpServletRequest request) {
        var asked = request.getHeader("Accept-Language");
        return asked != null && asked.strip().startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
