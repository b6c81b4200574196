package fr.tiers.registry.provider;

import java.net.URI;
import java.time.Duration;

/**
 * Where a provider is and how it wants to be treated.
 *
 * @param name as in {@code tiers.provider.<name>.…}
 * @param url base address, without a slash at its end
 * @param timeout of one request, from sending to the last byte
 */
public record ProviderSettings(String name, URI url, Quota quota, Duration timeout) {}
