package fr.tiers.registry.provider;

/**
 * The provider answered, but not with what it promises: HTML under 200, half a JSON, far too much of it,
 * or its own error 500. The same question may go wrong again; others need not.
 */
public class MalformedAnswer extends ProviderException {

    private static final long serialVersionUID = 1L;

    public MalformedAnswer(String provider, String message, Throwable cause) {
        super(provider, message, cause);
    }
}
