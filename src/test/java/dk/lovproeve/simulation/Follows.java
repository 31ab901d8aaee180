package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.FlagSet;
import dk.lovproeve.procedure.Consequences.MeterStart;
import dk.lovproeve.procedure.Consequences.MeterStop;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens on a test's arrow, said piece by piece. */
final class Follows {

    final List<Tally> tallies = new ArrayList<>();
    final List<FlagSet> sets = new ArrayList<>();
    List<String> clears = List.of();
    Optional<Amount> clock = Optional.empty();
    Optional<Amount> extend = Optional.empty();
    final List<MeterStart> starts = new ArrayList<>();
    List<MeterStop> stops = List.of();
    List<String> drops = List.of();
    List<String> refunds = List.of();
    final Map<String, Amount> changes = new LinkedHashMap<>();
    final Map<String, Amount> becomes = new LinkedHashMap<>();
    List<String> tracks = List.of();
    List<String> ends = List.of();

    static Follows counts(String measure, View view) {
        Follows follows = new Follows();
        follows.tallies.add(Parts.tally(measure, view, Condition.ALWAYS));
        return follows;
    }

    Follows clock(Amount days) {
        clock = Optional.of(days);
        return this;
    }

    Follows extend(Amount days) {
        extend = Optional.of(days);
        return this;
    }

    Follows starts(String meter, Amount from) {
        starts.add(new MeterStart(meter, Optional.of(from)));
        return this;
    }

    Follows stops(String meter) {
        stops = List.of(new MeterStop(meter, Optional.empty()));
        return this;
    }

    Follows refunds(String meter) {
        refunds = List.of(meter);
        return this;
    }

    Consequences made() {
        return new Consequences(
                tallies, sets, clears, clock, extend, starts, stops, drops, refunds, changes, becomes, tracks, ends);
    }
}
