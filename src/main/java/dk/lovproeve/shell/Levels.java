package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.Distribution;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.scenario.Sources;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** Numbers with what is known of them, in one language. */
final class Levels {

    /** Enough for every number that an author would write. */
    private static final int DECIMALS = 6;

    private final Language language;
    private final Sources sources;
    private final Messages say;
    private final NumberFormat numbers;

    Levels(Sources sources, Language language) {
        this.sources = sources;
        this.language = language;
        this.say = Messages.in(language);
        this.numbers = NumberFormat.getNumberInstance(language.locale());
        this.numbers.setMaximumFractionDigits(DECIMALS);
    }

    String number(double value) {
        return numbers.format(value);
    }

    String withRange(Level level) {
        return number(level.value())
                + (level.isFixed() ? "" : " " + say.say("evidence.range", number(level.low()), number(level.high())));
    }

    /** The source, and what else is known of the number. */
    String source(Level level) {
        Provenance known = level.provenance();
        List<String> more = new ArrayList<>();
        if (!level.accepted().isEmpty()) {
            double[] accepted = level.accepted().stream().mapToDouble(n -> n).sorted().toArray();
            more.add(say.say("evidence.fitted", number(level.central()), number(accepted[0]), number(accepted[accepted.length - 1])));
        }
        known.fact().ifPresent(id -> more.add(say.say("evidence.fact", id)));
        if (!known.restsOn().isEmpty()) {
            more.add(say.say("evidence.rests.on", String.join(", ", known.restsOn())));
        }
        if (!level.distribution().equals(Distribution.TRIANGULAR)) {
            more.add(say.say("evidence.distribution", level.distribution().told().in(language)));
        }
        known.place().ifPresent(place -> more.add(say.say("evidence.place", place)));
        known.population().ifPresent(population -> more.add(say.say("evidence.population", population.in(language))));
        known.year().ifPresent(year -> more.add(say.say("evidence.year", year)));
        known.confidence().ifPresent(confidence -> more.add(say.say("evidence.confidence", confidence.label().in(language))));
        return sources.in(language, level.source()) + (more.isEmpty() ? "" : " [" + String.join("; ", more) + "]");
    }
}
