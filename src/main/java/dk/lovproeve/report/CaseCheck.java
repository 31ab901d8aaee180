package dk.lovproeve.report;

import dk.lovproeve.base.Checks;
import dk.lovproeve.simulation.WorkedCase;
import java.util.Objects;

/**
 * Whether the model did one of the things that a worked case expects of it.
 *
 * @param caseId   the worked case
 * @param variant  the version of the rule it was run under
 * @param expected what must happen
 * @param met      whether it did
 */
public record CaseCheck(String caseId, String variant, WorkedCase.Expected expected, boolean met) {

    public CaseCheck {
        Checks.notBlank(caseId, "caseId");
        Checks.notBlank(variant, "variant");
        Objects.requireNonNull(expected, "expected");
    }
}
