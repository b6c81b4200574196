package fr.tiers.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;

/** The page from which the browser came, if it was one of ours: forms that are opened from everywhere lead back there. */
public final class WayBack {

    private static final Pattern PAGE = Pattern.compile("(/[a-z-]+)+\\.xhtml(\\?.*)?");
    private static final String LOGIN = "/login.xhtml";

    private WayBack() {}

    /** @return the page with its query as the browser shows it, where the browser tells */
    static Optional<String> page(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        var own = CrossSiteFilter.origin(request) + request.getContextPath() + '/';
        return Optional.ofNullable(referer).filter(page -> page.startsWith(own));
    }

    /**
     * @param form page of the form itself, to which nothing leads back
     * @return path below the application with its query; null when the browser came from elsewhere
     */
    public static String of(HttpServletRequest request, String form) {
        var root = CrossSiteFilter.origin(request) + request.getContextPath();
        return page(request)
                .map(page -> page.substring(root.length()))
                .filter(path -> PAGE.matcher(path).matches())
                .filter(path -> !path.startsWith(form) && !path.startsWith(LOGIN))
                .orElse(null);
    }

    /** Leads back, and takes along what is to be told there. */
    public static void follow(String path) {
        try {
            Faces.getFlash().setRedirect(true);
            Faces.getExternalContext().redirect(Faces.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
