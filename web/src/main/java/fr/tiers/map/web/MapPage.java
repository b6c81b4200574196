package fr.tiers.map.web;

import fr.tiers.map.MapTiles;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierType;
import fr.tiers.tier.Wording;
import fr.tiers.tier.web.TierListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What surrounds the map: the choices of its tools, its ground, its links to the list. */
@Named("mapPage")
@RequestScoped
public class MapPage {

    /** In kilometres. */
    private static final List<Integer> RADII = List.of(2, 5, 10, 20, 50, 100, 200);

    private static final int USUAL_RADIUS = 20;
    private static final List<Place> PLACES = List.of(
            new Place("FR", "-5.2,41.3,9.6,51.1"),
            new Place("GP", "-61.9,15.8,-60.9,16.6"),
            new Place("MQ", "-61.3,14.3,-60.7,14.95"),
            new Place("GF", "-54.7,2.1,-51.5,5.9"),
            new Place("RE", "55.1,-21.45,55.95,-20.8"),
            new Place("YT", "44.95,-13.05,45.35,-12.6"));
    private static final List<Visit> VISITS = List.of(
            new Visit("month", 31, "green"),
            new Visit("quarter", 92, "teal"),
            new Visit("half", 183, "blue"),
            new Visit("year", 366, "orange"),
            new Visit("older", 0, "red"));

    private final MapTiles tiles;
    private final Wording wording;

    protected MapPage() {
        this(null, null);
    }

    @Inject
    public MapPage(MapTiles tiles, Wording wording) {
        this.tiles = tiles;
        this.wording = wording;
    }

    /** @param frame west, south, east, north */
    public record Place(String code, String frame) {}

    /** @param days the last visit is at most so long ago; 0 for longer than all others */
    public record Visit(String code, int days, String colour) {}

    public List<Place> getPlaces() {
        return PLACES;
    }

    public List<Integer> getRadii() {
        return RADII;
    }

    public List<Visit> getVisits() {
        return VISITS;
    }

    public List<TierType> getTypes() {
        return wording.read().types();
    }

    public String getTiles() {
        return tiles.template();
    }

    public String getCredit() {
        return tiles.credit();
    }

    public boolean isRadius(int radius, TierListQuery query) {
        var near = query.filter().area().near();
        return radius == (near == null ? USUAL_RADIUS : near.radius());
    }

    /** Whether something is drawn on the map that narrows the list. */
    public boolean isDrawn(TierListQuery query) {
        return query.get(TierArea.NEAR) != null || query.get(TierArea.POLYGON) != null;
    }

    public String undrawn(TierListQuery query) {
        return query.narrowed(TierArea.NEAR, null)
                .narrowed(TierArea.POLYGON, null)
                .toUrl();
    }

    /** The list of those that no map shows. */
    public String unplaced(TierListQuery query) {
        return query.narrowed(TierArea.NEAR, null)
                .narrowed(TierArea.POLYGON, null)
                .narrowed(TierArea.BBOX, null)
                .narrowed(TierArea.LOCATED, "false")
                .toUrl();
    }
}
