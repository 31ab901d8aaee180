package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Duty.Subjects;
import dk.lovproeve.rule.Provision;

/** What the bill says, and whom it binds. */
final class DutyForms {

    private DutyForms() {}

    private static final Key<Text> ONE = Key.required(
            "one", Type.TEXT,
            "Én af dem, i ubestemt form.",
            "One of them, in the indefinite form.",
            "{da: borger, en: citizen}");
    private static final Key<Text> MANY = Key.required(
            "many", Type.TEXT,
            "Flere af dem, i ubestemt form.",
            "Several of them, in the indefinite form.",
            "{da: borgere, en: citizens}");

    static final Form<Subjects> SUBJECTS = Form.named(
                    "subjects",
                    "Hvem eller hvad modellen følger: borgere, virksomheder, beskedtråde.",
                    "Whom or what the model follows: citizens, firms, threads of messages.")
            .keys(ONE, MANY)
            .makes(f -> new Subjects(f.get(ONE), f.get(MANY)));

    private static final Key<Text> REFERENCE = Key.required(
            "reference", Type.TEXT,
            "Hvordan en jurist citerer bestemmelsen.",
            "How a lawyer cites the provision.",
            "{da: \"LAB § 34, stk. 2\", en: \"LAB s. 34(2)\"}");
    private static final Key<Text> PROVISION_TEXT = Key.required(
            "text", Type.TEXT,
            "Hvad bestemmelsen siger, med egne ord.",
            "What the provision says, in words of one's own.",
            "{da: Kommunen kan fritage., en: The municipality may exempt.}");
    private static final Key<Provision.Origin> ORIGIN = Key.required(
            "origin", Type.oneOf(Provision.Origin.values(), Provision.Origin::key, Provision.Origin::label),
            "Hvor bestemmelsen kommer fra.",
            "Where the provision comes from.",
            "bill");

    static final Form<Provision> PROVISION = Form.named(
                    "provision",
                    "En bestemmelse, som trin og målgrupper henviser til: i lovforslaget, i gældende ret eller i praksis.",
                    "A provision that steps and target groups refer to: in the bill, in existing law or in practice.")
            .keys(REFERENCE, PROVISION_TEXT, ORIGIN)
            .makes(f -> new Provision(f.id(), f.get(REFERENCE), f.get(PROVISION_TEXT), f.get(ORIGIN), f.place()));

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Målgruppens officielle navn.",
            "The target group's official name.",
            "{da: Dagpengemodtagere, en: Recipients of unemployment benefit}");
    private static final Key<Parameter> NUMBER = Key.required(
            "number", Type.parameter(Unit.PERSONS, Unit.COUNT),
            "Hvor mange de er.",
            "How many they are.",
            "insured-number");
    private static final Key<Text> FROM = Key.required(
            "from", Type.TEXT,
            "Hvornår pligten når dem, som læseren får det at vide.",
            "When the duty reaches them, as the reader is told.",
            "{da: 1. juli 2026, en: 1 July 2026}");
    private static final Key<String> OF_PROVISION = Key.required(
            "provision", Type.reference(Kind.PROVISION),
            "Bestemmelsen, der gør dem omfattet.",
            "The provision that makes them addressees.",
            "duty");

    static final Form<Addressee> TARGET_GROUP = Form.named(
                    "target-group",
                    "En målgruppe, som pligten binder. Målgrupper er slags subjekter: resultaterne vises for hver.",
                    "A target group that the duty binds. Target groups are kinds of subject: results are shown for each.")
            .keys(LABEL, NUMBER, FROM, OF_PROVISION)
            .makes(f -> new Addressee(
                    f.id(), f.get(LABEL), f.get(NUMBER), f.get(FROM), f.get(OF_PROVISION), f.place()));
}
