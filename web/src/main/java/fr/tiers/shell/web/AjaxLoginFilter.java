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
 * Answers an Ajax request whose session has ended. The server would send the login page as HTML, which the Faces
 * client cannot read, and would repeat the Ajax request after sign-in; instead the browser is told to load the page anew.
 */
public class AjaxLoginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object page = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (page == null || !"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter().write(redirect(page.toString()));
    }

    static String redirect(String page) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/></partial-response>"
                .formatted(page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
    }
}
