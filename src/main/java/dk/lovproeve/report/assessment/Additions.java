package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places that stand empty in a document, for sources, risks and safeguards that somebody writes in. Until it is read, what is
 * new is called by a number; then it gets an id of its words.
 */
final class Additions {

    /** Begins the name of what has no id yet; no id begins so. */
    private static final String NEW = "+";
    private static final String SOURCES = "sources";
    private static final String RISKS = "risks";
    private static final String SAFEGUARDS = "safeguards";
    /** What must be written where anything is. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            SOURCES, List.of("title", "kind", "publisher", "date", "grade"), RISKS, List.of("label", "dimension"), SAFEGUARDS, List.of("label", "kind", "status", "anchor", "lowers"));
    private static final Value.Quantity NO_QUANTITY = new Value.Quantity(0, Optional.empty(), 0, "-");

    private final Assessed assessed;

    Additions(Assessed assessed) {
        this.assessed = assessed;
    }

    /** Whether anything can be written in: what is published stands as it is. */
    boolean isOpen() {
        return assessed.assessment().state() != Approval.State.PUBLISHED;
    }

    // ---- what stands empty ----

    /** A new source, in the order of the columns of {@link AssessmentTables#sources()} behind the id. */
    List<Field> source(int number) {
        String[] at = {SOURCES, NEW + number};
        return empty(
                Fields.name("", and(at, "title")), Fields.oneOf(Source.Kind.values(), Source.Kind.LAW, Source.Kind::key, Source.Kind::label, and(at, "kind")),
                Fields.name("", and(at, "publisher")), Fields.name("", and(at, "date")), Fields.name("", and(at, "pinpoint")), Fields.name("", and(at, "link")),
                Fields.oneOf(Grade.values(), Grade.A, Grade::key, AssessmentTables::grade, and(at, "grade")));
    }

    /** A new safeguard, in the order of the columns of {@link AssessmentTables#safeguards()}. */
    List<Field> safeguard(int number) {
        String[] at = {SAFEGUARDS, NEW + number};
        return empty(
                words(and(at, "label")),
                Fields.oneOf(Safeguard.Kind.values(), Safeguard.Kind.REMOVE, Safeguard.Kind::key, Safeguard.Kind::label, and(at, "kind")),
                Fields.oneOf(Safeguard.Status.values(), Safeguard.Status.IDEA, Safeguard.Status::key, Safeguard.Status::label, and(at, "status")),
                Fields.oneOf(Safeguard.Anchor.values(), Safeguard.Anchor.ACT, Safeguard.Anchor::key, Safeguard.Anchor::label, and(at, "anchor")),
                Fields.name("", and(at, "owner")), Fields.date(LocalDate.EPOCH, and(at, "due")), Fields.quantity(NO_QUANTITY, and(at, "cost")),
                words(and(at, "indicator")), Fields.names(new Text("risici, som de hedder, med semikolon imellem", "risks as they are called, with semicolons between"), and(at, "lowers")));
    }

    /** What is said of a new risk; each field is the same or another for each group. */
    static final List<Text> RISK_HEADER = Stream.of(
                    Stream.of(new Text("Risiko", "Risk"), new Text("Dimension", "Dimension")),
                    Arrays.stream(Aspect.values()).map(a -> AssessmentTables.capital(a.label())),
                    Stream.of(new Text("Hvor sandsynligt, skønnet", "How likely, judged"), new Text("Fordi", "Because"), new Text("Grund", "Ground")))
            .flatMap(s -> s).toList();

    /** A new risk for a group, in the order of {@link #RISK_HEADER}. */
    List<Field> risk(int number, String group) {
        String[] at = {RISKS, NEW + number};
        String[] own = and(at, "groups", group);
        List<Field> fields = new ArrayList<>(List.of(words(and(at, "label")), dimension(and(at, "dimension"))));
        for (Aspect aspect : Aspect.values()) {
            fields.add(Fields.figure(Optional.empty(), and(own, aspect.key())));
        }
        fields.addAll(List.of(Fields.figure(Optional.empty(), and(own, "likelihood")), words(and(own, "reason")), Fields.grade(Optional.empty(), and(own, "grade"))));
        return empty(fields.toArray(Field[]::new));
    }

