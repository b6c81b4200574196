package fr.tiers.shell.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** True on a developer's own machine, where the login page may name the demonstration users. */
@Named("localMode")
@ApplicationScoped
public class LocalMode {

    private final boolean active;

    protected LocalMode() {
        this(false);
    }

    @Inject
    public LocalMode(@ConfigProperty(name = "tiers.local", defaultValue = "false") boolean active) {
        this.active = active;
    }

    public boolean isActive() {
        return active;
    }
}
