package dk.lovproeve.base;

import java.util.ArrayList;
import java.util.List;

/** Collects every failure of a load, so that the author sees all of them at once. Not safe for several threads. */
public final class Failures {

    private final List<Failure> found = new ArrayList<>();

    public void add(Failure failure) {
        found.add(failure);
    }

    public void add(Place place, String subject, Text foundText, Text expected, String maybe) {
        add(new Failure(place, subject, foundText, expected, maybe));
    }

    /** What has been found until now, in the order it was found. */
    public List<Failure> all() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws AuthorException with all failures when there is at least one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new AuthorException(found);
        }
    }
}
