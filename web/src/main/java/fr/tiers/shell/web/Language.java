package fr.tiers.shell.web;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/** The languages the screens speak, the first one by default. */
public enum Language {
    FR(Locale.FRENCH, "Français"),
    EN(Locale.ENGLISH, "English");

    private final Locale locale;
    private final String label;

    Language(Locale locale, String label) {
        this.locale = locale;
        this.label = label;
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in itself: who cannot read the page must find it. */
    public String getLabel() {
        return label;
    }

    /** ISO 639 code: {@code lang} attribute, cookie, {@code ?lang=}. */
    public String getCode() {
        return locale.getLanguage();
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.getCode().equals(code))
                .findFirst();
    }

    /** The first of the browser's languages that we speak. */
    public static Language preferred(Enumeration<Locale> accepted) {
        while (accepted.hasMoreElements()) {
            Optional<Language> known = of(accepted.nextElement().getLanguage());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return FR;
    }
}
