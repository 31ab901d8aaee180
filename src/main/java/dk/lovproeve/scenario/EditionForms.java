package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.Edition.Certainty;
import dk.lovproeve.rule.Edition.Part;
import dk.lovproeve.rule.Edition.Row;
import dk.lovproeve.rule.Edition.Subject;
import dk.lovproeve.rule.Edition.SummaryTable;
import dk.lovproeve.rule.Edition.TableRow;
import dk.lovproeve.rule.Edition.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An edition of the outline of a bill's notes, as it is written: a YAML file of its own among the templates. */
final class EditionForms {

    private EditionForms() {}

    static final String ROOT = "edition";

    private static final Key<String> DA = Key.required("da", Type.words("en tekst", "a text"), "Den officielle ordlyd.", "The official words.", "Indledning");
    private static final Key<String> EN = Key.required("en", Type.words("en tekst", "a text"), "En oversættelse.", "A translation.", "Introduction");
    private static final Key<Certainty> CERTAINTY = Key.required(
            "certainty", Type.oneOf(Certainty.values(), Certainty::key, Certainty::label), "Hvor sikker ordlyden er.", "How sure the words are.", "read");
    private static final Form<Wording> WORDING = Form.named("wording", "En officiel ordlyd.", "An official wording.")
            .keys(DA, EN, CERTAINTY)
            .makes(f -> new Wording(new Text(f.get(DA), f.get(EN)), f.get(CERTAINTY)));
    private static final Type<Wording> A_WORDING = Type.mapping(WORDING);

    private static Key<Wording> wording(String name, String da, String en) {
        return Key.required(name, A_WORDING, da, en, "{da: Indledning, en: Introduction, certainty: read}");
    }

    /** A mapping whose keys are words of a closed list, in the order of the file. */
    static <K, T> Type<Map<K, T>> byWord(K[] values, Function<K, String> key, Type<T> each) {
        List<String> words = Stream.of(values).map(key).toList();
        return new Type<>(new Shape.ByWord(Said.oneOf(words), each.shape()), c -> {
            Map<K, T> read = new LinkedHashMap<>();
            for (Cursor entry : c.entries()) {
                T value = each.read(entry);
                Stream.of(values).filter(v -> key.apply(v).equals(entry.key())).findFirst().ifPresentOrElse(
                        v -> read.put(v, value),
                        () -> entry.fail(Text.same(entry.key()), Said.oneOf(words), Nearest.of(entry.key(), words).orElse("")));
            }
            return read;
        });
    }

    private static final Key<Wording> POSITIVE = wording("positive", "Over kolonnen med det positive.", "Above the column of what is won.");
    private static final Key<Wording> NEGATIVE = wording("negative", "Over kolonnen med det negative.", "Above the column of what is lost.");
    private static final Key<Wording> NONE = wording("none", "Hvad en celle siger, når der intet er.", "What a cell says when there is nothing.");
    private static final Key<Wording> NO_UNION = wording("no-union", "Hvad cellen om EU siger, når der intet er.", "What the cell on the Union says when there is nothing.");
    private static final Key<Wording> YES = wording("yes", "Over den celle, der krydses af, når principperne er fraveget.", "Above the cell that is ticked when the principles are breached.");
    private static final Key<Wording> NO = wording("no", "Over den anden celle.", "Above the other cell.");
    private static final Key<Map<Row, Wording>> ROWS = Key.required(
            "rows", byWord(Row.values(), Row::key, A_WORDING), "Rækkerne, i rækkefølge.", "The rows, in order.", "{citizens: {da: Borgerne, en: Citizens, certainty: read}}");
    private static final Form<SummaryTable> TABLE = Form.named("summary-table", "Det sammenfattende skema.", "The summary table.")
            .keys(POSITIVE, NEGATIVE, NONE, NO_UNION, YES, NO, ROWS)
            .makes(f -> new SummaryTable(
                    f.get(POSITIVE), f.get(NEGATIVE), f.get(NONE), f.get(NO_UNION), f.get(YES), f.get(NO),
                    f.get(ROWS).entrySet().stream().map(e -> new TableRow(e.getKey(), e.getValue())).toList()));

