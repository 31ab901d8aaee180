package dk.lovproeve.procedure;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that the author wrote once for several: they stand at one place in the files and differ in a few words of their
 * labels. A reader is told of them once, with the words that differ side by side:
 * {@code Opgaven er løst (Digital Post, jobloggen)}.
 */
public final class Alike {

    private Alike() {}

    /** The steps by the place they were written at, in the order of the first of each. */
    public static List<List<Step>> steps(Collection<Step> steps) {
        Map<Place, List<Step>> byPlace = new LinkedHashMap<>();
        steps.forEach(step -> byPlace.computeIfAbsent(step.head().place(), place -> new ArrayList<>()).add(step));
        return List.copyOf(byPlace.values());
    }

    /** The labels of some steps, one for all that were written at one place. */
    public static List<Text> labels(Collection<Step> steps) {
        return steps(steps).stream().map(alike -> label(alike.stream().map(s -> s.head().label()).toList())).toList();
    }

    /** One label for all of these: what they begin and end with alike, and between it what each has of its own. */
    public static Text label(List<Text> labels) {
        return new Text(folded(labels, Language.DA), folded(labels, Language.EN));
    }

    private static String folded(List<Text> labels, Language language) {
        List<String> texts = labels.stream().map(l -> l.in(language)).distinct().toList();
        String first = texts.get(0);
        if (texts.size() == 1) {
            return first;
        }
        int shortest = texts.stream().mapToInt(String::length).min().orElseThrow();
        int before = 0;
        while (before < shortest && sameAt(texts, before, true)) {
            before++;
        }
        while (before > 0 && Character.isLetterOrDigit(first.charAt(before - 1))) {
            before--; // a word is not cut in two
        }
        int after = 0;
        while (after < shortest - before && sameAt(texts, after, false)) {
            after++;
        }
        while (after > 0 && Character.isLetterOrDigit(first.charAt(first.length() - after))) {
            after--;
        }
        List<String> own = new ArrayList<>();
        for (String text : texts) {
            own.add(text.substring(before, text.length() - after));
        }
        if (own.stream().anyMatch(String::isBlank)) {
            return String.join(", ", texts);
        }
        return first.substring(0, before) + String.join(", ", own) + first.substring(first.length() - after);
    }

    private static boolean sameAt(List<String> texts, int n, boolean fromStart) {
        return texts.stream().map(t -> t.charAt(fromStart ? n : t.length() - 1 - n)).distinct().count() == 1;
    }
}
