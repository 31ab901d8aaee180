package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;

/**
 * A number of the model and the run it comes from, so that whoever is asked about it can find it again.
 *
 * @param text the number as it is to be read, with its unit: {@code 12,3 %}
 * @param run  the id of the run that made it
 */
public record Claim(String text, String run) implements Inline {

    public Claim {
        Checks.notBlank(text, "text");
        Checks.notBlank(run, "run");
    }

    @Override
    public void read(Reader reader) {
        reader.claim(this);
    }
}
