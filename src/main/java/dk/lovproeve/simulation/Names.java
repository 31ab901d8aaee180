package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which index each name of the model has, kind by kind. */
final class Names {

    private final Map<String, Integer> index = new HashMap<>(); // looked up only, never iterated

    /** Numbers the names of a kind in their order, from 0. */
    void number(String kind, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            index.put(kind + ":" + ids.get(i), i);
        }
    }

    /** @throws IllegalArgumentException when the model has no such name */
    int at(String kind, String id) {
        Integer found = index.get(kind + ":" + id);
        if (found == null) {
            throw Checks.failure(kind, id, "a declared one");
        }
        return found;
    }

    int[] at(String kind, Iterable<String> ids) {
        List<Integer> found = new ArrayList<>();
        ids.forEach(id -> found.add(at(kind, id)));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
