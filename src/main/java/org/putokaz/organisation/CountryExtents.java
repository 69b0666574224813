package org.putokaz.organisation;

import java.util.Map;
import org.putokaz.live.family.ContentViolations;

/**
 * Extents of countries in degrees, to notice coordinates whose latitude and longitude are exchanged or mistyped. They are rounded
 * outwards to a tenth of a degree, from general geographic knowledge: good for a warning, not for a border.
 */
final class CountryExtents {

    private static final Map<String, Extent> BY_COUNTRY = Map.ofEntries(
            Map.entry("RS", new Extent(41.8, 46.2, 18.8, 23.1)),
            Map.entry("XK", new Extent(41.8, 43.3, 20.0, 21.8)),
            Map.entry("ME", new Extent(41.8, 43.6, 18.4, 20.4)),
            Map.entry("BA", new Extent(42.5, 45.3, 15.7, 19.7)),
            Map.entry("HR", new Extent(42.3, 46.6, 13.4, 19.5)),
            Map.entry("SI", new Extent(45.4, 46.9, 13.3, 16.7)),
            Map.entry("MK", new Extent(40.8, 42.4, 20.4, 23.1)),
            Map.entry("AL", new Extent(39.6, 42.7, 19.2, 21.1)),
            Map.entry("HU", new Extent(45.7, 48.6, 16.1, 22.9)),
            Map.entry("RO", new Extent(43.6, 48.3, 20.2, 29.8)),
            Map.entry("BG", new Extent(41.2, 44.3, 22.3, 28.7)),
            Map.entry("GB", new Extent(49.8, 60.9, -8.7, 1.8)));

    private CountryExtents() {}

    private record Extent(double south, double north, double west, double east) {

        boolean contains(UnitContent.GeoPoint point) {
            return south <= point.latitude()
                    && point.latitude() <= north
                    && west <= point.longitude()
                    && point.longitude() <= east;
        }
    }

    /** Warns of a point outside the country, where its extent is known. */
    static void findOutside(String pointer, UnitContent.GeoPoint point, String country, ContentViolations warnings) {
        Extent extent = BY_COUNTRY.get(country);
        if (extent != null && !extent.contains(point)) {
            warnings.add(pointer, "location-outside-country", point.latitude(), point.longitude(), country);
        }
    }
}
