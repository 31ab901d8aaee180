package dk.lovproeve.experiment;

import dk.lovproeve.outcome.OutcomeTable;
import java.util.Optional;

/**
 * A run that is kept: what it was made of and what it found.
 *
 * @param differences paired differences from the first variant of the manifest
 * @param range       what survives the plausible range of the parameters; empty when that was not asked
 * @param sensitivity which assumptions weigh most in what the bill changes; empty when that was not asked
 */
public record Run(
        Manifest manifest, OutcomeTable outcomes, OutcomeTable differences, Optional<PlausibleRange> range, Optional<Sensitivity> sensitivity) {

    /** A run in which no parameter was moved by itself. */
    public Run(Manifest manifest, OutcomeTable outcomes, OutcomeTable differences, Optional<PlausibleRange> range) {
        this(manifest, outcomes, differences, range, Optional.empty());
    }
}
