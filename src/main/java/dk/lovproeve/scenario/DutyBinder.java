package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.rule.Provision;
import java.util.List;
import java.util.Optional;

/** Binds the texts of the bill, {@code provisions} and {@code target-groups}. */
final class DutyBinder {

    private DutyBinder() {}

    static Duty duty(Cursor root) {
        Text title = root.take("title").text();
        Text summary = root.take("summary").text();
        Text purpose = root.take("purpose").text();
        Text today = root.take("today").text();
        Text proposed = root.take("proposed").text();
        Optional<Text> caveat = root.maybe("caveat").map(Cursor::text);
        List<Text> abbreviations = Cursor.items(root.maybe("abbreviations")).map(Cursor::text).toList();
        List<Provision> provisions = root.take("provisions").declared().stream()
                .map(c -> c.whole(DutyBinder::provision))
                .toList();
        List<Addressee> addressees = root.take("target-groups").declared().stream()
                .map(c -> c.whole(DutyBinder::addressee))
                .toList();
        return new Duty(title, summary, purpose, today, proposed, caveat, abbreviations, provisions, addressees);
    }

    private static Provision provision(Cursor c) {
        return new Provision(
                c.key(),
                c.take("reference").text(),
                c.take("text").text(),
                c.take("origin").oneOf(Provision.Origin.values(), Provision.Origin::key),
                c.place());
    }

    private static Addressee addressee(Cursor c) {
        return new Addressee(
                c.key(),
                c.take("label").text(),
                c.take("persons").parameter(Unit.PERSONS),
                c.take("from").text(),
                c.take("provision").reference(Kind.PROVISION),
                c.place());
    }
}
