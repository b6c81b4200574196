package fr.tiers.contact;

/** What a tier's papers are about, for each of which somebody else may be the one to write to. */
public enum ContactUsage {
    BILLING("BILLING"),
    DELIVERY("DELIVERY"),
    /** Following the customer up: orders, reminders, news. */
    FOLLOW_UP("HEAD_OFFICE"),
    LEGAL("HEAD_OFFICE");

    private final String addressUsage;

    ContactUsage(String addressUsage) {
        this.addressUsage = addressUsage;
    }

    /** The usage of addresses that goes with it. */
    String addressUsage() {
        return addressUsage;
    }
}
