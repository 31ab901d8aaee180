package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.template.NumberStyle;
import dk.lovproeve.statistics.Estimate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the report writes estimates: no more digits than they carry. A number is rounded to the place that its interval
 * (or, without one, three digits) allows; a plausible range, which rests on few draws, has two digits. Kroner are written in
 * millions where a measure reaches one; an average has two decimals.
 */
final class Written {

    /** What marks a difference that is {@link Found#isUnclear() unclear}. */
    static final String UNCLEAR = "\u00a0\u2020";

    /** What the mark means, for the reader; the same wherever it is used. */
    static Text unclear(boolean ranged) {
        return ranged
                ? new Text("\u2020 betyder, at modellen ikke kan sige, hvilken vej forskellen går: 95\u00a0%-intervallet rummer nul, eller færre end 95\u00a0% af beregningerne med andre antagelser går samme vej.",
                        "\u2020 means that the model cannot tell which way the difference goes: the 95% interval contains zero, or fewer than 95% of the computations with other assumptions go the same way.")
                : new Text("\u2020 betyder, at modellen ikke kan sige, hvilken vej forskellen går: 95\u00a0%-intervallet rummer nul.",
                        "\u2020 means that the model cannot tell which way the difference goes: the 95% interval contains zero.");
    }

    /** What marks a figure that is {@linkplain Found#isOutsideItsRange() outside its own range}. */
    static final String OUTSIDE = "*";

    /** What that mark means. */
    static Text outside() {
        return new Text(OUTSIDE + ": antagelserne trækker så meget til den ene side, at tallet ligger uden for intervallet.",
                OUTSIDE + ": the assumptions pull so far to one side that the figure lies outside the range.");
    }

    /** What it means where the assumptions pull a figure to one side. */
    static Text notTheMostLikely() {
        return new Text("Det beregnede tal kan derfor ikke læses som det mest sandsynlige.",
                "The computed figure can therefore not be read as the most likely.");
    }

    private static final Text POINTS = new Text("\u00a0procentpoint", "\u00a0percentage points");

    private static final String NO_BREAK = "\u00a0";

    private static final int AVERAGE_DECIMALS = 2;

    private final NumberStyle style;
    private final Language language;
    private final Set<String> inMillions;

    /** @param inMillions the measures of kind kroner that are written in millions, by id */
    Written(Language language, Set<String> inMillions) {
        this.language = language;
        this.style = new NumberStyle(language);
        this.inMillions = Set.copyOf(inMillions);
    }

    String number(double value, int decimals) {
        return style.number(value, decimals);
    }

    String percent(double share, int decimals) {
        return style.percent(share, decimals);
    }

    /** A number as an author wrote it: up to four decimals, none without meaning. */
    String plain(double value) {
        int decimals = 0;
        while (decimals < 4 && Math.abs(value * Math.pow(10, decimals) - Math.rint(value * Math.pow(10, decimals))) > 1e-9) {
            decimals++;
        }
        return style.number(value, decimals);
    }

    String plainRange(double low, double high) {
        String lower = plain(low);
        String upper = plain(high);
        return low < 0 || high < 0 ? lower + (language == Language.DA ? " til " : " to ") + upper : lower + "\u2013" + upper;
    }

    /** What has been chosen for a parameter; a span where it differs by target group. */
    String chosen(Parameter parameter) {
        List<Double> values = parameter.levels().stream().map(Level::value).sorted().toList();
        double most = values.get(values.size() - 1);
        return values.get(0) == most ? plain(most) : plainRange(values.get(0), most);
    }

    /** From the lowest to the highest plausible value of a parameter, whatever the target group; empty where it has no range. */
    Optional<String> plausible(Parameter parameter) {
        double low = parameter.levels().stream().mapToDouble(Level::low).min().orElseThrow();
        double high = parameter.levels().stream().mapToDouble(Level::high).max().orElseThrow();
        return low == high ? Optional.empty() : Optional.of(plainRange(low, high));
    }

