package fr.tiers.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;

/** Language and theme of the page that is being shown. */
@Named("appearance")
@RequestScoped
public class AppearanceBean {

    private final HttpServletRequest request;
    private final UserPreferences preferences;
    private Language language;
    private Theme theme;

    protected AppearanceBean() {
        this(null, null);
    }

    @Inject
    public AppearanceBean(HttpServletRequest request, UserPreferences preferences) {
        this.request = request;
        this.preferences = preferences;
    }

    /** {@code ?lang=} wins and is kept, then the kept choice, then the browser's languages. */
    public Language getLanguage() {
        if (language == null) {
            Language asked = Language.of(request.getParameter("lang")).orElse(null);
            if (asked != null) {
                preferences.keep(asked);
            }
            language = asked != null ? asked : preferences.language().orElseGet(this::fromBrowser);
        }
        return language;
    }

    private Language fromBrowser() {
        return request.getHeader("Accept-Language") == null ? Language.FR : Language.preferred(request.getLocales());
    }

    public Locale getLocale() {
        return getLanguage().locale();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public String getTheme() {
        if (theme == null) {
            theme = preferences.theme().orElse(Theme.SYSTEM);
        }
        return theme.code();
    }

    public List<String> getThemes() {
        return List.of(Theme.values()).stream().map(Theme::code).toList();
    }

    /** Shows the same page again in the other language. */
    public void speak(String code) {
        Language.of(code).ifPresent(preferences::keep);
        Faces.refreshWithQueryString();
    }

    /** The browser has already changed its colours; this only keeps the choice. */
    public void wear(String code) {
        Theme.of(code).ifPresent(chosen -> {
            theme = chosen;
            preferences.keep(chosen);
        });
    }
}
