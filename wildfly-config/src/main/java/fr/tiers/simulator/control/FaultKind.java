package fr.tiers.simulator.control;

import java.util.Locale;

/** What can go wrong on purpose. */
public enum FaultKind {
    /** Nothing but the latency. */
    NONE("Aucune panne (seulement la latence)"),
    HTTP_429("429, avec Retry-After"),
    HTTP_500("500, erreur interne"),
    HTTP_502("502, page HTML du mandataire"),
    HTTP_503("503, maintenance"),
    /** Status 200 and a correct length, but the JSON stops halfway. */
    TRUNCATED_JSON("200, JSON tronqué"),
    /** Valid JSON of a shape nobody announced. */
    WRONG_JSON("200, JSON inattendu"),
    /** A maintenance page served as success. */
    HTML_200("200, page HTML"),
    /** The announced length is never reached: the connection closes in the middle of the body. */
    CUT("Coupure au milieu de la réponse"),
    /** The request is read and never answered. */
    SILENCE("Silence (jamais de réponse)"),
    /** The connection closes without a byte of answer; what a banned address sees. */
    CLOSE("Connexion fermée (bannissement)");

    private final String label;

    FaultKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no kind has that key */
    public static FaultKind ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
