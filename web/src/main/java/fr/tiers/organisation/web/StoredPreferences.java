package fr.tiers.organisation.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.organisation.UserRow;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.CookiePreferences;
import fr.tiers.shell.web.Language;
import fr.tiers.shell.web.Theme;
import fr.tiers.shell.web.UserPreferences;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Keeps a signed-in user's choices in the database, so that they hold on every device; before sign-in there is the cookie, which gets
 * them too, for the next sign-in page. Read once per session.
 */
@Alternative
@Priority(1)
@RequestScoped
public class StoredPreferences implements UserPreferences {

    private static final String LANGUAGE = "tiers.language";
    private static final String THEME = "tiers.theme";

    private final HttpServletRequest request;
    private final CookiePreferences cookies;
    private final Users users;

    protected StoredPreferences() {
        this(null, null, null);
    }

    @Inject
    public StoredPreferences(HttpServletRequest request, CookiePreferences cookies, Users users) {
        this.request = request;
        this.cookies = cookies;
        this.users = users;
    }

    @Override
    public Optional<Language> language() {
        return kept(LANGUAGE).flatMap(Language::of).or(cookies::language);
    }

    @Override
    public Optional<Theme> theme() {
        return kept(THEME).flatMap(Theme::of).or(cookies::theme);
    }

    @Override
    public void keep(Language language) {
        cookies.keep(language);
        store(LANGUAGE, language.getCode(), () -> users.changePreferences(language.getCode(), null));
    }

    @Override
    public void keep(Theme theme) {
        cookies.keep(theme);
        store(THEME, theme.code(), () -> users.changePreferences(null, theme.code()));
    }

    private Optional<String> kept(String name) {
        var session = request.getSession(false);
        if (session == null || request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        if (session.getAttribute(LANGUAGE) == null) {
            me().ifPresent(user -> {
                session.setAttribute(LANGUAGE, user.language());
                session.setAttribute(THEME, user.theme());
            });
        }
        return Optional.ofNullable((String) session.getAttribute(name));
    }

    /** Nobody for a principal that the database does not know, or no longer: the services refuse such a one anyway. */
    private Optional<UserRow> me() {
        try {
            return Optional.of(users.me());
        } catch (BusinessException e) {
            return Optional.empty();
        }
    }

    private void store(String name, String value, Runnable change) {
        if (request.getUserPrincipal() != null && me().isPresent()) {
            change.run();
            request.getSession().setAttribute(name, value);
        }
    }
}
