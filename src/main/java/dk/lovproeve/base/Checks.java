package dk.lovproeve.base;

import java.util.Objects;

/** Checks of a programmer's arguments; each throws {@link IllegalArgumentException} as {@code name: found X, expected Y}. */
public final class Checks {

    private Checks() {}

    public static int atLeast(int minimum, int found, String name) {
        if (found < minimum) {
            throw failure(name, found, minimum + " or more");
        }
        return found;
    }

    public static double between(double minimum, double maximum, double found, String name) {
        if (!(found >= minimum && found <= maximum)) {
            throw failure(name, found, "a number from " + minimum + " to " + maximum);
        }
        return found;
    }

    public static String notBlank(String found, String name) {
        if (Objects.requireNonNull(found, name).isBlank()) {
            throw failure(name, "blank text", "text");
        }
        return found;
    }

    public static void that(boolean holds, String name, Object found, String expected) {
        if (!holds) {
            throw failure(name, found, expected);
        }
    }

    public static IllegalArgumentException failure(String name, Object found, String expected) {
        return new IllegalArgumentException(name + ": found " + found + ", expected " + expected);
    }
}
