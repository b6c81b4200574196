package fr.tiers.registry.provider;

/** A registry did not give a usable answer. Checked, so that every caller decides what that means for it. */
public abstract class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String provider;

    ProviderException(String provider, String message, Throwable cause) {
        super(provider + ": " + message, cause);
        this.provider = provider;
    }

    /** The provider's name in the settings: {@code search}, {@code infogreffe} … */
    public String provider() {
        return provider;
    }
}
