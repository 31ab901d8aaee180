package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.DimensionLevel;
import dk.lovproeve.assessment.Grade;
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
    private final Language language;

    AssessmentPaper(Assessed assessed, Language language) {
        this.assessed = assessed;
        this.tables = new AssessmentTables(assessed);
        this.language = language;
    }

    static Text title(Assessed assessed) {
        return AssessmentTables.each(l -> new Text("Dataetisk konsekvensanalyse", "Data-ethics impact assessment").in(l) + ": " + assessed.title().in(l));
    }

    Document document() {
        List<Block> blocks = new ArrayList<>();
        assessed.assessment().caveat().ifPresent(c -> blocks.add(new Note(Note.Kind.CAVEAT, "", List.of(paragraph(c.orOther(language))))));
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
        return new Document(title(assessed).in(language), assessed.assessment().track().label().in(language), language, facts(), 1, blocks);
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
        assessed.assessment().subject().ifPresent(s -> blocks.add(paragraph(s.text().orOther(language))));
        tables.summary().forEach(line -> blocks.add(paragraph(line.in(language))));
        List<Text> warnings = tables.warnings();
        if (!warnings.isEmpty()) {
            blocks.add(new Note(Note.Kind.CAVEAT, say("Hvad der ikke passer sammen", "What does not go together"),
                    List.of(new ItemList(false, warnings.stream().map(w -> words(w.in(language))).toList()))));
        }
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
        if (passage.isGap()) {
            String why = passage.because().map(b -> ". " + b.in(language)).orElse(".");
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(passage.said().in(language) + why))));
        } else {
            // Words that are the answer stand as they are; where a reason follows, the answer before it must be found at a glance.
            String said = ended(capital(passage.said().in(language)));
            blocks.add(passage.because()
                    .map(b -> new Paragraph(List.of(new Strong(words(said)), new Words(" " + b.in(language)))))
                    .orElse(paragraph(said)));
        }
        ground(item, passage).ifPresent(g -> blocks.add(paragraph(g)));
        if (item.redLine()) {
            blocks.add(new Note(Note.Kind.CAVEAT, say("Rød linje", "Red line"), List.of(paragraph(say("Krydset: kritisk, hvad der end svares ellers.", "Crossed: critical whatever else is answered.")))));
        }
        item.stale().forEach(why -> blocks.add(new Note(Note.Kind.CAVEAT, say("Forældet", "Stale"), List.of(paragraph(capital(why.in(language)) + ".")))));
        item.answer().flatMap(Answer::remark).ifPresent(r -> blocks.add(new Note(
                Note.Kind.NOTE, AssessmentTables.by(r.role(), r.date()).in(language), List.of(paragraph(r.text().orOther(language))))));
        return new Section(question.id(), question.shown() + ". " + question.ask().in(language), false, blocks);
    }

    /** Who answered, on which provisions and sources, and how firm the ground is. */
    private Optional<String> ground(Item item, AnswerWords.Passage passage) {
        List<String> said = new ArrayList<>();
        if (item.standing() == Standing.COMPUTED) {
            said.add(say("Svaret er modellens", "The answer is the model's") + passage.run().map(r -> say(", kørsel ", ", run ") + r).orElse(""));
        } else {
            item.answer().filter(a -> a.value().isPresent()).ifPresent(a -> {
                if (!a.clauses().isEmpty()) {
                    said.add(say("Bestemmelser: ", "Provisions: ") + AssessmentTables.joined(a.clauses().stream().map(assessed.words()::clause).toList(), "; ").in(language));
                }
                if (!a.evidence().isEmpty()) {
                    said.add(say("Kilder: ", "Sources: ") + String.join("; ", a.evidence().stream().map(this::source).toList()));
                }
                a.grade().map(Grade::key).ifPresent(g -> said.add(say("Grund ", "Ground ") + g));
                said.add(say("Besvaret af ", "Answered by ") + AssessmentTables.by(a.role(), a.date()).in(language));
            });
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", said) + ".");
    }

    private String source(String id) {
        return assessed.assessment().sources().stream().filter(s -> s.id().equals(id)).findFirst().map(this::shortly).orElse(id);
    }

    private String shortly(Source source) {
        return said(source.publisher()) + " " + said(source.date()) + source.pinpoint().map(p -> ", " + said(p)).orElse("");
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
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("ingen risici er vurderet endnu.", "no risks have been judged yet.")))));
        }
        for (RiskLevel risk : assessed.appraisal().risks()) {
            blocks.add(table(tables.risk(risk)));
            again(assessed.appraisal().stale(risk.risk()), risk.risk().from(), Optional.empty()).forEach(blocks::add);
            assessed.appraisal().contradictions(risk).forEach((group, says) -> blocks.add(new Note(
                    Note.Kind.CAVEAT, say("Skøn og kørsel", "Judgement and run"), List.of(paragraph(tables.contradiction(risk, group, says).in(language))))));
        }
        assessed.assessment().setAside().forEach((id, why) -> blocks.add(paragraph(
                say("Opstår ikke: ", "Does not arise: ") + typical(id) + ". " + why.orOther(language))));
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

    private String typical(String id) {
        return assessed.appraisal().bank().typical().stream().filter(t -> t.id().equals(id)).findFirst().map(t -> t.label().in(language)).orElse(id);
    }

    private Section safeguards() {
        List<Block> blocks = new ArrayList<>();
        Grid all = tables.plan();
        if (all.rows().isEmpty()) {
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("der er ingen foranstaltninger.", "there are no safeguards.")))));
        }
        if (!all.rows().isEmpty()) {
            blocks.add(table(all));
        }
        assessed.assessment().safeguards().forEach(s -> again(assessed.appraisal().stale(s), s.from(), Optional.of(s.label().orOther(language))).forEach(blocks::add));
        List<List<Inline>> grounds = assessed.assessment().safeguards().stream().flatMap(g -> tables.grounds(g).stream()).map(t -> words(t.in(language))).toList();
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
            blocks.add(new Note(Note.Kind.GAP, "", List.of(paragraph(say("en beslutning. Programmet foreslår ingen.", "a decision. The program proposes none.")))));
        }
        assessment.decision().ifPresent(d -> decided(d, blocks));
        return new Section("", say("Udtalelser og beslutning", "Statements and decision"), true, blocks);
    }

    private void decided(Decision decision, List<Block> blocks) {
        blocks.add(new Paragraph(List.of(
                new Strong(words(capital(decision.outcome().label().in(language)) + ".")), new Words(" " + AssessmentTables.by(decision.role(), decision.date()).in(language) + "."))));
        blocks.add(paragraph(say("Interesser, der tjenes: ", "Interests served: ") + decision.served().orOther(language)));
        blocks.add(paragraph(say("Interesser, der skades: ", "Interests harmed: ") + decision.harmed().orOther(language)));
        decision.conditions().ifPresent(c -> blocks.add(paragraph(say("Vilkår: ", "Conditions: ") + c.orOther(language))));
        if (!decision.accepted().isEmpty()) {
            blocks.add(paragraph(say("Risici, der tages på sig: ", "Risks accepted: ") + String.join("; ", decision.accepted().stream().map(this::risk).toList()) + "."));
        }
        decision.dissent().forEach(d -> blocks.add(new Note(Note.Kind.NOTE, say("Uenig: ", "Disagrees: ") + AssessmentTables.by(d.role(), d.date()).in(language), List.of(paragraph(d.text().orOther(language))))));
        blocks.add(paragraph(say("Der ses på den igen ", "It is looked at again on ") + AssessmentTables.date(decision.review()).in(language) + "."));
    }

    private String risk(String id) {
        return assessed.assessment().risks().stream().filter(r -> r.id().equals(id)).findFirst().map(r -> r.label().orOther(language)).orElse(id);
    }

    // ---- how to read it ----

    private Section reading() {
        List<Block> blocks = new ArrayList<>();
        AssessmentReading.lines().forEach(line -> blocks.add(paragraph(line.in(language))));
        AssessmentReading.scales(assessed.appraisal().bank()).forEach(grid -> blocks.add(table(grid)));
        return new Section("", say("Hvordan den læses", "How to read it"), true, blocks);
    }

    // ---- words ----

    private String say(String da, String en) {
        return language == Language.DA ? da : en;
    }

    private static String ended(String words) {
        return words.endsWith(".") || words.endsWith("?") || words.endsWith("!") ? words : words + ".";
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

    private Table table(Grid grid) {
        return new Table(
                "", grid.title().in(language), "", Collections.nCopies(grid.header().size(), Table.Alignment.TEXT), List.of(row(grid.header())),
                grid.rows().stream().map(this::row).toList(), true);
    }

    private Table.Row row(List<Text> cells) {
        return new Table.Row(cells.stream().map(c -> new Table.Cell(c.in(language).isEmpty() ? List.of() : List.of(paragraph(c.in(language))), 1)).toList());
    }
}
