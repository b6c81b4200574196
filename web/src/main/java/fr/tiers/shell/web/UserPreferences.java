package fr.tiers.shell.web;

import java.util.Optional;

/** Where the choices of a person about the look of the screens are kept. */
public interface UserPreferences {

    Optional<Language> language();

    Optional<Theme> theme();

    void keep(Language language);

    void keep(Theme theme);
}