    /** {@code 1. juli 2027}, {@code 1 July 2027}. */
    String date(LocalDate date) {
        return (language == Language.DA ? DateTimeFormatter.ofPattern("d. MMMM yyyy", language.locale()) : DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale())).format(date);
    }

    /** To three digits. */
    String rounded(double value) {
        return style.number(roundTo(value, step(value)), value != 0 && Math.abs(value) < 10 ? 1 : 0);
    }

    /** To two digits, whatever its size: {@code 0,78}, {@code 1,0}, {@code 470}. */
    String twoDigits(double value) {
        double step = secondDigit(value, 0);
        return value == 0 ? "0" : style.number(Math.rint(value / step) * step, (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    }

    /** The place of the second digit of what is written, no smaller than {@code least}: of 0.996, which is written as 1.0, a tenth. */
    private static double secondDigit(double value, double least) {
        double step = Math.max(least, place(value));
        return Math.max(least, place(Math.rint(value / step) * step));
    }

    private static double place(double value) {
        return value == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - 1);
    }

    /** {@code 12.300 (12.100–12.500)}; kroner in millions. A count is never below 0, so what chance allows below it is not told. */
    String withInterval(Measure measure, Estimate counted) {
        Estimate e = counted.mean() >= 0 ? counted.notNegative() : counted;
        if (e.mean() == 0 && !(e.lower() < 0 || e.upper() > 0)) {
            return "0";
        }
        if (measure.kind() == Measure.Kind.SHARE) {
            return style.percent(e.mean(), 1) + bracket(e, x -> style.number(100 * x, 1));
        }
        if (measure.kind() == Measure.Kind.AVERAGE) {
            return style.number(e.mean(), AVERAGE_DECIMALS) + bracket(e, x -> style.number(x, AVERAGE_DECIMALS));
        }
        double unit = unitOf(measure);
        double step = stepFor(e, unit);
        int decimals = decimals(step);
        return style.number(roundTo(e.mean() / unit, step), decimals)
                + bracket(e, x -> style.number(roundTo(x / unit, step), decimals));
    }

    /** An estimate with no more digits than it carries, as a number. */
    static Estimate carried(Estimate e) {
        double step = stepFor(e, 1);
        return new Estimate(roundTo(e.mean(), step), roundTo(e.lower(), step), roundTo(e.upper(), step), e.replications());
    }

    /** An estimate without its interval. */
    String alone(Measure measure, Estimate e) {
        return withoutBracket(withInterval(measure, e));
    }

    /** A difference without its interval, marked where it is unclear. */
    String differenceAlone(Found found) {
        return marked(withoutBracket(signed(found)), found);
    }

    /** A difference with its sign and its interval, marked where it is unclear. */
    String difference(Found found) {
        return marked(signed(found), found);
    }

    /** The same with the plausible range. */
    String differenceWithRange(Found found) {
        return marked(change(found), found);
    }

    private static String marked(String text, Found found) {
        return found.isUnclear() ? text + UNCLEAR : text;
    }

    private static String withoutBracket(String whole) {
        int bracket = whole.indexOf(" (");
        return bracket < 0 ? whole : whole.substring(0, bracket);
    }

    /** A difference with its sign and its interval; whether it is sure is said beside it. */
    String signed(Found found) {
        Measure measure = found.measure();
        Estimate e = found.estimate();
        if (e.mean() == 0 && !(e.lower() < 0 || e.upper() > 0)) {
            return "0";
        }
        String text;
        if (measure.kind() == Measure.Kind.SHARE) {
            text = style.signed(100 * e.mean(), 1) + POINTS.in(language) + bracket(e, x -> style.number(100 * x, 1));
        } else if (measure.kind() == Measure.Kind.AVERAGE) {
            text = style.signed(e.mean(), AVERAGE_DECIMALS) + bracket(e, x -> style.number(x, AVERAGE_DECIMALS));
        } else {
            double unit = unitOf(measure);
            double step = stepFor(e, unit);
            int decimals = decimals(step);
            text = style.signed(roundTo(e.mean() / unit, step), decimals)
                    + bracket(e, x -> style.number(roundTo(x / unit, step), decimals));
        }
        return text;
    }

    /**
     * What was found, with all that is known of its certainty: {@code 374 (337–410; rimeligt interval 250–820, midte 560)}. The
     * middle of the range is told where it lies outside the interval of chance.
     */
    String found(Found found) {
        return withRange(withInterval(found.measure(), found.estimate()), found);
    }

    /** The same of a change, with its sign. Whether it is sure is said beside it. */
    String change(Found found) {
        return withRange(signed(found), found);
    }

    /** The same without the sign, after words that tell which way it goes. */
    String size(Found found) {
        return change(found.size()).replaceFirst("^\\+", "");
    }

    /** A figure with the unit of its measure, as it stands in a sentence: {@code 374 mio. kr. (338–410)}, {@code DKK 374 million (338–410)}. */
    String withUnit(Measure measure, String figure) {
        String unit = unit(measure).strip().replaceAll("^\\(|\\)$", "");
        boolean before = unit.startsWith(DKK);
        String behind = before ? unit.substring(DKK.length()).strip() : unit;
        int bracket = figure.indexOf(" (");
        int end = bracket < 0 ? figure.length() : bracket;
        return (before ? DKK + NO_BREAK : "") + figure.substring(0, end) + (behind.isEmpty() ? "" : NO_BREAK + behind) + figure.substring(end);
    }

    /** A currency stands before its amount in English. */
    private static final String DKK = "DKK";

    /** A change with its sign and its interval, marked where it lies outside the plausible range that stands beside it. */
    String besideRange(Found found) {
        String whole = signed(found);
        String figure = withoutBracket(whole);
        return figure + outside(found) + whole.substring(figure.length());
    }

    /** The plausible range alone: {@code 250–820 (midte 560)}; empty where there is none. */
    Optional<String> rangeAlone(Found found) {
        return found.range().map(spread -> span(found.measure(), spread.low(), spread.high()) + middle(found));
    }

    /** A figure with its plausible range in brackets, marked where it lies outside; with its interval where there is no range. */
    String inRange(Found found) {
        return bracketed(withInterval(found.measure(), found.estimate()), found);
    }

    /** The same of a difference, with its sign and marked where it is unclear. */
    String differenceInRange(Found found) {
        return marked(bracketed(signed(found), found), found);
    }

    private String bracketed(String whole, Found found) {
        return found.range()
                .map(s -> withoutBracket(whole) + outside(found) + (s.low() == 0 && s.high() == 0 ? "" : " (" + span(found.measure(), s.low(), s.high()) + ")"))
                .orElse(whole);
    }

    /** The same to two digits, of what each of many has on average; kroner are whole. What is written as an end of the range is not marked as outside it. */
    String each(Found found) {
        String mean = twoDigits(found.estimate().mean());
        return found.range().map(s -> mean + (List.of(twoDigits(s.low()), twoDigits(s.high())).contains(mean) ? "" : outside(found)) + " (" + twoDigits(s.low()) + "\u2013" + twoDigits(s.high()) + ")")
                .orElseGet(() -> mean + bracket(found.estimate(), this::twoDigits));
    }

    /** The mark behind a figure that lies outside its own range; else nothing. */
    static String outside(Found found) {
        return found.isOutsideItsRange() ? OUTSIDE : "";
    }

    /** The same of a change: a change of a share is in percentage points. */
    Optional<String> rangeOfChange(Found found) {
        return found.range().map(spread -> span(found.measure(), spread.low(), spread.high())
                + (found.measure().kind() == Measure.Kind.SHARE ? POINTS.in(language) : "") + middle(found));
    }

    private String middle(Found found) {
        return found.pull() == 0 ? "" : " (" + MIDDLE.in(language) + rough(found.measure(), found.range().orElseThrow().middle()) + ")";
    }

    /** What was found, for a narrow column: the figure, its interval in brackets and its plausible range a line each, none of which can break. */
    List<String> lines(Found found) {
        String whole = withInterval(found.measure(), found.estimate());
        String alone = withoutBracket(whole);
        return Stream.concat(Stream.of(alone + outside(found), whole.substring(alone.length()).strip()), rangeAlone(found).stream())
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace(" ", NO_BREAK).replace("\u2013", "\u2060\u2013\u2060"))
                .toList();
    }

    private String withRange(String text, Found found) {
        // Of what never happens there is no more to tell.
        if (found.range().filter(s -> s.low() != 0 || s.high() != 0).isEmpty()) {
            return text;
        }
        PlausibleRange.Spread spread = found.range().get();
        String range = RANGE.in(language) + span(found.measure(), spread.low(), spread.high())
                + (found.pull() == 0 ? "" : ", " + MIDDLE.in(language) + rough(found.measure(), spread.middle()));
        String figure = withoutBracket(text);
        String interval = text.substring(figure.length());
        return figure + outside(found) + (interval.isEmpty() ? " (" + range + ")" : interval.substring(0, interval.length() - 1) + "; " + range + ")");
    }

    private static final Text RANGE = new Text("rimeligt interval\u00a0", "plausible range\u00a0");
    private static final Text MIDDLE = new Text("midte\u00a0", "middle\u00a0");

    /** {@code 10–20}, to two digits; shares in percent. */
    String range(Measure measure, double low, double high) {
        return span(measure, low, high) + (measure.kind() == Measure.Kind.SHARE ? style.percent(0, 0).substring(1) : "");
    }

    private String span(Measure measure, double low, double high) {
        return low == 0 && high == 0 ? "0" : rough(measure, low) + (low < 0 || high < 0 ? language == Language.DA ? " til " : " to " : "\u2013") + rough(measure, high);
    }

    /** A change to two digits, with its sign, where its interval is not known. */
    String roughChange(Measure measure, double change) {
        String size = rough(measure, Math.abs(change));
        String sign = change > 0 ? "+" : change < 0 ? "\u2212" : "";
        return (size.equals(rough(measure, 0)) ? size : sign + size) + (measure.kind() == Measure.Kind.SHARE ? POINTS.in(language) : "");
    }

    /** To two digits; what is counted has no decimals. */
    private String rough(Measure measure, double value) {
        boolean share = measure.kind() == Measure.Kind.SHARE;
        double told = value * (share ? 100 : 1 / unitOf(measure));
        double least = share || measure.kind() == Measure.Kind.AVERAGE || inMillions.contains(measure.id()) ? 0.1 : 1;
        double step = secondDigit(told, least);
        return style.number(roundTo(told, step), decimals(step));
    }

    /** What stands after a measure's label: the unit its numbers are written in, where the label alone does not say it. */
    String unit(Measure measure) {
        Text unit = measure.unit();
        return switch (measure.kind()) {
            case SUBJECTS, SHARE -> "";
            case EVENTS, DAYS, AVERAGE -> unit.equals(measure.kind().unit()) ? "" : " (" + unit.in(language) + ")";
            case HOURS -> " (" + unit.in(language) + ")";
            case KRONER -> " ("
                    + (inMillions.contains(measure.id()) ? new Text("mio. kr.", "DKK million") : unit).in(language) + ")";
        };
    }

    private double unitOf(Measure measure) {
        return inMillions.contains(measure.id()) ? 1e6 : 1;
    }

    private String bracket(Estimate e, java.util.function.DoubleFunction<String> write) {
        if (Double.isNaN(e.lower())) {
            return "";
        }
        String lower = write.apply(e.lower());
        String upper = write.apply(e.upper());
        boolean negative = e.lower() < 0;
        return " (" + lower + (negative ? (language == Language.DA ? " til " : " to ") : "\u2013") + upper + ")";
    }

    /** A tenth of the interval's width, as a power of ten; without an interval three digits. */
    private static double stepFor(Estimate e, double unit) {
        double width = (e.upper() - e.lower()) / unit;
        if (Double.isNaN(width) || width <= 0) {
            return step(e.mean() / unit);
        }
        // Chance may leave more digits than anybody can take in, or than the assumptions bear: four are told at most.
        return Math.max(Math.max(unit > 1 ? 0.1 : 1, powerOfTen(Math.abs(e.mean() / unit)) / 1000), powerOfTen(width / 10));
    }

    private static double step(double value) {
        double size = Math.abs(value);
        return size < 10 ? 0.1 : Math.max(1, powerOfTen(size) / 100);
    }

    private static double powerOfTen(double size) {
        double power = 1;
        while (power * 10 <= size) {
            power *= 10;
        }
        while (power > size && power > 0.1) {
            power /= 10;
        }
        return power;
    }

    private static double roundTo(double value, double step) {
        return step >= 1 ? Math.rint(value / step) * step : value;
    }

    private static int decimals(double step) {
        return step < 1 ? 1 : 0;
    }
}
