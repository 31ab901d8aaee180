package dk.lovproeve.base;

import java.util.Objects;

/**
 * One mistake in an author's file, said so that the author can mend it.
 *
 * @param place    file and line
 * @param subject  what the mistake is about: a key path such as {@code exemption.processing.days}
 * @param found    what stands there
 * @param expected what may stand there
 * @param maybe    what the author perhaps meant; empty when there is no good guess
 */
public record Failure(Place place, String subject, Text found, Text expected, String maybe)
        implements Comparable<Failure> {

    public Failure {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(maybe, "maybe");
    }

    /** The failure as the author reads it: three or four lines, in the given language. */
    public String in(Language language) {
        boolean danish = language == Language.DA;
        StringBuilder text = new StringBuilder(place.toString());
        if (!subject.isEmpty()) {
            text.append(' ').append(subject);
        }
        text.append('\n').append(danish ? "  fundet:    " : "  found:     ").append(found.in(language));
        text.append('\n').append(danish ? "  forventet: " : "  expected:  ").append(expected.in(language));
        if (!maybe.isEmpty()) {
            text.append('\n').append(danish ? "  måske:     " : "  maybe:     ").append(maybe);
        }
        return text.toString();
    }

    @Override
    public int compareTo(Failure other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : subject.compareTo(other.subject);
    }
}
