package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Concern;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one must know to read an assessment: the levels, the rules, and the scales of risk. */
final class AssessmentReading {

    private AssessmentReading() {}

    /** What the groups are, before any table speaks of them. */
    static Optional<Text> groups(Appraisal appraisal) {
        return appraisal.groups().equals(Cells.GROUPS)
                ? Optional.of(new Text(
                        "Gruppe 1 kan selv, hvad pligten kræver. Gruppe 2 har brug for hjælp fra andre til det. Gruppe 3 kan det hverken selv eller med den hjælp, der er.",
                        "Group 1 can do what the duty demands by themselves. Group 2 need help from others for it. Group 3 can do it neither by themselves nor with the help there is."))
                : Optional.empty();
    }

    static List<Text> lines() {
        return List.of(
                AssessmentTables.each(l -> new Text("Niveauerne fra mindst til mest bekymring: ", "The levels from the least to the most concern: ").in(l)
                        + AssessmentTables.joined(Stream.of(Concern.values()).map(c -> AssessmentTables.each(m -> c.symbol() + " " + c.label().in(m))).toList(), ", ").in(l) + "."),
                new Text(
                        "En dimensions niveau for en gruppe er det værste af svarene og af risiciene for den gruppe. Den dårligst stillede gruppe afgør dimensionen, og der er ingen samlet sum.",
                        "A dimension's level for a group is the worst of the answers and of the risks for that group. The worst placed group decides the dimension, and there is no total."),
                new Text(
                        "»Ved ikke« og intet svar er mindst middel, hvor det kan ændre niveauet, og kan være det værste, spørgsmålets egen skala har. En grund af slagsen C eller D viser ét niveau mere som øvre ende.",
                        "\"Do not know\" and no answer are at least medium where they can change the level, and may be the worst that the question's own scale has. Ground C or D shows one level more as the upper end."),
                new Text(
                        "En risikos alvor er den største af fire sider. Alvor og sandsynlighed slås op i tabellen nedenfor; de ganges ikke. Kun det, der er besluttet eller i kraft, sænker en risiko.",
                        "The severity of a risk is the largest of four aspects. Severity and likelihood are looked up in the table below; they are not multiplied. Only what is decided or in force lowers a risk."),
                AssessmentTables.each(l -> new Text("Grunden under et svar eller en kilde er ", "The ground under an answer or a source is ").in(l)
                        + AssessmentTables.joined(Stream.of(Grade.values()).map(AssessmentTables::grade).toList(), "; ").in(l) + "."));
    }

    static List<Grid> scales(QuestionBank bank) {
        RiskScales scales = bank.risks();
        List<Text> header = new ArrayList<>(List.of(new Text("Alvor", "Severity")));
        for (int l = 0; l <= RiskScales.WORST; l++) {
            int step = l;
            header.add(AssessmentTables.each(m -> step + " " + scales.likelihood().get(step).label().in(m)));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (int s = RiskScales.WORST; s >= 0; s--) {
            List<Text> row = new ArrayList<>(List.of(Text.same(String.valueOf(s))));
            for (int l = 0; l <= RiskScales.WORST; l++) {
                Concern level = scales.level(s, l);
                row.add(AssessmentTables.each(m -> level.symbol() + " " + level.label().in(m)));
            }
            rows.add(row);
        }
        List<List<Text>> steps = new ArrayList<>();
        for (int s = 0; s <= RiskScales.WORST; s++) {
            List<Text> row = new ArrayList<>(List.of(Text.same(String.valueOf(s))));
            for (Aspect aspect : Aspect.values()) {
                row.add(scales.severity().get(aspect).get(s));
            }
            steps.add(row);
        }
        List<Text> aspects = new ArrayList<>(List.of(new Text("Trin", "Step")));
        for (Aspect aspect : Aspect.values()) {
            aspects.add(AssessmentTables.capital(aspect.label()));
        }
        return List.of(
                new Grid(new Text("Niveau efter alvor og sandsynlighed", "Level by severity and likelihood"), header, rows),
                new Grid(new Text("Trinene af alvor", "The steps of severity"), aspects, steps));
    }
}