    private static final Key<Text> LABEL = Key.required("label", Type.TEXT, "Udgavens navn.", "The edition's name.", "{da: Dispositionen fra 2018, en: The outline of 2018}");
    private static final Key<Text> SOURCE = Key.required("source", Type.TEXT, "Hvor dispositionen står.", "Where the outline is laid down.", "{da: Vejledningen, en: The guidance}");
    private static final Key<Wording> TITLE = wording("title", "Øverst.", "Above everything.");
    private static final Key<Wording> GENERAL = wording("general", "Over de almindelige bemærkninger.", "Above the general notes.");
    private static final Key<Wording> SPECIAL = wording("special", "Over bemærkningerne til bestemmelserne.", "Above the notes on the provisions.");
    private static final Key<Map<Subject, Wording>> SECTIONS = Key.required(
            "sections", byWord(Subject.values(), Subject::key, A_WORDING).checked(EditionForms::whole), "De almindelige bemærkningers punkter, i rækkefølge.",
            "The sections of the general notes, in order.", "{introduction: {da: Indledning, en: Introduction, certainty: read}}");
    private static final Key<Map<Part, Wording>> SUBHEADINGS = Key.required(
            "subheadings", byWord(Part.values(), Part::key, A_WORDING).checked(EditionForms::every), "Overskrifterne inde i punkterne.", "The headings within the sections.", "{proposed: {da: Den foreslåede ordning, en: The proposed scheme, certainty: read}}");
    private static final Key<List<Wording>> PRINCIPLES = Key.required(
            "principles", Type.listOf(A_WORDING).checked(EditionForms::seven), "De syv principper, i rækkefølge.", "The seven principles, in order.", "[{da: Enkle regler, en: Simple rules, certainty: read}]");
    private static final Key<SummaryTable> TABLE_KEY = Key.required("table", Type.mapping(TABLE), "Det sammenfattende skema.", "The summary table.", "{}");

    /** @param id the file's name without its ending */
    static Form<Optional<Edition>> edition(String id) {
        return Form.named("edition", "En udgave af dispositionen.", "An edition of the outline.")
                .keys(LABEL, SOURCE, TITLE, GENERAL, SPECIAL, SECTIONS, SUBHEADINGS, PRINCIPLES, TABLE_KEY)
                .makes(f -> {
                    Text label = f.get(LABEL);
                    Text source = f.get(SOURCE);
                    Wording title = f.get(TITLE);
                    Wording general = f.get(GENERAL);
                    Wording special = f.get(SPECIAL);
                    Map<Subject, Wording> sections = f.get(SECTIONS);
                    Map<Part, Wording> subheadings = f.get(SUBHEADINGS);
                    List<Wording> principles = f.get(PRINCIPLES);
                    SummaryTable table = f.get(TABLE_KEY);
                    // What is too few has been told of, or is missing altogether.
                    return principles.size() != Edition.PRINCIPLES || subheadings.size() != Part.values().length
                            ? Optional.empty()
                            : Optional.of(new Edition(
                                    id, label, source, title, general, special,
                                    sections.entrySet().stream().map(e -> new Edition.Section(e.getKey(), e.getValue())).toList(), subheadings, principles, table));
                });
    }

    private static void whole(Cursor c, Map<Subject, Wording> sections) {
        missing(c, Stream.of(Subject.values()).filter(s -> !s.isOptional() && !sections.containsKey(s)).map(Subject::key).toList(),
                new Text("alle de punkter, der ikke kan udelades", "every section that may not be left out"));
    }

    private static void every(Cursor c, Map<Part, Wording> subheadings) {
        missing(c, Stream.of(Part.values()).filter(p -> !subheadings.containsKey(p)).map(Part::key).toList(), new Text("hver af overskrifterne", "every one of the headings"));
    }

    private static void missing(Cursor c, List<String> missing, Text expected) {
        if (!missing.isEmpty()) {
            String absent = String.join(", ", missing);
            c.fail(new Text("ingen " + absent, "no " + absent), expected, "");
        }
    }

    private static void seven(Cursor c, List<Wording> principles) {
        if (principles.size() != Edition.PRINCIPLES) {
            c.fail(new Text(principles.size() + " principper", principles.size() + " principles"), new Text("syv", "seven"), "");
        }
    }
}
