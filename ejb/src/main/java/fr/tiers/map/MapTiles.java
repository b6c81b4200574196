package fr.tiers.map;

import fr.tiers.organisation.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** The ground of the map as it is set. */
@RequestScoped
public class MapTiles {

    private final Settings settings;
    private String template;

    protected MapTiles() {
        this(null);
    }

    @Inject
    public MapTiles(Settings settings) {
        this.settings = settings;
    }

    /** @return a URL with {z}, {x} and {y}; empty for none */
    public String template() {
        if (template == null) {
            template = settings.text(MapSettings.TILES);
        }
        return template;
    }

    public String credit() {
        return settings.text(MapSettings.CREDIT);
    }

    /** @return scheme, host and port, for the policy that says whose pictures the page may show; empty for none */
    public String origin() {
        if (template().isEmpty()) {
            return "";
        }
        var uri = URI.create(template().replaceAll("[{}]", ""));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
