package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.lint.Lint;
import dk.lovproeve.scenario.ScenarioDifference.Change;
import dk.lovproeve.scenario.ScenarioDifference.Part;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionDocumentsTest {

    private static final Path TEMPLATES = Path.of("templates");

    private static final List<Change> ONE = List.of(
            new Change(Part.WORDS, "provisions.duty.text", Text.same("\u00a7 1"), Optional.of(new Text("Kan.", "May.")), Optional.of(new Text("Skal.", "Must."))));

    private static VersionDocuments.Of tiny(Run run) {
        return new VersionDocuments.Of(NotesDocumentsTest.scenario(), run);
    }

    /** A bill beside itself, on the same people with the same chance. */
    @Test
    void aVersionDiffersInNothingFromItself() {
        Run run = NotesDocumentsTest.run();
        VersionDocuments same = new VersionDocuments(TEMPLATES, tiny(run), tiny(run), List.of(), 2, ProgressListener.SILENT, Language.EN);
        assertThat(same.notPairedBecause()).isEmpty();
        assertThat(same.warnings()).isEmpty();
        assertThat(same.headlines()).isNotEmpty().allMatch(row -> row.get(1).equals(row.get(2)) && row.get(3).equals("0"));
        assertThat(new String(same.files().get("version-difference.html"), StandardCharsets.UTF_8)).contains("Nothing has changed in the text.");
    }

    @Test
    void runsThatWereNotMadeAlikeAreComparedAsIfTheyHadNothingInCommon() {
        Run run = NotesDocumentsTest.run();
        Manifest m = run.manifest();
        Run otherSeed = new Run(new Manifest("abcdef0123", m.scenario(), m.version(), m.seed() + 1, m.replications(), m.draws(), m.scale(), m.days(), m.variants(),
                m.inputs(), m.outputs(), m.command(), m.java(), m.threads(), m.seconds()), run.outcomes(), run.differences(), run.range());
        VersionDocuments other = new VersionDocuments(TEMPLATES, tiny(run), tiny(otherSeed), ONE, 2, ProgressListener.SILENT, Language.DA);
        assertThat(other.notPairedBecause()).containsExactly("startværdi: før " + m.seed() + ", efter " + (m.seed() + 1));
        assertThat(new String(other.files().get("versionsforskel.html"), StandardCharsets.UTF_8)).contains("som om kørslerne intet havde til fælles").contains("startværdi: før ").contains("Skal.");
    }

    /** Two duties that share no provision and no step. */
    @Test
    void unlikeLawsAreSaidToBeUnlikeAndTheirTextsAreNotListed() {
        Scenario other = ScenarioLoader.load(Path.of("scenarios", "vitas"));
        VersionDocuments unlike = new VersionDocuments(
                TEMPLATES, tiny(NotesDocumentsTest.run()), new VersionDocuments.Of(other, NotesDocumentsTest.run()), ONE, 2, ProgressListener.SILENT, Language.EN);
        assertThat(unlike.warnings().get(0)).startsWith("These do not look like two versions of one bill");
        assertThat(unlike.notPairedBecause()).anyMatch(why -> why.startsWith("target groups, before only: "));
        assertThat(new String(unlike.files().get("version-difference.html"), StandardCharsets.UTF_8))
                .contains("Read this first").contains("The changes are not listed").doesNotContain("Must.");
    }

    /** Whoever reads the Danish document must see that only the English was mended, and what it was; and the other way. */
    @Test
    void aChangeInTheWordsOfOneLanguageIsToldInThatLanguageInBothDocuments() {
        Run run = NotesDocumentsTest.run();
        List<Change> changes = List.of(new Change(
                Part.WORDS, "provisions.duty.text", Text.same("\u00a7 1"), Optional.of(new Text("Licensen fornys.", "The permit is renewed.")),
                Optional.of(new Text("Licensen fornys.", "The permit must be renewed."))));
        VersionDocuments danish = new VersionDocuments(TEMPLATES, tiny(run), tiny(run), changes, 2, ProgressListener.SILENT, Language.DA);
        assertThat(danish.inShort().get(0)).contains("Af dem gælder 1 kun den engelske tekst.");
        assertThat(new String(danish.files().get("versionsforskel.html"), StandardCharsets.UTF_8))
                .contains(" (kun den engelske tekst)").contains("<span lang=\"en\">The permit <strong>must be</strong> renewed.</span>").doesNotContain("Licensen fornys");
        VersionDocuments english = new VersionDocuments(TEMPLATES, tiny(run), tiny(run), changes, 2, ProgressListener.SILENT, Language.EN);
        assertThat(english.inShort().get(0)).contains("Of these 1 is in the English text only.");
        assertThat(new String(english.files().get("version-difference.html"), StandardCharsets.UTF_8)).contains("(the English text only)");
    }

    @Test
    void theWordsThatDifferAreBoldWithTheirSpaces() {
        Run run = NotesDocumentsTest.run();
        Change change = new Change(Part.WORDS, "summary", Text.same("Summary"), Optional.of(Text.same("Within eight days of it.")), Optional.of(Text.same("Within fourteen days of it.")));
        VersionDocuments documents = new VersionDocuments(TEMPLATES, tiny(run), tiny(run), List.of(change), 2, ProgressListener.SILENT, Language.EN);
        assertThat(new String(documents.files().get("version-difference.html"), StandardCharsets.UTF_8))
                .contains("Within <strong>eight</strong> days of it.").contains("Within <strong>fourteen</strong> days of it.");
    }

    @Test
    void theDocumentsAreInOrder() {
        Run run = NotesDocumentsTest.run();
        for (Language language : Language.values()) {
            Lint.check(new VersionDocuments(TEMPLATES, tiny(run), tiny(run), ONE, 2, ProgressListener.SILENT, language).files(), language);
        }
    }
}
