package fr.tiers.registry;

import java.io.Serializable;

/**
 * Address of an establishment; every part may be null, and all but town and country are withheld under partial diffusion.
 *
 * @param line1 number and street, or what stands for it
 * @param line2 building, entrance
 * @param line3 post box
 * @param country ISO 3166 code; overseas departments and territories have their own
 * @param inseeCode code of the commune, not the postal code
 * @param latitude in degrees, WGS 84
 */
public record RegistryAddress(
        String line1,
        String line2,
        String line3,
        String postalCode,
        String city,
        String country,
        String inseeCode,
        Double latitude,
        Double longitude)
        implements Serializable {}
