package fr.tiers.registry.provider;

import java.time.Duration;

/** The caller gave up waiting: a job that is stopped. Checked, as an unchecked one would roll the job's finished work back. */
public class NoLongerWanted extends ProviderUnavailable {

    private static final long serialVersionUID = 1L;

    NoLongerWanted(String reason, Throwable cause) {
        super("caller", reason, Duration.ZERO, cause);
    }
}
