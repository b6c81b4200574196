package fr.tiers.receivable;

import java.util.stream.Stream;

/** How the money came in. */
public enum PaymentMethod {
    CHEQUE("Chèque", "Cheque"),
    CARD("Carte bancaire", "Card"),
    TRANSFER("Virement", "Transfer"),
    CASH("Espèces", "Cash"),
    DIRECT_DEBIT("Prélèvement", "Direct debit");

    private final String french;
    private final String english;

    PaymentMethod(String french, String english) {
        this.french = french;
        this.english = english;
    }

    static boolean isKnown(String name) {
        return Stream.of(values()).anyMatch(method -> method.name().equals(name));
    }

    /** For mails; pages have their own texts. */
    String label(String language) {
        return "en".equals(language) ? english : french;
    }
}
