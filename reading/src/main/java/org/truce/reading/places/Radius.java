package org.truce.reading.places;

/**
 * How far from a place's point what is said to lie in it may be, with 95 % probability, where the gazetteer has no
 * extent: by its type, as judged from the built-up areas and districts of the packaged theatres.
 */
public final class Radius {
    private Radius() {}

    /** Metres, for a type of {@code places.json}. */
    public static double metres(String type) {
        return switch (type) {
            case "crossing", "bridge", "airport" -> 1_000;
            case "village", "settlement", "height" -> 1_500;
            case "town", "lake", "reservoir" -> 3_000;
            case "city" -> 8_000;
            case "capital" -> 15_000;
            case "district", "corridor" -> 30_000;
            case "region" -> 80_000;
            case "country", "state" -> 500_000;
            default -> 5_000;
        };
    }
}