    /** By its label, or by the letters that its heading has. */
    private Field dimension(String... path) {
        List<Section> all = assessed.appraisal().bank().dimensions();
        Field named = Fields.oneOf(all.toArray(Section[]::new), all.get(0), Section::id, Section::label, path);
        String letters = all.stream().map(d -> d.id().toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return new Field(named.path(), named.text(), new Text(letters + ", som i overskrifterne", letters + ", as in the headings"), named.value());
    }

    private static Field words(String... path) {
        return Fields.words(Optional.empty(), path);
    }

    private static String[] and(String[] path, String... more) {
        return AssessmentTables.and(path, more);
    }

    private static List<Field> empty(Field... fields) {
        return Stream.of(fields).map(f -> f.shown(Text.same(""))).toList();
    }

    /** A table to be filled in, on paper: a row for each thing that is said, with what may stand there. */
    static Grid.Editable form(String id, Text title, List<Text> header, List<Text> columns, List<List<Field>> filled) {
        List<Text> head = Stream.concat(Stream.of(new Text("Felt", "Field"), new Text("Hvad der kan stå", "What may stand")), columns.stream()).toList();
        List<List<Said>> rows = IntStream.range(0, header.size())
                .mapToObj(r -> Stream.concat(
                                Stream.of(Said.of(header.get(r)), Said.of(filled.get(0).get(r).expected())), filled.stream().map(f -> Said.of(f.get(r))))
                        .toList())
                .toList();
        return new Grid.Editable(id, Said.of(title), head, rows);
    }

    // ---- what has been written in ----

    /**
     * What is new, with ids.
     *
     * @param fields what is to be written in the file
     * @param added  the part and the id of each new thing
     */
    record Settled(Map<List<String>, Optional<Object>> fields, Set<List<String>> added) {}

    /**
     * Gives what is new its ids.
     *
     * @param read    what was read, by the keys and indices it stands under
     * @param refused told of a field where something else must stand, with what was found
     */
    Settled settled(Map<List<String>, Optional<Object>> read, Language language, BiConsumer<List<String>, Text> refused) {
        Map<List<String>, List<String>> ids = new LinkedHashMap<>();
        Map<List<String>, Optional<Object>> fields = new LinkedHashMap<>();
        Map<String, String> risks = new LinkedHashMap<>();
        for (Risk risk : assessed.assessment().risks()) {
            Stream.of(risk.id(), risk.label().text().da(), risk.label().text().en()).forEach(name -> risks.put(name.toLowerCase(language.locale()), risk.id()));
        }
        for (List<String> path : read.keySet()) {
            if (isNew(path)) {
                ids.computeIfAbsent(path.subList(0, 2), at -> {
                    Optional<String> named = value(read, at, NEEDED.get(at.get(0)).get(0), language);
                    String id = named.map(n -> Prose.in(language, n).id(taken(at.get(0), ids))).orElse(at.get(1));
                    named.filter(n -> at.get(0).equals(RISKS)).ifPresent(n -> risks.put(n.toLowerCase(language.locale()), id));
                    return List.of(at.get(0), id);
                });
            }
        }
        ids.forEach((at, named) -> {
            NEEDED.get(at.get(0)).stream().filter(key -> value(read, at, key, language).isEmpty())
                    .forEach(key -> refused.accept(Stream.concat(at.stream(), Stream.of(key)).toList(), new Text("ingenting", "nothing")));
            if (at.get(0).equals(RISKS)) {
                // A risk is told for every group, unknown where nobody has said more.
                assessed.appraisal().groups().forEach(g -> fields.put(path(named, "groups", g, Aspect.SCALE.key()), Optional.of(Value.UNKNOWN)));
            }
        });
        read.forEach((path, value) -> {
            if (!isNew(path)) {
                fields.put(path, value);
                return;
            }
            List<String> settled = path(ids.get(path.subList(0, 2)), path.subList(2, path.size()).toArray(String[]::new));
            fields.put(settled, path.get(2).equals("lowers") ? value.map(names -> lowers((List<?>) names, risks, found -> refused.accept(path, found), language)) : value);
        });
        return new Settled(fields, new LinkedHashSet<>(ids.values()));
    }

    private static Object lowers(List<?> names, Map<String, String> risks, Consumer<Text> refused, Language language) {
        List<Object> lowers = new ArrayList<>();
        for (Object name : names) {
            Optional<String> risk = Optional.ofNullable(risks.get(name.toString().toLowerCase(language.locale())));
            risk.ifPresentOrElse(id -> lowers.add(Map.of("risk", id)), () -> refused.accept(Text.same(name.toString())));
        }
        return lowers;
    }

    private static boolean isNew(List<String> path) {
        return path.size() > 2 && path.get(1).startsWith(NEW);
    }

    private static List<String> path(List<String> at, String... more) {
        return Stream.concat(at.stream(), Stream.of(more)).toList();
    }

    private static Optional<String> value(Map<List<String>, Optional<Object>> read, List<String> at, String key, Language language) {
        return Stream.of(path(at, key), path(at, key, language.code())).map(p -> read.getOrDefault(p, Optional.empty())).flatMap(Optional::stream).findFirst().map(Object::toString);
    }

    private Set<String> taken(String part, Map<List<String>, List<String>> ids) {
        Stream<String> there = switch (part) {
            case SOURCES -> assessed.assessment().sources().stream().map(Source::id);
            case RISKS -> assessed.assessment().risks().stream().map(Risk::id);
            default -> assessed.assessment().safeguards().stream().map(Safeguard::id);
        };
        return Stream.concat(there, ids.values().stream().filter(at -> at.get(0).equals(part)).map(at -> at.get(1))).collect(Collectors.toSet());
    }
}
