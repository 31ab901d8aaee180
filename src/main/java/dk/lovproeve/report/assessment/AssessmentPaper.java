package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.DimensionLevel;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Section.Layer;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An assessment as a document: how it stands first, then every answer, every risk and what is done about it. */
final class AssessmentPaper {

    private final Assessed assessed;
    private final AssessmentTables tables;
    private final Additions additions;
    private final Language language;
    private final List<Passage> passages = new ArrayList<>();

    AssessmentPaper(Assessed assessed, Language language) {
        this.assessed = assessed;
        this.tables = new AssessmentTables(assessed);
        this.additions = new Additions(assessed);
        this.language = language;
    }

    static Text title(Assessed assessed) {
        return AssessmentTables.each(l -> new Text("Dataetisk konsekvensanalyse", "Data-ethics impact assessment").in(l) + ": " + assessed.title().in(l));
    }

    /** The texts of the document that show fields of the assessment. */
    List<Passage> passages() {
        document();
        return List.copyOf(passages);
    }

    Document document() {
        passages.clear();
        List<Block> blocks = new ArrayList<>();
        assessed.assessment().caveat().ifPresent(c -> blocks.add(new Note(
                Note.Kind.CAVEAT, "", List.of(paragraph("", new Text("Forbehold", "Caveat"), Said.of(Fields.words(c, "caveat")))))));
        tables.withoutRun().ifPresent(line -> blocks.add(new Note(Note.Kind.CAVEAT, "", List.of(paragraph(line.in(language))))));
        blocks.add(standing());
        for (dk.lovproeve.assessment.Section section : assessed.appraisal().bank().sections()) {
            section(section).ifPresent(blocks::add);
        }
        blocks.add(risks());
        blocks.add(safeguards());
        blocks.add(decision());
        if (!assessed.assessment().sources().isEmpty()) {
            blocks.add(new Section("", say("Kilder", "Sources"), true, List.of(table(tables.cited()))));
        }
        blocks.add(reading());
        if (additions.isOpen()) {
            blocks.add(additions());
        }
        return new Document(title(assessed).in(language), capital(assessed.assessment().track().label().in(language)), language, facts(), 1, blocks);
    }

