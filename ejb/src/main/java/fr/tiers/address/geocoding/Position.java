package fr.tiers.address.geocoding;

/**
 * Where the geocoder places an address, WGS 84.
 *
 * @param score 0 to 1, as the geocoder rates its own answer
 * @param type housenumber, street, locality or municipality: how near it is
 */
public record Position(double latitude, double longitude, double score, String type) {}
