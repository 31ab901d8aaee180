package dk.lovproeve.scenario;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the author wrote, as plain as it can be: words, lists, and keys with something below them, each with the line it
 * stands on (for what stands below a key: the key's line). Never changed: a patch makes a new tree that shares the rest.
 */
sealed interface Tree {

    Place place();

    /** What stands here, as a failure says it. */
    Text said();

    /**
     * One word, number or sentence; {@code ""} where nothing stands after the key.
     *
     * @param first what stood there before a variant changed it
     */
    record Scalar(Place place, String text, String first) implements Tree {

        Scalar(Place place, String text) {
            this(place, text, text);
        }

        @Override
        public Text said() {
            return text.isBlank() ? Said.NOTHING : Text.same(text.length() > 80 ? text.substring(0, 77) + "..." : text);
        }
    }

    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Text said() {
            return Said.A_LIST;
        }
    }

    /** @param entries in the order of the file */
    record Mapping(Place place, Map<String, Tree> entries) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Text said() {
            return Said.keys(entries.keySet());
        }

        Mapping with(String key, Tree value) {
            Map<String, Tree> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(place, changed);
        }

        Mapping without(String key) {
            Map<String, Tree> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(place, changed);
        }
    }

    /** The keys below this, in the order of the file; none when this is not a mapping. */
    default Map<String, Tree> keys() {
        return this instanceof Mapping mapping ? mapping.entries() : Map.of();
    }

    /** The elements of this, none when this is not a list. */
    default List<Tree> elements() {
        return this instanceof Items list ? list.items() : List.of();
    }

    /** The text of the scalar that stands below this key; {@code ""} when there is none. */
    default String word(String key) {
        return keys().get(key) instanceof Scalar scalar ? scalar.text() : "";
    }

    /** A copy of a list that may be changed. */
    default List<Tree> openElements() {
        return new ArrayList<>(elements());
    }
}