    private List<Fact> facts() {
        Assessment assessment = assessed.assessment();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say("Tilstand", "State"), words(assessment.state().label().in(language))));
        facts.add(new Fact(say("Spørgsmålsbank", "Question bank"), words(say("udgave ", "version ") + assessment.bank())));
        Optional<String> run = assessed.appraisal().model().flatMap(ModelView::run).map(ModelView.RunView::id);
        facts.add(new Fact(say("Kørsel", "Run"), words(run.orElse(say("ingen", "none")))));
        assessed.basis().rule().ifPresent(r -> facts.add(new Fact(say("Reglens fingeraftryk", "Fingerprint of the rule"), words(r))));
        assessment.takenFrom().ifPresent(f -> facts.add(new Fact(say("Svar overtaget fra", "Answers taken over from"), words(f))));
        return facts;
    }

    // ---- how it stands ----

    private Section standing() {
        List<Block> blocks = new ArrayList<>();
        assessed.assessment().subject().ifPresent(s -> blocks.add(
                paragraph("", new Text("Det, der vurderes", "What is assessed"), Said.of(Fields.words(s.text(), "subject", "text")))));
        tables.summary().forEach(line -> blocks.add(paragraph(line.in(language))));
        List<Text> warnings = tables.warnings();
        if (!warnings.isEmpty()) {
            blocks.add(new Note(Note.Kind.CAVEAT, say("Hvad der ikke passer sammen", "What does not go together"),
                    List.of(new ItemList(false, warnings.stream().map(w -> words(w.in(language))).toList()))));
        }
        AssessmentReading.groups(assessed.appraisal()).ifPresent(line -> blocks.add(paragraph(line.in(language))));
        add(blocks, tables.dimensions());
        add(blocks, tables.screening());
        add(blocks, tables.gaps());
        return new Section("", say("Hvordan analysen står", "How the assessment stands"), true, blocks);
    }

    private void add(List<Block> blocks, Grid grid) {
        if (!grid.rows().isEmpty()) {
            blocks.add(table(grid));
        }
    }

    // ---- answers ----

    private Optional<Section> section(dk.lovproeve.assessment.Section section) {
        List<Item> items = section.questions().stream().map(q -> assessed.appraisal().item(q.id())).filter(i -> i.standing().isAsked()).toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(section.text().in(language)));
        assessed.appraisal().dimensions().stream().filter(d -> d.section().id().equals(section.id())).findFirst().ifPresent(d -> blocks.add(paragraph(levels(d))));
        items.forEach(i -> blocks.add(question(i)));
        String title = section.layer() == Layer.DIMENSION ? section.label().in(language) + " (" + section.id().toUpperCase(language.locale()) + ")" : section.label().in(language);
        return Optional.of(new Section("", title, true, blocks));
    }

    private String levels(DimensionLevel dimension) {
        if (dimension.isBlank()) {
            return say("Ingen ved endnu noget om den.", "Nobody knows anything of it yet.");
        }
        List<Text> said = new ArrayList<>();
        dimension.after().forEach((group, band) -> said.add(AssessmentTables.each(l -> AnswerWords.group(group).in(l) + " " + AssessmentTables.level(band).in(l))));
        return say("Niveau: ", "Level: ") + AssessmentTables.joined(said, ", ").in(language) + ".";
    }

    private Section question(Item item) {
        Question question = item.question();
        AnswerWords.Passage passage = assessed.words().passage(item);
        List<Block> blocks = new ArrayList<>();
        Said said = said(item, passage);
        if (passage.isGap()) {
            said = lacking(item, passage);
            Said why = because(item, passage).map(b -> Said.of(Text.same(". ")).and(b)).orElse(Said.of(Text.same(".")));
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(question, said.and(why)))));
        } else {
            // Words that are the answer stand as they are; where a reason follows, the answer before it must be found at a glance.
            Said answer = said.sentence();
            blocks.add(because(item, passage)
                    .map(b -> {
                        shown(question.id(), AssessmentTables.each(l -> question.shown() + " " + question.ask().in(l)), answer.and(Text.same(" ")).and(b));
                        return new Paragraph(List.of(new Strong(words(answer.in(language))), new Words(" " + b.in(language))));
                    })
                    .orElseGet(() -> paragraph(question, answer)));
        }
        ground(item, passage).ifPresent(g -> blocks.add(paragraph(question, g)));
        if (item.redLine()) {
            blocks.add(new Note(Note.Kind.CAVEAT, say("Rød linje", "Red line"), List.of(paragraph(say("Krydset: kritisk, hvad der end svares ellers.", "Crossed: critical whatever else is answered.")))));
        }
        item.stale().forEach(why -> blocks.add(new Note(Note.Kind.CAVEAT, say("Forældet", "Stale"), List.of(paragraph(capital(why.in(language)) + ".")))));
        item.answer().flatMap(Answer::remark).ifPresent(r -> blocks.add(new Note(
                Note.Kind.NOTE, AssessmentTables.by(r.role(), r.date()).in(language),
                List.of(paragraph(question, Said.of(Fields.words(r.text(), "answers", question.id(), "remark", "text")))))));
        return new Section(question.id(), question.shown() + ". " + question.ask().in(language), false, blocks);
    }

    /** What is missing at a question, as it begins a sentence. */
    private Said lacking(Item item, AnswerWords.Passage passage) {
        Text what = item.standing() != Standing.MISSING
                ? passage.said()
                : tables.needsRun(item)
                        ? new Text("et svar, som kræver en kørsel: modellen læser det af den", "an answer that needs a run: the model reads it there")
                        : new Text("et svar", "an answer");
        return Said.of(Fields.locked(AssessmentTables.capital(what)));
    }

    private Said said(Item item, AnswerWords.Passage passage) {
        return isOwn(item, passage) ? Fields.answer(item.question(), item.answer().orElseThrow(), assessed.words()) : Said.of(Fields.locked(passage.said()));
    }

    /** Whether somebody's own answer stands: nobody answers for the model, or what is not answered yet, by changing a document. */
    static boolean isOwn(Item item, AnswerWords.Passage passage) {
        return !passage.isGap() && item.standing() != Standing.COMPUTED && item.answer().flatMap(Answer::value).isPresent();
    }

    static Optional<Said> because(Item item, AnswerWords.Passage passage) {
        return item.standing() == Standing.COMPUTED
                ? passage.because().map(b -> Said.of(Fields.locked(b)))
                : item.answer().flatMap(Answer::reason).map(r -> Said.of(Fields.words(r, "answers", item.question().id(), "reason")));
    }

    /** Who answered, on which provisions and sources, and how firm the ground is. */
    private Optional<Said> ground(Item item, AnswerWords.Passage passage) {
        List<Said> said = new ArrayList<>();
        if (item.standing() == Standing.COMPUTED) {
            said.add(Said.of(new Text("Svaret er modellens", "The answer is the model's")).and(AssessmentTables.each(
                    l -> passage.run().map(r -> new Text(", kørsel ", ", run ").in(l) + r).orElse(""))));
        } else {
            item.answer().filter(a -> a.value().isPresent()).ifPresent(a -> {
                String[] at = {"answers", item.question().id()};
                if (!a.clauses().isEmpty()) {
                    said.add(Said.of(new Text("Bestemmelser: ", "Provisions: ")).and(Fields.clauses(a.clauses(), assessed.words(), AssessmentTables.and(at, "clauses"))));
                }
                if (!a.evidence().isEmpty()) {
                    said.add(Said.of(new Text("Kilder: ", "Sources: ")).and(Fields.locked(Text.same(String.join("; ", a.evidence().stream().map(this::source).toList())))));
                }
                a.grade().ifPresent(g -> said.add(Said.of(new Text("Grund ", "Ground ")).and(Fields.grade(a.grade(), AssessmentTables.and(at, "grade")))));
                said.add(Said.of(new Text("Besvaret af ", "Answered by ")).and(AssessmentTables.by(a.role(), a.date(), at)));
            });
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(Said.joined(said, ". ").and(Text.same(".")));
    }

    private String source(String id) {
        return assessed.assessment().sources().stream().filter(s -> s.id().equals(id)).findFirst().map(this::cited).orElse(id);
    }

    /** Whom it is from, when, and where in it; by its title too where another source is from the same and the same time. */
    private String cited(Source source) {
        boolean alone = assessed.assessment().sources().stream().filter(s -> from(s).equals(from(source))).count() == 1;
        return from(source) + (alone ? "" : ", " + said(source.title())) + source.pinpoint().map(p -> ", " + said(p)).orElse("");
    }

    private String from(Source source) {
        return said(source.publisher()) + " " + said(source.date());
    }

    private String said(String words) {
        return assessed.sources().in(language, words);
    }

    // ---- risks and what is done ----

    private Section risks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(say(
                "Hver risiko er vurderet for hver retssikkerhedsgruppe for sig og slået op i en tabel; der lægges intet sammen. Hvor der står et tal fra kørslen, er det modellens; en pil viser det samme i den udgave af reglen, der er foreslået som foranstaltning.",
                "Each risk is judged for each rights-security group by itself and looked up in a table; nothing is added up. A number from the run is the model's; an arrow shows the same in the version of the rule that is proposed as a safeguard.")));
        if (assessed.appraisal().risks().isEmpty()) {
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("Ingen risici er vurderet endnu.", "No risks have been judged yet.")))));
        }
        for (RiskLevel risk : assessed.appraisal().risks()) {
            blocks.add(table(tables.risk(risk)));
            again(assessed.appraisal().stale(risk.risk()), risk.risk().from(), Optional.empty()).forEach(blocks::add);
            assessed.appraisal().contradictions(risk).forEach((group, says) -> blocks.add(new Note(
                    Note.Kind.CAVEAT, say("Skøn og kørsel", "Judgement and run"), List.of(paragraph(tables.contradiction(risk, group, says).in(language))))));
        }
        assessed.assessment().setAside().forEach((id, why) -> blocks.add(paragraph(
                "", typical(id), Said.of(AssessmentTables.each(l -> new Text("Opstår ikke: ", "Does not arise: ").in(l) + typical(id).in(l) + ". ")).and(Fields.words(why, "ruled-out", id)))));
        return new Section("", say("Risici", "Risks"), true, blocks);
    }

    /** That something must be looked at again: what it rests on has changed, or it is another's. */
    private List<Block> again(List<Text> stale, Optional<String> from, Optional<String> whose) {
        List<Block> notes = new ArrayList<>();
        String prefix = whose.map(w -> w + ": ").orElse("");
        stale.forEach(why -> notes.add(new Note(Note.Kind.CAVEAT, say("Forældet", "Stale"), List.of(paragraph(prefix + (prefix.isEmpty() ? capital(why.in(language)) : why.in(language)) + ".")))));
        from.ifPresent(other -> notes.add(new Note(Note.Kind.CAVEAT, say("Overtaget", "Taken over"), List.of(paragraph(
                prefix + say("det er fra " + other + " og skal ses på her.", "it is from " + other + " and is to be looked at here."))))));
        return notes;
    }

    private Text typical(String id) {
        return assessed.appraisal().bank().typical().stream().filter(t -> t.id().equals(id)).findFirst().map(t -> t.label()).orElse(Text.same(id));
    }

    private Section safeguards() {
        List<Block> blocks = new ArrayList<>();
        Grid.Editable all = tables.plan();
        if (all.rows().isEmpty()) {
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("Der er ingen foranstaltninger.", "There are no safeguards.")))));
        }
        if (!all.rows().isEmpty()) {
            blocks.add(table(all));
        }
        assessed.assessment().safeguards().forEach(s -> again(assessed.appraisal().stale(s), s.from(), Optional.of(s.label().orOther(language))).forEach(blocks::add));
        List<List<Inline>> grounds = new ArrayList<>();
        assessed.assessment().safeguards().forEach(g -> tables.grounds(g).forEach(ground -> {
            shown("", g.label().text(), ground);
            grounds.add(words(ground.in(language)));
        }));
        if (!grounds.isEmpty()) {
            blocks.add(paragraph(say("Hvad der viser, at en risiko falder:", "What shows that a risk falls:")));
            blocks.add(new ItemList(false, grounds));
        }
        return new Section("", say("Foranstaltninger", "Safeguards"), true, blocks);
    }

    private Section decision() {
        Assessment assessment = assessed.assessment();
        List<Block> blocks = new ArrayList<>(List.of(table(tables.statements())));
        if (!assessment.approvals().isEmpty()) {
            blocks.add(table(tables.approvals()));
        } else {
            blocks.add(paragraph(say("Analysen er ", "The assessment is a ") + Approval.State.DRAFT.label().in(language) + "."));
        }
        if (assessment.decision().isEmpty()) {
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("En beslutning. Programmet foreslår ingen.", "A decision. The program proposes none.")))));
        }
        assessment.decision().ifPresent(d -> decided(d, blocks));
        return new Section("", say("Udtalelser og beslutning", "Statements and decision"), true, blocks);
    }

    private void decided(Decision decision, List<Block> blocks) {
        // What was decided, by whom and when stands as it was decided.
        Said outcome = Said.of(Fields.locked(decision.outcome().label())).sentence();
        Said by = Said.of(Fields.locked(AssessmentTables.by(decision.role(), decision.date())));
        shown("", DECISION, outcome.and(Text.same(" ")).and(by).and(Text.same(".")));
        blocks.add(new Paragraph(List.of(new Strong(words(outcome.in(language))), new Words(" " + by.in(language) + "."))));
        blocks.add(paragraph("", DECISION, Said.of(new Text("Interesser, der tjenes: ", "Interests served: ")).and(Fields.words(decision.served(), "decision", "served"))));
        blocks.add(paragraph("", DECISION, Said.of(new Text("Interesser, der skades: ", "Interests harmed: ")).and(Fields.words(decision.harmed(), "decision", "harmed"))));
        decision.conditions().ifPresent(c -> blocks.add(paragraph("", DECISION, Said.of(new Text("Vilkår: ", "Conditions: ")).and(Fields.words(c, "decision", "conditions")))));
        if (!decision.accepted().isEmpty()) {
            blocks.add(paragraph("", DECISION, Said.of(new Text("Risici, der tages på sig: ", "Risks accepted: "))
                    .and(Fields.locked(AssessmentTables.joined(decision.accepted().stream().map(this::risk).toList(), "; "))).and(Text.same("."))));
        }
        for (int i = 0; i < decision.dissent().size(); i++) {
            Answer.Remark d = decision.dissent().get(i);
            blocks.add(new Note(Note.Kind.NOTE, say("Uenig: ", "Disagrees: ") + AssessmentTables.by(d.role(), d.date()).in(language),
                    List.of(paragraph("", DECISION, Said.of(Fields.words(d.text(), "decision", "dissent", String.valueOf(i), "text"))))));
        }
        blocks.add(paragraph("", DECISION, Said.of(new Text("Der ses på den igen ", "It is looked at again on ")).and(Fields.date(decision.review(), "decision", "review")).and(Text.same("."))));
    }

    private static final Text DECISION = new Text("Beslutningen", "The decision");

    private Text risk(String id) {
        return assessed.assessment().risks().stream().filter(r -> r.id().equals(id)).findFirst().map(r -> r.label().text()).orElse(Text.same(id));
    }

    // ---- how to read it ----

    private Section reading() {
        List<Block> blocks = new ArrayList<>();
        AssessmentReading.lines().forEach(line -> blocks.add(paragraph(line.in(language))));
        AssessmentReading.scales(assessed.appraisal().bank()).forEach(grid -> blocks.add(table(grid)));
        return new Section("", say("Hvordan den læses", "How to read it"), true, blocks);
    }

    // ---- what can be written in ----

    private Section additions() {
        List<Integer> two = List.of(1, 2);
        List<Text> sources = tables.sources().header();
        Text source = new Text("Kilde ", "Source ");
        Text safeguard = new Text("Foranstaltning ", "Safeguard ");
        List<String> groups = assessed.appraisal().groups();
        return new Section("", say("Tilføjelser", "Additions"), true, List.of(
                paragraph(say(
                        "Mangler der en kilde, en risiko eller en foranstaltning, kan den skrives her. »lovproeve assess --import« læser den ind og giver den et id; det, der står tomt, bliver ikke til noget. Hvor meget en foranstaltning sænker en risiko, siges i »lovproeve assess«.",
                        "If a source, a risk or a safeguard is missing, it can be written here. \"lovproeve assess --import\" reads it in and gives it an id; what stands empty comes to nothing. By how much a safeguard lowers a risk is said in \"lovproeve assess\".")),
                table(Additions.form("new-sources", new Text("Nye kilder", "New sources"), sources.subList(1, sources.size()), numbered(source, two), two.stream().map(additions::source).toList())),
                table(Additions.form(
                        "new-risk", new Text("Ny risiko; navn og dimension skrives én gang", "New risk; its name and dimension are written once"), Additions.RISK_HEADER,
                        groups.stream().map(g -> AssessmentTables.capital(AnswerWords.group(g))).toList(), groups.stream().map(g -> additions.risk(1, g)).toList())),
                table(Additions.form(
                        "new-safeguards", new Text("Nye foranstaltninger", "New safeguards"), tables.safeguards().header(), numbered(safeguard, two), two.stream().map(additions::safeguard).toList()))));
    }

    private static List<Text> numbered(Text what, List<Integer> numbers) {
        return numbers.stream().map(n -> AssessmentTables.each(l -> what.in(l) + n)).toList();
    }

    // ---- words ----

    private String say(String da, String en) {
        return language == Language.DA ? da : en;
    }

    private String capital(String words) {
        return words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1);
    }

    private static List<Inline> words(String words) {
        return List.of(new Words(words));
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(words(words));
    }

    // ---- what can be read back ----

    private void shown(String at, Text name, Said said) {
        if (said.hasFields()) {
            passages.add(new Passage(at, name, said));
        }
    }

    private Paragraph paragraph(String at, Text name, Said said) {
        shown(at, name, said);
        return paragraph(said.in(language));
    }

    private Paragraph paragraph(Question question, Said said) {
        return paragraph(question.id(), AssessmentTables.each(l -> question.shown() + " " + question.ask().in(l)), said);
    }

    private Table table(Grid.Editable grid) {
        shown(grid.id(), grid.title().text(), grid.title());
        for (int r = 0; r < grid.rows().size(); r++) {
            List<Said> row = grid.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                Text header = grid.header().get(c);
                // The header is the first row.
                shown(grid.id() + "/1." + (r + 2) + "." + (c + 1), AssessmentTables.joined(List.of(grid.title().text(), row.get(0).text(), header), ", "), row.get(c));
            }
        }
        return table(grid.id(), grid.grid());
    }

    private Table table(Grid grid) {
        return table("", grid);
    }

    private Table table(String id, Grid grid) {
        return new Table(
                id, grid.title().in(language), "", Collections.nCopies(grid.header().size(), Table.Alignment.TEXT), List.of(row(grid.header())),
                grid.rows().stream().map(this::row).toList(), true);
    }

    private Table.Row row(List<Text> cells) {
        return new Table.Row(cells.stream().map(c -> new Table.Cell(c.in(language).isEmpty() ? List.of() : List.of(paragraph(c.in(language))), 1)).toList());
    }
}
