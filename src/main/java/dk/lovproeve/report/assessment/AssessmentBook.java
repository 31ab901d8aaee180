package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.excel.Cell;
import dk.lovproeve.report.excel.Column;
import dk.lovproeve.report.excel.Format;
import dk.lovproeve.report.excel.Sheet;
import dk.lovproeve.report.excel.WorkbookSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An assessment as a workbook: everything that can be filtered and sorted, a row each. */
final class AssessmentBook {

    private final Assessed assessed;
    private final AssessmentTables tables;
    private final Additions additions;
    private final Language language;
    private final List<Passage> passages = new ArrayList<>();

    AssessmentBook(Assessed assessed, Language language) {
        this.assessed = assessed;
        this.tables = new AssessmentTables(assessed);
        this.additions = new Additions(assessed);
        this.language = language;
    }

    /** The cells that show fields of the assessment. */
    List<Passage> passages() {
        workbook();
        return List.copyOf(passages);
    }

    WorkbookSpec workbook() {
        passages.clear();
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(answers());
        sheets.add(grounds());
        sheet(say("Dimensioner", "Dimensions"), tables.dimensions(), 36, 22, 22, 22, 14, 16, 24).ifPresent(sheets::add);
        risks().ifPresent(sheets::add);
        withAdditions(say("Foranstaltninger", "Safeguards"), tables.safeguards(), assessed.assessment().safeguards().stream().map(Safeguard::id).toList(), additions::safeguard, 17, 34, 16, 12, 28, 18, 15, 16, 30, 44).ifPresent(sheets::add);
        sheet(say("Udløst", "Asked for"), tables.screening(), 40, 60, 20, 50).ifPresent(sheets::add);
        withAdditions(say("Kilder", "Sources"), sources(), assessed.assessment().sources().stream().map(Source::id).toList(), additions::source, 17, 52, 20, 30, 14, 40, 40, 30).ifPresent(sheets::add);
        sheet(say("Udtalelser", "Statements"), tables.statements(), List.of(), 40, 80, 34).ifPresent(sheets::add);
        sheet(say("Godkendelser", "Approvals"), tables.approvals(), List.of(), 26, 34, 80).ifPresent(sheets::add);
        sheet(say("Mangler", "Gaps"), tables.gaps(), 30, 60, 80).ifPresent(sheets::add);
        sheets.add(definitions());
        sheets.add(0, first(List.copyOf(sheets)));
        return new WorkbookSpec(
                AssessmentPaper.title(assessed).in(language), assessed.title().in(language), say("Side &P af &N", "Page &P of &N"), language, sheets);
    }

    private Sheet first(List<Sheet> others) {
        List<List<Cell>> rows = new ArrayList<>();
        assessed.assessment().caveat().ifPresent(c -> rows.add(List.of(Cell.of(say("Forbehold", "Caveat")), Cell.of(c.orOther(language)))));
        tables.withoutRun().ifPresent(line -> rows.add(List.of(Cell.BLANK, Cell.of(line.in(language)))));
        tables.summary().forEach(line -> rows.add(List.of(Cell.BLANK, Cell.of(line.in(language)))));
        fact(rows, say("Spor", "Track"), assessed.assessment().track().label().in(language));
        fact(rows, say("Tilstand", "State"), assessed.assessment().state().label().in(language));
        fact(rows, say("Spørgsmålsbank", "Question bank"), say("udgave ", "version ") + assessed.assessment().bank());
        fact(rows, say("Kørsel", "Run"), assessed.appraisal().model().flatMap(ModelView::run).map(ModelView.RunView::id).orElse(say("ingen", "none")));
        assessed.basis().rule().ifPresent(r -> fact(rows, say("Reglens fingeraftryk", "Fingerprint of the rule"), r));
        rows.add(List.of());
        rows.add(List.of(new Cell.Heading(say("Ark", "Sheets"))));
        others.forEach(sheet -> rows.add(List.of(new Cell.Link(sheet.name()), Cell.of(sheet.title()))));
        rows.add(List.of());
        rows.add(List.of(Cell.BLANK, Cell.of(say(
                "Filen bærer alle svar i sig: »lovproeve assess --import« læser dem tilbage, også dem, der er rettet i arkene med svar, belæg, risici, foranstaltninger og udtalelser. I de rækker, der begynder med »ny«, kan der skrives en kilde, en risiko eller en foranstaltning mere. Det, programmet selv har regnet ud, siges der til om, hvis det er rettet.",
                "The file carries all answers: \"lovproeve assess --import\" reads them back, those too that are changed in the sheets of answers, grounds, risks, safeguards and statements. In the rows that begin with \"new\" another source, risk or safeguard can be written. What the program has worked out itself is told of where it is changed."))));
        return new Sheet.Page(say("Oversigt", "Overview"), AssessmentPaper.title(assessed).in(language), List.of(30, 118), rows, List.of());
    }

