package dk.lovproeve.shell;

import java.util.Objects;

/**
 * One thing a command can be told.
 *
 * @param name     the long name, without dashes
 * @param kind     what its value must be
 * @param minimum  least whole number
 * @param maximum  greatest whole number
 * @param place    whether it stands without its name, and must be there
 */
record Parameter(String name, Kind kind, long minimum, long maximum, Place place) {

    enum Kind {
        /** A folder, absolute or relative to the working folder. */
        FOLDER,
        /** A file, absolute or relative to the working folder. */
        FILE,
        /** A scenario's name or folder. */
        SCENARIO,
        /** A scenario, or a run's name or folder. */
        RUN,
        /** A command's name. */
        COMMAND,
        /** A word of the language that scenarios are written in. */
        KEY,
        /** A name that the scenario knows: of a subject, a worked case or a step. */
        NAME,
        /** Names of variants with commas between. */
        VARIANTS,
        /** A class of evidence. */
        CLASS,
        /** How much an assessment asks about. */
        TRACK,
        /** Nothing: that the option is there says it all. */
        FLAG,
        /** A whole number. */
        WHOLE,
        /** A number above 0 and at most 1, with a point or a comma. */
        SHARE,
        /** {@code da} or {@code en}. */
        LANGUAGE
    }

    enum Place {
        /** The command's first word, which must be there. */
        REQUIRED_WORD,
        /** The command's first word, which may be left out. */
        OPTIONAL_WORD,
        /** Only by name. */
        OPTION
    }

    /** On every command. */
    static final Parameter LANG = option("lang", Kind.LANGUAGE);

    Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
    }

    static Parameter word(String name, Kind kind) {
        return new Parameter(name, kind, 0, 0, Place.REQUIRED_WORD);
    }

    static Parameter optionalWord(String name, Kind kind) {
        return new Parameter(name, kind, 0, 0, Place.OPTIONAL_WORD);
    }

    static Parameter option(String name, Kind kind) {
        return new Parameter(name, kind, 0, 0, Place.OPTION);
    }

    static Parameter whole(String name, long minimum, long maximum) {
        return new Parameter(name, Kind.WHOLE, minimum, maximum, Place.OPTION);
    }

    /** An option without a value. */
    static Parameter flag(String name) {
        return option(name, Kind.FLAG);
    }

    /** Whether its name is followed by a value. */
    boolean hasValue() {
        return kind != Kind.FLAG;
    }

    /** Whether it can stand without its name. */
    boolean isWord() {
        return place != Place.OPTION;
    }
}
