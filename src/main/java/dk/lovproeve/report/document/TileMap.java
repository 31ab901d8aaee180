package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One number for each municipality, drawn as tiles of one size that lie about where the municipalities do: a small one is
 * seen as well as a large one. Each renderer also gives the numbers as text.
 *
 * @param unit     what the numbers count
 * @param decimals of the numbers as written, 0 to 6
 * @param whole    the number for the whole country
 * @param places   the municipalities, each once, in the order of the table
 */
public record TileMap(String unit, int decimals, double whole, List<Place> places) implements Picture {

    /**
     * A municipality and its number.
     *
     * @param code  the official code, such as {@code 0101}
     * @param name  as it is written in full
     * @param value the number, with its interval where it has one
     */
    public record Place(String code, String name, Chart.Value value) {

        public Place {
            Checks.notBlank(code, "code");
            Checks.notBlank(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public TileMap {
        Checks.notBlank(unit, "unit");
        Checks.between(0, 6, decimals, "decimals");
        Checks.that(Double.isFinite(whole), "whole", whole, "a finite number");
        places = List.copyOf(places);
        Checks.that(!places.isEmpty(), "places", "none", "at least one");
        Set<String> codes = new HashSet<>();
        for (Place place : places) {
            Checks.that(codes.add(place.code()), "place", place.code() + " twice", "each municipality once");
        }
    }

    /**
     * Whether a place's interval leaves the number for the whole country outside. Without an interval it cannot be told, nor with one
     * of no width: there every replication gave the same, as it does where a small place has none at all.
     */
    public boolean standsOut(Place place) {
        return place.value().interval().isPresent() && place.value().upper() > place.value().lower() && (place.value().upper() < whole || place.value().lower() > whole);
    }

    @Override
    public void read(Reader reader) {
        reader.tileMap(this);
    }
}
