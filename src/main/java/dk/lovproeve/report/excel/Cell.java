package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import java.util.Objects;
import java.util.Optional;

/** What stands in one cell. Numbers are numbers, never text that looks like one. */
public sealed interface Cell permits Cell.Blank, Cell.Words, Cell.Heading, Cell.Number, Cell.Link {

    /** Nothing: not measured, which is not zero. */
    Cell BLANK = new Blank();

    /** See {@link #BLANK}. */
    record Blank() implements Cell {}

    /** Text. */
    record Words(String text) implements Cell {
        public Words {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Bold text above what follows. */
    record Heading(String text) implements Cell {
        public Heading {
            Checks.notBlank(text, "heading");
        }
    }

    /**
     * A number, kept with six decimals.
     *
     * @param value  finite
     * @param format empty for the column's
     */
    record Number(double value, Optional<Format> format) implements Cell {
        public Number {
            Checks.that(Double.isFinite(value), "number", value, "a finite number");
            format.ifPresent(f -> Checks.that(f.isNumber(), "format", f, "a number format"));
        }
    }

    /**
     * A way to another sheet.
     *
     * @param sheet the sheet's name, which is also what is shown
     */
    record Link(String sheet) implements Cell {
        public Link {
            Checks.notBlank(sheet, "sheet");
        }
    }

    /** Text; blank when there is none. */
    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Words(text);
    }

    /** A number in the column's format; blank for NaN. */
    static Cell of(double value) {
        return Double.isNaN(value) ? BLANK : new Number(value, Optional.empty());
    }

    /** A number in its own format; blank for NaN. */
    static Cell of(double value, Format format) {
        return Double.isNaN(value) ? BLANK : new Number(value, Optional.of(format));
    }
}
