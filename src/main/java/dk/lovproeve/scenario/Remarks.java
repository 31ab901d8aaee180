package dk.lovproeve.scenario;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is no mistake but worth a look: what is declared and neither the bill nor a variant refers to. */
final class Remarks {

    private final Binding bill;
    private final Map<Kind, Set<String>> used;

    Remarks(Binding bill, Map<Kind, Set<String>> used) {
        this.bill = bill;
        this.used = used;
    }

    /** Sorted by place. */
    List<Failure> all() {
        List<Failure> remarks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            // A target group need not be named in a condition, nor a measure of minutes or meters be tallied.
            if (kind == Kind.TARGET_GROUP) {
                continue;
            }
            bill.declarations(kind).forEach((id, declared) -> {
                if (!used.get(kind).contains(id)) {
                    remarks.add(new Failure(
                            declared.place(), kind.root() + "." + id,
                            new Text(kind.one().da() + ", som intet bruger", kind.one().en() + " that nothing uses"),
                            new Text("en henvisning til " + id + ", eller intet", "a reference to " + id + ", or nothing"), ""));
                }
            });
        }
        return remarks.stream().sorted().toList();
    }
}
