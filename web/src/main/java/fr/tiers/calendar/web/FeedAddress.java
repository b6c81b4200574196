package fr.tiers.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where calendar programs find the agenda. */
@ApplicationScoped
public class FeedAddress {

    private final String url;

    protected FeedAddress() {
        this("");
    }

    @Inject
    public FeedAddress(@ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers") String url) {
        this.url = url.replaceAll("/+$", "");
    }

    public String of(String secret) {
        return url + "/calendar/" + secret + ".ics";
    }
}
