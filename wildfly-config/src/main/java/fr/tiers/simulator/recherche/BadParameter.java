package fr.tiers.simulator.recherche;

/** Answered 400 with {@code {"erreur": "<message>"}}. */
final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadParameter(String message) {
        super(message);
    }
}
