package fr.tiers.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Stands before the login page when the server shows it in the place of another one. The server keeps the interrupted
 * request and repeats it after sign-in: right for a GET, wrong for a POST, whose view is gone and which may be no more
 * than the farewell of a page. And an Ajax request cannot read HTML: its answer tells the browser to load the page anew.
 */
public class LoginPageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SIGN_IN = "/j_security_check";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"GET".equals(request.getMethod()) && !isSignIn(request)) {
            forget(request.getSession(false));
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write(redirect(page(request)));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A wrong password is shown on the login page too, and must not lose where the person wanted to go. */
    private static boolean isSignIn(HttpServletRequest request) {
        return interrupted(request).endsWith(SIGN_IN);
    }

    private static String interrupted(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI).toString();
    }

    /** The page with its query as the browser shows it, where the browser tells; else the address it posted to. */
    private static String page(HttpServletRequest request) {
        return WayBack.page(request).orElseGet(() -> interrupted(request));
    }

    /** Nobody is signed in to this session yet: all it holds is the request. */
    private static void forget(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }

    static String redirect(String page) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/></partial-response>"
                .formatted(page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
    }
}
