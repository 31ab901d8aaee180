package dk.lovproeve.assessment;

import java.util.List;

/**
 * Something the screening asks for.
 *
 * @param screening what
 * @param because   ids of the questions whose answers ask for it
 * @param isCertain whether an answer asks for it; otherwise only that somebody does not know, or has not answered yet
 */
public record Asked(Screening screening, List<String> because, boolean isCertain) {
    public Asked {
        because = List.copyOf(because);
    }
}
