package fr.tiers.duplicate;

/** Why two tiers may be the same, strongest first. */
enum Reason {
    SAME_SIRET(100),
    SAME_SIREN(80),
    SAME_VAT_NUMBER(70),
    SAME_EMAIL(60),
    SAME_PHONE(55),
    SAME_DOMAIN_AND_CLOSE_NAME(52),
    CLOSE_NAME_AND_POSTAL_CODE(50),
    SAME_WEBSITE(45),
    SAME_NAME(40);

    private final int score;

    Reason(int score) {
        this.score = score;
    }

    /** What it is worth alone, of 100. */
    int score() {
        return score;
    }
}
