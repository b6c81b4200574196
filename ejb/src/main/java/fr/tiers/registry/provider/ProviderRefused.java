package fr.tiers.registry.provider;

/** The provider understood and says no: our request, key or address is wrong. The same request will fail again. */
public class ProviderRefused extends ProviderException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public ProviderRefused(String provider, int status) {
        super(provider, "HTTP " + status, null);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
