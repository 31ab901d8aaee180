package dk.lovproeve.report.lint;

import dk.lovproeve.base.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a computation or a template leaves behind in a text when something was forgotten. */
final class Leftovers {

    private static final Pattern LEFT = Pattern.compile("\\$\\{|\\{\\d\\}|\\{many\\}|<#|</?@|\\bNaN\\b|\\bInfinity\\b|\\bnull\\b|\\p{Co}|\uFFFD");
    private static final int AROUND = 20;

    private Leftovers() {}

    static void in(String text, String where, Lint.Findings findings) {
        Matcher left = LEFT.matcher(text);
        if (left.find()) {
            String around = text.substring(Math.max(0, left.start() - AROUND), Math.min(text.length(), left.end() + AROUND));
            findings.add(where, new Text("»" + around + "«", "“" + around + "”"),
                    new Text("tekst uden rester af en skabelon eller et tal, der ikke findes",
                            "a text without remains of a template or a number that is none"));
        }
    }
}
