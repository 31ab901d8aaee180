package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.Variant;
import java.util.List;
import java.util.Optional;

/** The versions of the rule that are compared. */
final class VariantForms {

    private VariantForms() {}

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Et kort navn til tabellerne.",
            "A short name for the tables.",
            "{da: Kontakt først, en: Contact first}");
    private static final Key<Text> TEXT = Key.required(
            "text", Type.TEXT,
            "Hvad varianten ændrer, i ord, der kan stå i lovforslagets bemærkninger.",
            "What the variant changes, in words fit for the bill's notes.",
            "{da: Kommunen ringer først., en: The municipality phones first.}");
    private static final Key.Maybe<String> PROVISION = Key.optional(
                    "provision", Type.reference(Kind.PROVISION),
                    "Bestemmelsen eller anbefalingen, varianten bygger på.",
                    "The provision or recommendation that the variant rests on.",
                    "contact-first")
            .otherwise("ingen", "none");

    private static final Key.Maybe<String> ON = Key.optional(
                    "on", Type.reference(Kind.VARIANT),
                    "Varianten, som ændringerne sker i, når det ikke er lovforslaget. Den står ovenfor.",
                    "The variant in which the changes are made when it is not the bill. It stands above.",
                    "no-fee")
            .otherwise("lovforslaget", "the bill");

    private static final Type<Cursor> CHANGES = new Type<>(
            new Shape.ByWord(
                    new Text("sti fra roden, med punktum imellem; en plads i en liste er et tal fra 0", "path from the root, with dots between; a place in a list is a number from 0"),
                    new Shape.Anything()),
            c -> c);
    private static final Key.Maybe<Cursor> SET = Key.optional(
                    "set", CHANGES,
                    "Ændrer det, der står på en sti.",
                    "Changes what stands at a path.",
                    "{steps.assess.choose.0.chance: often}")
            .otherwise("intet ændres", "nothing is changed");
    private static final Key.Maybe<Cursor> ADD = Key.optional(
                    "add", CHANGES,
                    "Lægger noget til, hvor intet står endnu; i en liste foran det, der har pladsen, eller sidst.",
                    "Adds something where nothing stands yet; in a list before what has the place, or last.",
                    "{steps.assess.choose.1: {when: exempt, to: booked}}")
            .otherwise("intet lægges til", "nothing is added");
    private static final Key.Maybe<Cursor> REMOVE = Key.optional(
                    "remove", new Type<>(new Shape.Items(new Shape.Words(new Text("en sti", "a path"))), c -> c),
                    "Fjerner det, der står på stierne.",
                    "Takes away what stands at the paths.",
                    "[steps.see-letter.reminder]")
            .otherwise("intet fjernes", "nothing is taken away");
    private static final Key<List<String>> WITHOUT = Key.optional(
                    "without", Type.references(Kind.PROVISION),
                    "Bestemmelser, der slås fra: den, der skulle til et af deres trin, går til trinnets if-off i stedet.",
                    "Provisions that are switched off: who was sent to one of their steps goes to its if-off instead.",
                    "[fee]")
            .or(List.of(), "ingen", "none");

    /** A municipality as the author wrote it. */
    record Named(String written, Cursor at) {}

    private static final Text MUNICIPALITY =
            new Text("en kommunes navn eller kode, som i tabellen over kommuner", "a municipality's name or code, as in the table of municipalities");
    private static final Key<List<Named>> ONLY_IN = Key.optional(
                    "only-in", Type.listOf(new Type<>(new Shape.Words(MUNICIPALITY), c -> new Named(c.words(MUNICIPALITY), c))),
                    "Kommunerne, hvor ændringerne gælder, som et forsøg; i de andre gælder det, som de sker i: lovforslaget eller varianten under on.",
                    "The municipalities in which the changes hold, as a trial; in the others holds what they are made in: the bill, or the variant under on.",
                    "[Aarhus, Odense]")
            .or(List.of(), "hele landet", "the whole country");

    /** A variant and what it does to the tree of the bill, or of the variant it is made on, and in which municipalities; none for all. */
    record Change(Variant variant, Optional<String> on, List<Named> onlyIn, Patch patch, Cursor at) {

        /** Says that no municipality is called this. */
        static void unknown(Named municipality, List<String> names) {
            municipality.at().fail(MUNICIPALITY, Nearest.to(municipality.written(), names));
        }
    }

    static final Form<Change> VARIANT = Form.named(
                    "variant",
                    "En version af reglen. Den, der hedder bill, er lovforslaget, som det er; de andre siger, hvad de ændrer i det eller i en anden variant. "
                            + "Ændringerne sker i rækkefølgen set, add, remove, without, før several skrives ud.",
                    "A version of the rule. The one called bill is the bill as it stands; the others say what they change in it or in another variant. "
                            + "Changes are made in the order set, add, remove, without, before several is written out.")
            .keys(LABEL, TEXT, PROVISION, ON, ONLY_IN, SET, ADD, REMOVE, WITHOUT)
            .makes(f -> new Change(
                    new Variant(f.id(), f.get(LABEL), f.get(TEXT), f.get(PROVISION).orElse(""), f.place()),
                    f.get(ON),
                    f.get(ONLY_IN),
                    new Patch(f.get(SET), f.get(ADD), f.get(REMOVE), f.at(WITHOUT), f.get(WITHOUT)),
                    f.cursor()));
}
