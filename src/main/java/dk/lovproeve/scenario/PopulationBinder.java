package dk.lovproeve.scenario;

import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.rule.Addressee;
import java.util.List;
import java.util.Optional;

/** Binds {@code capacities}, {@code helpers}, {@code subscription} and {@code municipalities}. */
final class PopulationBinder {

    private PopulationBinder() {}

    static PopulationSpec population(Cursor root, List<Addressee> addressees, Municipalities municipalities) {
        return new PopulationSpec(
                addressees.stream().map(a -> new Group(a.id(), a.persons())).toList(),
                municipalities.read(root.take("municipalities")),
                Cursor.all(Optional.of(root.take("capacities")), PopulationBinder::capacity),
                Cursor.all(root.maybe("helpers"), PopulationBinder::helper),
                root.take("subscription").parameter(Unit.SHARE, Unit.PROBABILITY));
    }

    private static Capacity capacity(Cursor c) {
        return new Capacity(
                c.key(),
                c.take("label").text(),
                c.take("shift").parameter(Unit.SD),
                c.take("loading").common(Unit.SHARE, Unit.PROBABILITY),
                c.place());
    }

    private static HelperKind helper(Cursor c) {
        return new HelperKind(
                c.key(),
                c.take("label").text(),
                c.take("share").parameter(Unit.SHARE, Unit.PROBABILITY),
                c.take("level").parameter(Unit.SD),
                c.take("likeness").parameter(Unit.SHARE, Unit.PROBABILITY),
                c.take("stands-in-for").references(Kind.CAPACITY),
                c.take("has-time").parameter(Unit.PROBABILITY, Unit.SHARE),
                c.take("away").parameter(Unit.PROBABILITY, Unit.SHARE),
                c.take("away-days").parameter(Unit.DAYS),
                c.place());
    }
}
