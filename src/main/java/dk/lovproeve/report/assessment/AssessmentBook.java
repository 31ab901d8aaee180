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
        sheet(say("Dimensioner", "Dimensions"), tables.dimensions(), 36, 22, 22, 22, 14, 16, 24).ifPresent(sheets::add);
        risks().ifPresent(sheets::add);
        sheet(say("Foranstaltninger", "Safeguards"), tables.safeguards(), 40, 20, 14, 34, 22, 14, 22, 36, 50).ifPresent(sheets::add);
        sheet(say("Udløst", "Asked for"), tables.screening(), 40, 60, 20, 50).ifPresent(sheets::add);
        sheet(say("Kilder", "Sources"), tables.sources(), 18, 60, 22, 36, 14, 50, 34).ifPresent(sheets::add);
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
                "Filen bærer alle svar i sig: »lovproeve assess --import« læser dem tilbage. Det, der rettes i arkene, læses ikke; ret i assessment.yaml eller i dialogen.",
                "The file carries all answers: \"lovproeve assess --import\" reads them back. What is changed in the sheets is not read; change it in assessment.yaml or in the dialogue."))));
        return new Sheet.Page(say("Oversigt", "Overview"), AssessmentPaper.title(assessed).in(language), List.of(30, 118), rows, List.of());
    }

    private static void fact(List<List<Cell>> rows, String label, String value) {
        rows.add(List.of(Cell.of(label), Cell.of(value)));
    }

    private Sheet answers() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Id", Format.TEXT, 9), new Column(say("Del", "Part"), Format.PROSE, 24), new Column(say("Spørgsmål", "Question"), Format.PROSE, 44),
                new Column(say("Hvordan det står", "Standing"), Format.PROSE, 18), new Column(say("Svar", "Answer"), Format.PROSE, 30), new Column(say("Fordi", "Because"), Format.PROSE, 70)));
        assessed.appraisal().groups().forEach(g -> columns.add(new Column(AssessmentTables.capital(AnswerWords.group(g)).in(language), Format.TEXT, 18)));
        columns.addAll(List.of(
                new Column(say("Rød linje", "Red line"), Format.TEXT, 11), new Column(say("Bestemmelser", "Provisions"), Format.PROSE, 34),
                new Column(say("Kilder", "Sources"), Format.PROSE, 24), new Column(say("Grund", "Ground"), Format.TEXT, 9), new Column(say("Forældet", "Stale"), Format.PROSE, 24),
                new Column(say("Bemærkning", "Remark"), Format.PROSE, 50), new Column(say("Af", "By"), Format.PROSE, 24), new Column(say("Dato", "Date"), Format.TEXT, 12),
                new Column(say("Bemærkningernes pkt.", "Section of the notes"), Format.TEXT, 14)));
        List<List<Cell>> rows = new ArrayList<>();
        assessed.appraisal().items().stream().filter(i -> i.standing().isAsked()).forEach(i -> rows.add(row(i)));
        return new Sheet.Table(say("Svar", "Answers"), say("Alle spørgsmål med svar", "Every question with its answer"), columns, rows);
    }

    private List<Cell> row(Item item) {
        AnswerWords.Passage passage = assessed.words().passage(item);
        Optional<Answer> answer = item.answer();
        Optional<Answer> given = answer.filter(a -> a.value().isPresent() && item.standing() != Standing.COMPUTED);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(item.question().shown()), Cell.of(assessed.appraisal().bank().sectionOf(item.question().id()).label().in(language)),
                Cell.of(item.question().ask().in(language)), Cell.of(item.standing().label().in(language)),
                passage.isGap() ? Cell.BLANK : Cell.of(passage.said().in(language)), Cell.of(passage.because().map(b -> b.in(language)).orElse(""))));
        assessed.appraisal().groups().forEach(g -> row.add(
                Optional.ofNullable(item.concern().get(g)).map(band -> Cell.of(AssessmentTables.level(band).in(language))).orElse(Cell.BLANK)));
        row.add(item.redLine() ? Cell.of(say("krydset", "crossed")) : Cell.BLANK);
        row.add(Cell.of(given.map(a -> AssessmentTables.joined(a.clauses().stream().map(assessed.words()::clause).toList(), "; ").in(language)).orElse("")));
        row.add(Cell.of(given.map(a -> String.join(", ", a.evidence())).orElse(passage.run().map(r -> say("kørsel ", "run ") + r).orElse(""))));
        row.add(Cell.of(given.flatMap(Answer::grade).map(Grade::key).orElse("")));
        row.add(Cell.of(AssessmentTables.joined(item.stale(), "; ").in(language)));
        row.add(Cell.of(answer.flatMap(Answer::remark).map(r -> r.role() + ": " + r.text().orOther(language)).orElse("")));
        row.add(Cell.of(given.map(Answer::role).orElse(item.standing() == Standing.COMPUTED ? say("modellen", "the model") : "")));
        row.add(Cell.of(given.map(a -> a.date().toString()).orElse("")));
        row.add(Cell.of(String.join(", ", item.question().lands())));
        return row;
    }

    private Optional<Sheet> risks() {
        if (assessed.appraisal().risks().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column(say("Risiko", "Risk"), Format.PROSE, 40), new Column(say("Dimension", "Dimension"), Format.PROSE, 24), new Column(say("Gruppe", "Group"), Format.TEXT, 10)));
        for (Aspect aspect : Aspect.values()) {
            columns.add(new Column(AssessmentTables.capital(aspect.label()).in(language) + ", 0-4", Format.INTEGER, 14));
        }
        columns.addAll(List.of(
                new Column(say("Sandsynlighed, skønnet, 0-4", "Likelihood, judged, 0-4"), Format.INTEGER, 14),
                new Column(say("Andel eller antal pr. person om året, kørsel", "Share or number a person and year, run"), Format.TWO_DECIMALS, 17),
                new Column(say("Det samme med det, der er foreslået", "The same with what is proposed"), Format.TWO_DECIMALS, 15),
                new Column(say("Før", "Before"), Format.TEXT, 18), new Column(say("Med det besluttede", "With what is decided"), Format.TEXT, 18),
                new Column(say("Med det foreslåede", "With what is proposed"), Format.TEXT, 18), new Column(say("Fordi", "Because"), Format.PROSE, 60),
                new Column(say("Grund", "Ground"), Format.TEXT, 9)));
        List<List<Cell>> rows = new ArrayList<>();
        for (RiskLevel risk : assessed.appraisal().risks()) {
            risk.groups().forEach((group, at) -> {
                var exposure = risk.risk().groups().get(group);
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.of(risk.risk().label().orOther(language)),
                        Cell.of(assessed.appraisal().bank().dimensions().stream().filter(d -> d.id().equals(risk.risk().dimension())).findFirst().orElseThrow().label().in(language)),
                        Cell.of(group)));
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
