package fr.tiers.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** Keeps the choices in two cookies of this browser: all there is before sign-in. */
@RequestScoped
public class CookiePreferences implements UserPreferences {

    private static final String LANGUAGE = "tiers.lang";
    private static final String THEME = "tiers.theme";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    private final HttpServletRequest request;

    protected CookiePreferences() {
        this(null);
    }

    @Inject
    public CookiePreferences(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Optional<Language> language() {
        return read(LANGUAGE).flatMap(Language::of);
    }

    @Override
    public Optional<Theme> theme() {
        return read(THEME).flatMap(Theme::of);
    }

    @Override
    public void keep(Language language) {
        write(LANGUAGE, language.getCode());
    }

    @Override
    public void keep(Theme theme) {
        write(THEME, theme.code());
    }

    private Optional<String> read(String name) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return Optional.ofNullable(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private void write(String name, String value) {
        Map<String, Object> attributes = Map.of(
                "path",
                request.getContextPath() + "/",
                "maxAge",
                ONE_YEAR,
                "httpOnly",
                true,
                "secure",
                request.isSecure(),
                "SameSite",
                "Lax");
        Faces.getExternalContext().addResponseCookie(name, value, attributes);
    }
}