    private static void fact(List<List<Cell>> rows, String label, String value) {
        rows.add(List.of(Cell.of(label), Cell.of(value)));
    }

    private Sheet answers() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Id", Format.TEXT, 9), new Column(say("Spørgsmål", "Question"), Format.PROSE, 40), new Column(ANSWER.in(language), Format.PROSE, 30),
                new Column(BECAUSE.in(language), Format.PROSE, 60)));
        assessed.appraisal().groups().forEach(g -> columns.add(new Column(AssessmentTables.capital(AnswerWords.group(g)).in(language), Format.TEXT, 17)));
        columns.add(new Column(say("Rød linje", "Red line"), Format.TEXT, 12));
        List<List<Cell>> rows = asked().map(this::answer).toList();
        return new Sheet.Table(ANSWERS.in(language), say("Alle spørgsmål med svar; tomt er ikke belyst", "Every question with its answer; blank is not examined"), columns, rows);
    }

    private Stream<Item> asked() {
        return assessed.appraisal().items().stream().filter(i -> i.standing().isAsked());
    }

    private List<Cell> answer(Item item) {
        AnswerWords.Passage passage = assessed.words().passage(item);
        String id = item.question().shown();
        Said said = AssessmentPaper.isOwn(item, passage)
                ? Fields.answer(item.question(), item.answer().orElseThrow(), assessed.words())
                : Said.of(Fields.locked(passage.isGap() ? Text.same("") : passage.said()));
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(id), Cell.of(item.question().ask().in(language)),
                cell(ANSWERS, id, ANSWER, said), cell(ANSWERS, id, BECAUSE, AssessmentPaper.because(item, passage).orElse(Said.of(Fields.locked(Text.same("")))))));
        assessed.appraisal().groups().forEach(g -> row.add(
                Optional.ofNullable(item.concern().get(g)).map(band -> Cell.of(AssessmentTables.level(band).in(language))).orElse(Cell.BLANK)));
        row.add(item.redLine() ? Cell.of(say("krydset", "crossed")) : Cell.BLANK);
        return row;
    }

    /** A cell that shows fields, to be found by its sheet, by what its row begins with and by its column's header. */
    private Cell cell(Text sheet, String row, Text column, Said said) {
        if (said.hasFields()) {
            passages.add(new Passage(
                    sheet.in(language) + "/" + row + "/" + column.in(language), AssessmentTables.joined(List.of(sheet, Text.same(row), column), ", "), said));
        }
        return Cell.of(said.in(language));
    }

    /** The same for a figure, which one can sort by. */
    private Cell figure(String row, Text column, Field field) {
        Cell words = cell(RISKS, row, column, Said.of(field));
        return words == Cell.BLANK ? words : Cell.of(Double.parseDouble(field.text().in(language)));
    }

    /** For what somebody writes in; who needs more exports again. */
    private static final int EMPTY_ROWS = 5;
    private static final int EMPTY_RISKS = 3;
    private static final Text ANSWERS = new Text("Svar", "Answers");
    private static final Text ANSWER = new Text("Svar", "Answer");
    private static final Text BECAUSE = new Text("Fordi", "Because");
    private static final Text GROUNDS = new Text("Belæg", "Grounds");
    private static final Text GROUND = new Text("Grund", "Ground");
    private static final Text PROVISIONS = new Text("Bestemmelser", "Provisions");
    private static final Text SOURCES = new Text("Kilder", "Sources");
    private static final Text BY = new Text("Af", "By");
    private static final Text DATE = new Text("Dato", "Date");
    private static final Text REMARK = new Text("Bemærkning", "Remark");
    private static final Text RISKS = new Text("Risici", "Risks");
    private static final Text RISK = new Text("Risiko", "Risk");
    private static final Text DIMENSION = new Text("Dimension", "Dimension");
    private static final Text LIKELIHOOD = new Text("Sandsynlighed, skønnet, 0-4", "Likelihood, judged, 0-4");

    private static Text column(Aspect aspect) {
        return AssessmentTables.each(l -> AssessmentTables.capital(aspect.label()).in(l) + ", 0-4");
    }

    /** What each answer rests on, in a sheet of its own: with the answers in one it could not be printed. */
    private Sheet grounds() {
        List<Column> columns = List.of(
                new Column("Id", Format.TEXT, 9), new Column(say("Del", "Part"), Format.PROSE, 24), new Column(say("Hvordan det står", "Standing"), Format.PROSE, 18),
                new Column(PROVISIONS.in(language), Format.PROSE, 36), new Column(SOURCES.in(language), Format.PROSE, 20),
                new Column(GROUND.in(language), Format.TEXT, 10), new Column(say("Forældet", "Stale"), Format.PROSE, 18), new Column(REMARK.in(language), Format.PROSE, 38),
                new Column(BY.in(language), Format.PROSE, 18), new Column(DATE.in(language), Format.TEXT, 12), new Column(say("Bemærkn. pkt.", "Notes, section"), Format.TEXT, 12));
        return new Sheet.Table(
                GROUNDS.in(language), say("Hvad svarene bygger på", "What the answers rest on"), columns, asked().map(this::ground).toList());
    }

    private List<Cell> ground(Item item) {
        AnswerWords.Passage passage = assessed.words().passage(item);
        Optional<Answer> answer = item.answer();
        Optional<Answer> given = answer.filter(a -> a.value().isPresent() && item.standing() != Standing.COMPUTED);
        String id = item.question().shown();
        String[] at = {"answers", item.question().id()};
        Said nothing = Said.of(Fields.locked(Text.same("")));
        return List.of(
                Cell.of(id), Cell.of(assessed.appraisal().bank().sectionOf(item.question().id()).label().in(language)),
                Cell.of(item.standing().label().in(language)),
                cell(GROUNDS, id, PROVISIONS, given.map(a -> Said.of(Fields.clauses(a.clauses(), assessed.words(), AssessmentTables.and(at, "clauses")))).orElse(nothing)),
                cell(GROUNDS, id, SOURCES, given.map(a -> Said.of(Fields.evidence(a.evidence(), AssessmentTables.and(at, "evidence"))))
                        .orElse(Said.of(Fields.locked(AssessmentTables.each(l -> passage.run().map(r -> new Text("kørsel ", "run ").in(l) + r).orElse("")))))),
                cell(GROUNDS, id, GROUND, given.map(a -> Said.of(Fields.grade(a.grade(), AssessmentTables.and(at, "grade")))).orElse(nothing)),
                Cell.of(AssessmentTables.joined(item.stale(), "; ").in(language)),
                cell(GROUNDS, id, REMARK, answer.flatMap(Answer::remark)
                        .map(r -> Said.of(Fields.name(r.role(), AssessmentTables.and(at, "remark", "by"))).and(Text.same(": ")).and(Fields.words(r.text(), AssessmentTables.and(at, "remark", "text"))))
                        .orElse(nothing)),
                cell(GROUNDS, id, BY, given.map(a -> Said.of(Fields.name(a.role(), AssessmentTables.and(at, "by"))))
                        .orElse(Said.of(Fields.locked(item.standing() == Standing.COMPUTED ? new Text("modellen", "the model") : Text.same(""))))),
                cell(GROUNDS, id, DATE, given.map(a -> Said.of(Fields.date(a.date(), AssessmentTables.and(at, "date")).shown(Text.same(a.date().toString())))).orElse(nothing)),
                Cell.of(String.join(", ", item.question().lands())));
    }

    private Optional<Sheet> risks() {
        if (assessed.appraisal().risks().isEmpty() && !additions.isOpen()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Id", Format.TEXT, 17), new Column(RISK.in(language), Format.PROSE, 30), new Column(DIMENSION.in(language), Format.PROSE, 16), new Column(say("Gruppe", "Group"), Format.TEXT, 10)));
        for (Aspect aspect : Aspect.values()) {
            columns.add(new Column(column(aspect).in(language), Format.INTEGER, 12));
        }
        columns.addAll(List.of(
                new Column(LIKELIHOOD.in(language), Format.INTEGER, 13),
                new Column(say("Andel eller antal pr. person om året, kørsel", "Share or number a person and year, run"), Format.TWO_DECIMALS, 13),
                new Column(say("Det samme med det, der er foreslået", "The same with what is proposed"), Format.TWO_DECIMALS, 13),
                new Column(say("Før", "Before"), Format.PROSE, 16), new Column(RiskLevel.DECIDED.in(language), Format.PROSE, 16),
                new Column(RiskLevel.PROPOSED.in(language), Format.PROSE, 16), new Column(BECAUSE.in(language), Format.PROSE, 34),
                new Column(GROUND.in(language), Format.TEXT, 9)));
        List<List<Cell>> rows = new ArrayList<>();
        for (RiskLevel risk : assessed.appraisal().risks()) {
            risk.groups().forEach((group, at) -> {
                var exposure = risk.risk().groups().get(group);
                String[] own = {"risks", risk.risk().id(), "groups", group};
                // What a row is found by must tell it from every other, also once somebody has sorted the sheet.
                String id = risk.risk().id() + "." + group;
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.of(id), cell(RISKS, id, RISK, Said.of(Fields.words(risk.risk().label(), "risks", risk.risk().id(), "label"))),
                        Cell.of(assessed.appraisal().bank().dimensions().stream().filter(d -> d.id().equals(risk.risk().dimension())).findFirst().orElseThrow().label().in(language)), Cell.of(group)));
                for (Aspect aspect : Aspect.values()) {
                    row.add(figure(id, column(aspect), Fields.figure(Optional.ofNullable(exposure.severity().get(aspect)), AssessmentTables.and(own, aspect.key()))));
                }
                row.add(risk.risk().measured().isPresent()
                        ? cell(RISKS, id, LIKELIHOOD, Said.of(Fields.locked(Text.same(""))))
                        : figure(id, LIKELIHOOD, Fields.figure(exposure.likelihood(), AssessmentTables.and(own, "likelihood"))));
                row.add(number(at.share()));
                row.add(number(at.left()));
                row.addAll(List.of(
                        Cell.of(AssessmentTables.level(at.before()).in(language)), Cell.of(AssessmentTables.level(at.after()).in(language)),
                        Cell.of(AssessmentTables.level(at.possible()).in(language)),
                        cell(RISKS, id, BECAUSE, Said.of(Fields.words(exposure.reason(), AssessmentTables.and(own, "reason")).shown(exposure.reason().map(Prose::text).orElse(Text.same(""))))),
                        cell(RISKS, id, GROUND, Said.of(Fields.grade(exposure.grade(), AssessmentTables.and(own, "grade"))))));
                rows.add(row);
            });
        }
        for (int n = 1; n <= EMPTY_RISKS && additions.isOpen(); n++) {
            for (String group : assessed.appraisal().groups()) {
                rows.add(addedRisk(n, group));
            }
        }
        return Optional.of(new Sheet.Table(RISKS.in(language), say("Risici for hver gruppe; tomt er ved ikke", "Risks for each group; blank is not known"), columns, rows));
    }

    /** An empty row, for what somebody writes in of a new risk for a group; what is worked out stays blank. */
    private List<Cell> addedRisk(int number, String group) {
        String id = added(number) + "." + group;
        List<Text> columns = new ArrayList<>(List.of(RISK, DIMENSION));
        Stream.of(Aspect.values()).map(AssessmentBook::column).forEach(columns::add);
        columns.addAll(List.of(LIKELIHOOD, BECAUSE, GROUND));
        List<Field> fields = additions.risk(number, group);
        List<Cell> cells = IntStream.range(0, columns.size()).mapToObj(c -> cell(RISKS, id, columns.get(c), Said.of(fields.get(c)))).toList();
        List<Cell> row = new ArrayList<>(List.of(Cell.of(id), cells.get(0), cells.get(1), Cell.of(group)));
        row.addAll(cells.subList(2, cells.size() - 2));
        row.addAll(Collections.nCopies(WORKED_OUT, Cell.BLANK));
        row.addAll(cells.subList(cells.size() - 2, cells.size()));
        return row;
    }

    /** The columns of a risk that follow from the others: how often in the run, and the levels. */
    private static final int WORKED_OUT = 5;

    private static Cell number(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.BLANK);
    }

    /** The sources without their ids; what they say of themselves is the same in the program's own words. */
    private Grid.Editable sources() {
        Grid all = tables.sources();
        int columns = all.header().size();
        return new Grid.Editable(
                "sources", Said.of(all.title()), all.header().subList(1, columns),
                all.rows().stream().map(row -> row.subList(1, columns).stream().map(Said::of).toList()).toList());
    }

    /** The same with empty rows at the end, for what somebody writes in. */
    private Optional<Sheet> withAdditions(String name, Grid.Editable table, List<String> ids, IntFunction<List<Field>> empty, int... widths) {
        List<List<Said>> rows = new ArrayList<>(table.rows());
        List<String> named = new ArrayList<>(ids);
        for (int n = 1; n <= EMPTY_ROWS && additions.isOpen(); n++) {
            rows.add(empty.apply(n).stream().map(Said::of).toList());
            named.add(added(n));
        }
        return sheet(name, new Grid.Editable(table.id(), table.title(), table.header(), rows), named, widths);
    }

    /** What an empty row begins with, which it is found by. */
    private String added(int number) {
        return say("ny ", "new ") + number;
    }

    /** A table whose cells can be read back; with a column of ids before it where there are some. */
    private Optional<Sheet> sheet(String name, Grid.Editable editable, List<String> ids, int... widths) {
        for (int r = 0; r < editable.rows().size(); r++) {
            List<Said> row = editable.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                cell(Text.same(name), ids.isEmpty() ? row.get(0).in(language) : ids.get(r), editable.header().get(c), row.get(c));
            }
        }
        Grid grid = editable.grid();
        return sheet(name, ids.isEmpty() ? grid : grid.beginningWith(Text.same("Id"), ids.stream().map(Text::same).toList()), widths);
    }

    private Optional<Sheet> sheet(String name, Grid grid, int... widths) {
        if (grid.rows().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < grid.header().size(); c++) {
            columns.add(new Column(grid.header().get(c).in(language), Format.PROSE, c < widths.length ? widths[c] : 20));
        }
        List<List<Cell>> rows = grid.rows().stream().map(row -> row.stream().map(t -> Cell.of(t.in(language))).toList()).toList();
        return Optional.of(new Sheet.Table(name, grid.title().in(language), columns, rows));
    }

    private Sheet definitions() {
        List<List<Cell>> rows = new ArrayList<>();
        AssessmentReading.groups(assessed.appraisal()).ifPresent(line -> rows.add(List.of(Cell.of(line.in(language)))));
        AssessmentReading.lines().forEach(line -> rows.add(List.of(Cell.of(line.in(language)))));
        for (Grid grid : AssessmentReading.scales(assessed.appraisal().bank())) {
            rows.add(List.of());
            rows.add(List.of(new Cell.Heading(grid.title().in(language))));
            for (List<Text> row : grid.rows()) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < row.size(); c++) {
                    cells.add(grid.header().get(c).in(language) + ": " + row.get(c).in(language));
                }
                rows.add(List.of(Cell.of(String.join("; ", cells))));
            }
        }
        return new Sheet.Page(say("Definitioner", "Definitions"), say("Hvordan den læses", "How to read it"), List.of(148), rows, List.of());
    }

    private String say(String da, String en) {
        return language == Language.DA ? da : en;
    }
}
