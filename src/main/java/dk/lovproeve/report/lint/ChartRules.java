package dk.lovproeve.report.lint;

import dk.lovproeve.base.Text;
import java.util.List;
import org.w3c.dom.Element;

/** A chart as Office stores it, in Word or in Excel: it shows numbers, says what its axis counts, and tells its series apart. */
final class ChartRules {

    private ChartRules() {}

    static void check(Element chart, String part, Lint.Findings findings) {
        List<Element> series = Xml.all(chart, "ser");
        findings.that(!series.isEmpty(), part, new Text("et diagram uden tal", "a chart without numbers"), new Text("mindst én serie", "at least one series"));
        for (Element one : series) {
            boolean numbers = Xml.at(one, "val", "numRef").map(n -> !Xml.all(n, "v").isEmpty()).orElse(false);
            findings.that(numbers, part, new Text("en serie uden tal", "a series without numbers"),
                    new Text("tal, der også står i et regneark", "numbers that also stand in a sheet"));
            findings.that(Xml.at(one, "tx").isPresent(), part, new Text("en serie uden navn", "a series without a name"), new Text("et navn", "a name"));
        }
        for (Element axis : Xml.all(chart, "valAx")) {
            boolean titled = Xml.isOn(axis, "delete") || Xml.at(axis, "title").map(t -> !t.getTextContent().isBlank()).orElse(false);
            findings.that(titled, part, new Text("en værdiakse uden enhed", "an axis of values without a unit"),
                    new Text("enheden som aksens titel", "the unit as the title of the axis"));
        }
        boolean legend = series.size() < 2 || !Xml.all(chart, "legend").isEmpty();
        findings.that(legend, part, new Text("flere serier uden forklaring", "several series without a legend"), new Text("en forklaring", "a legend"));
    }
}
