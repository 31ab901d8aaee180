package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlainWordsTest {

    /** Tests, known figures and the assessment are no part of what a reader is told has changed. */
    private static final Set<String> NOT_TOLD = Set.of("cases", "targets", "calibration", AssessmentFile.ROOT);

    private static PlainWords tiny() {
        Failures failures = new Failures();
        PlainWords words = new PlainWords(new TreeReader(new Folder(TinyScenario.FOLDER), failures).read());
        failures.throwIfAny();
        return words;
    }

    @Test
    void everyKeyThatAReaderMayMeetHasADanishName() {
        Set<String> met = new TreeSet<>();
        List<Form<?>> next = new ArrayList<>();
        Set<Form<?>> seen = new LinkedHashSet<>();
        LanguageReference.root().keys().stream().filter(key -> !NOT_TOLD.contains(key.name())).forEach(key -> {
            met.add(key.name());
            next.addAll(LanguageReference.within(key.shape()));
        });
        while (!next.isEmpty()) {
            Form<?> form = next.remove(0);
            if (seen.add(form)) {
                form.keys().forEach(key -> {
                    met.add(key.name());
                    next.addAll(LanguageReference.within(key.shape()));
                });
            }
        }
        assertThat(met).hasSizeGreaterThan(150).allMatch(PlainWords::knows);
    }

    @Test
    void aPlaceIsNamedByLabelsAndPlainWords() {
        assertThat(tiny().place(List.of("provisions", "exemption", "text"))).isEqualTo(new Text("§ 3, ordlyd", "s. 3, text"));
        assertThat(tiny().place(List.of("title"))).isEqualTo(new Text("Titel", "Title"));
        assertThat(tiny().place(List.of("variants", "soft", "set", "parameters.deadline-days.value")))
                .isEqualTo(new Text("Variant »soft«, ændret, parameter »Frist«, værdi", "Variant “soft”, set, parameter “Deadline”, value"));
    }

    @Test
    void aValueIsToldByWhatItMeans() {
        Tree days = new Tree.Scalar(new Folder(TinyScenario.FOLDER).place("x.yaml", 1), "10.5");
        assertThat(tiny().said(List.of("parameters", "deadline-days", "value"), days)).isEqualTo(new Text("10,5 dage", "10.5 days"));
        Tree yes = new Tree.Scalar(new Folder(TinyScenario.FOLDER).place("x.yaml", 1), "true");
        assertThat(tiny().said(List.of("notes", "climate", "none"), yes)).isEqualTo(new Text("ja", "yes"));
    }
}
