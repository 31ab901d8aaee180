package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.excel.Cell;
import dk.lovproeve.report.excel.Column;
import dk.lovproeve.report.excel.Format;
import dk.lovproeve.report.excel.Sheet;
import dk.lovproeve.report.excel.WorkbookSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An assessment as a workbook: everything that can be filtered and sorted, a row each. */
final class AssessmentBook {

    private final Assessed assessed;
    private final AssessmentTables tables;
    private final Language language;

    AssessmentBook(Assessed assessed, Language language) {
        this.assessed = assessed;
        this.tables = new AssessmentTables(assessed);
        this.language = language;
    }

    WorkbookSpec workbook() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(answers());
        sheets.add(grounds());
        sheet(say("Dimensioner", "Dimensions"), tables.dimensions(), 36, 22, 22, 22, 14, 16, 24).ifPresent(sheets::add);
        risks().ifPresent(sheets::add);
        sheet(say("Foranstaltninger", "Safeguards"), tables.safeguards(), 34, 16, 12, 28, 18, 15, 16, 30, 44).ifPresent(sheets::add);
        sheet(say("Udløst", "Asked for"), tables.screening(), 40, 60, 20, 50).ifPresent(sheets::add);
        sheet(say("Kilder", "Sources"), tables.sources(), 17, 52, 20, 30, 14, 46, 30).ifPresent(sheets::add);
        sheet(say("Udtalelser", "Statements"), tables.statements(), 40, 80, 34).ifPresent(sheets::add);
        sheet(say("Godkendelser", "Approvals"), tables.approvals(), 26, 34, 80).ifPresent(sheets::add);
        sheet(say("Mangler", "Gaps"), tables.gaps(), 30, 60, 80).ifPresent(sheets::add);
        sheets.add(definitions());
        sheets.add(0, first(List.copyOf(sheets)));
        return new WorkbookSpec(
                AssessmentPaper.title(assessed).in(language), assessed.title().in(language), say("Side &P af &N", "Page &P of &N"), language, sheets);
    }

    private Sheet first(List<Sheet> others) {
        List<List<Cell>> rows = new ArrayList<>();
        assessed.assessment().caveat().ifPresent(c -> rows.add(List.of(Cell.of(say("Forbehold", "Caveat")), Cell.of(c.orOther(language)))));
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
                "Filen bærer alle svar i sig: »lovproeve assess --import« læser dem tilbage. Rettes en begrundelse eller et svar i ord i arket med svar, læses det med; andet, der er rettet, siges der til om, men læses ikke.",
                "The file carries all answers: \"lovproeve assess --import\" reads them back. A reason, or an answer in words, that is changed in the sheet of answers is read too; any other change is told of and not read."))));
        return new Sheet.Page(say("Oversigt", "Overview"), AssessmentPaper.title(assessed).in(language), List.of(30, 118), rows, List.of());
    }

    private static void fact(List<List<Cell>> rows, String label, String value) {
        rows.add(List.of(Cell.of(label), Cell.of(value)));
    }

    private Sheet answers() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Id", Format.TEXT, 9), new Column(say("Spørgsmål", "Question"), Format.PROSE, 40), new Column(say("Svar", "Answer"), Format.PROSE, 30),
                new Column(say("Fordi", "Because"), Format.PROSE, 60)));
        assessed.appraisal().groups().forEach(g -> columns.add(new Column(AssessmentTables.capital(AnswerWords.group(g)).in(language), Format.TEXT, 17)));
        columns.add(new Column(say("Rød linje", "Red line"), Format.TEXT, 12));
        List<List<Cell>> rows = asked().map(this::answer).toList();
        return new Sheet.Table(say("Svar", "Answers"), say("Alle spørgsmål med svar; tomt er ikke belyst", "Every question with its answer; blank is not examined"), columns, rows);
    }

    private Stream<Item> asked() {
        return assessed.appraisal().items().stream().filter(i -> i.standing().isAsked());
    }

    private List<Cell> answer(Item item) {
        AnswerWords.Passage passage = assessed.words().passage(item);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(item.question().shown()), Cell.of(item.question().ask().in(language)), passage.isGap() ? Cell.BLANK : Cell.of(passage.said().in(language)),
                Cell.of(passage.because().map(b -> b.in(language)).orElse(""))));
        assessed.appraisal().groups().forEach(g -> row.add(
                Optional.ofNullable(item.concern().get(g)).map(band -> Cell.of(AssessmentTables.level(band).in(language))).orElse(Cell.BLANK)));
        row.add(item.redLine() ? Cell.of(say("krydset", "crossed")) : Cell.BLANK);
        return row;
    }

    /** What each answer rests on, in a sheet of its own: with the answers in one it could not be printed. */
    private Sheet grounds() {
        List<Column> columns = List.of(
                new Column("Id", Format.TEXT, 9), new Column(say("Del", "Part"), Format.PROSE, 24), new Column(say("Hvordan det står", "Standing"), Format.PROSE, 18),
                new Column(say("Bestemmelser", "Provisions"), Format.PROSE, 36), new Column(say("Kilder", "Sources"), Format.PROSE, 20),
                new Column(say("Grund", "Ground"), Format.TEXT, 10), new Column(say("Forældet", "Stale"), Format.PROSE, 18), new Column(say("Bemærkning", "Remark"), Format.PROSE, 38),
                new Column(say("Af", "By"), Format.PROSE, 18), new Column(say("Dato", "Date"), Format.TEXT, 12), new Column(say("Bemærkn. pkt.", "Notes, section"), Format.TEXT, 12));
        return new Sheet.Table(
                say("Belæg", "Grounds"), say("Hvad svarene bygger på", "What the answers rest on"), columns, asked().map(this::ground).toList());
    }

    private List<Cell> ground(Item item) {
        AnswerWords.Passage passage = assessed.words().passage(item);
        Optional<Answer> answer = item.answer();
        Optional<Answer> given = answer.filter(a -> a.value().isPresent() && item.standing() != Standing.COMPUTED);
        return List.of(
                Cell.of(item.question().shown()), Cell.of(assessed.appraisal().bank().sectionOf(item.question().id()).label().in(language)),
                Cell.of(item.standing().label().in(language)),
                Cell.of(given.map(a -> AssessmentTables.joined(a.clauses().stream().map(assessed.words()::clause).toList(), "; ").in(language)).orElse("")),
                Cell.of(given.map(a -> String.join(", ", a.evidence())).orElse(passage.run().map(r -> say("kørsel ", "run ") + r).orElse(""))),
                Cell.of(given.flatMap(Answer::grade).map(Grade::key).orElse("")), Cell.of(AssessmentTables.joined(item.stale(), "; ").in(language)),
                Cell.of(answer.flatMap(Answer::remark).map(r -> r.role() + ": " + r.text().orOther(language)).orElse("")),
                Cell.of(given.map(Answer::role).orElse(item.standing() == Standing.COMPUTED ? say("modellen", "the model") : "")),
                Cell.of(given.map(a -> a.date().toString()).orElse("")), Cell.of(String.join(", ", item.question().lands())));
    }

    private Optional<Sheet> risks() {
        if (assessed.appraisal().risks().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column(say("Risiko", "Risk"), Format.PROSE, 30), new Column(say("Gruppe", "Group"), Format.TEXT, 10)));
        for (Aspect aspect : Aspect.values()) {
            columns.add(new Column(AssessmentTables.capital(aspect.label()).in(language) + ", 0-4", Format.INTEGER, 12));
        }
        columns.addAll(List.of(
                new Column(say("Sandsynlighed, skønnet, 0-4", "Likelihood, judged, 0-4"), Format.INTEGER, 13),
                new Column(say("Andel eller antal pr. person om året, kørsel", "Share or number a person and year, run"), Format.TWO_DECIMALS, 13),
                new Column(say("Det samme med det, der er foreslået", "The same with what is proposed"), Format.TWO_DECIMALS, 13),
                new Column(say("Før", "Before"), Format.PROSE, 16), new Column(say("Med det besluttede", "With what is decided"), Format.PROSE, 16),
                new Column(say("Med det foreslåede", "With what is proposed"), Format.PROSE, 16), new Column(say("Fordi", "Because"), Format.PROSE, 34),
                new Column(say("Grund", "Ground"), Format.TEXT, 9)));
        List<List<Cell>> rows = new ArrayList<>();
        for (RiskLevel risk : assessed.appraisal().risks()) {
            risk.groups().forEach((group, at) -> {
                var exposure = risk.risk().groups().get(group);
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.of(risk.risk().label().orOther(language)), Cell.of(group)));
                for (Aspect aspect : Aspect.values()) {
                    row.add(number(Optional.ofNullable(exposure.severity().get(aspect)).map(Integer::doubleValue)));
                }
                row.add(number(exposure.likelihood().map(Integer::doubleValue)));
                row.add(number(at.share()));
                row.add(number(at.left()));
                row.addAll(List.of(
                        Cell.of(AssessmentTables.level(at.before()).in(language)), Cell.of(AssessmentTables.level(at.after()).in(language)),
                        Cell.of(AssessmentTables.level(at.possible()).in(language)), Cell.of(exposure.reason().map(r -> r.orOther(language)).orElse("")),
                        Cell.of(exposure.grade().map(Grade::key).orElse(""))));
                rows.add(row);
            });
        }
        return Optional.of(new Sheet.Table(say("Risici", "Risks"), say("Risici for hver gruppe; tomt er ved ikke", "Risks for each group; blank is not known"), columns, rows));
    }

    private static Cell number(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.BLANK);
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
        for (Grade grade : Grade.values()) {
            rows.add(List.of(Cell.of(say("Grund ", "Ground ") + AssessmentTables.grade(grade).in(language))));
        }
        return new Sheet.Page(say("Definitioner", "Definitions"), say("Hvordan den læses", "How to read it"), List.of(148), rows, List.of());
    }

    private String say(String da, String en) {
        return language == Language.DA ? da : en;
    }
}
