package dk.lovproeve.scenario;

import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;

/** Binds {@code caseworkers} and {@code resources}, which are a municipality's and so the same for all target groups. */
final class InstitutionsBinder {

    private InstitutionsBinder() {}

    static Institutions institutions(Cursor root) {
        return new Institutions(
                root.take("caseworkers").whole(InstitutionsBinder::caseworkers),
                Cursor.all(root.maybe("resources"), InstitutionsBinder::resource));
    }

    private static Caseworkers caseworkers(Cursor c) {
        Cursor citizensEach = c.take("citizens-each");
        return new Caseworkers(
                citizensEach.aboveZero(citizensEach.common(Unit.PERSONS, Unit.COUNT)),
                c.take("culture").common(Unit.SHARE, Unit.PROBABILITY),
                c.take("turnover").common(Unit.PROBABILITY, Unit.SHARE));
    }

    private static Resource resource(Cursor c) {
        Cursor keepsDays = c.take("keeps-days");
        return new Resource(
                c.key(),
                c.take("label").text(),
                c.take("supply").common(Unit.PER_1000_A_DAY),
                keepsDays.aboveZero(keepsDays.common(Unit.DAYS)),
                c.take("varies").common(Unit.SHARE, Unit.PROBABILITY),
                c.take("weekdays-only").yes(),
                c.place());
    }
}
