package dk.lovproeve.assessment;

import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.BillNotes.Followed;
import dk.lovproeve.rule.BillNotes.Principle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a bill stands to one of the seven principles of digital-ready legislation: as its notes say, and as its assessment
 * answers where the notes are silent.
 *
 * @param how where it is relevant, and how it is followed
 * @param why why it is departed from, which is the ministry's to say: only the notes have it
 */
public record PrincipleStand(Followed followed, Optional<Text> how, Optional<Text> why) {

    public PrincipleStand {
        Objects.requireNonNull(followed, "followed");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(why, "why");
    }

    /**
     * How it stands.
     *
     * @param noted what the notes say; empty where they are silent
     * @param asked the assessment's question on it; empty where there is no assessment
     * @return empty where neither says anything
     */
    public static Optional<PrincipleStand> of(Optional<Principle> noted, Optional<Item> asked) {
        return noted.map(p -> new PrincipleStand(p.followed(), p.text(), p.because()))
                .or(() -> asked.filter(i -> i.standing() == Standing.ANSWERED || i.standing() == Standing.IRRELEVANT).flatMap(PrincipleStand::answered));
    }

    /** What the question bank calls the question on a principle. */
    public static String question(int number) {
        return "prin-" + number;
    }

    /** Whether it is departed from, wholly or in part, and nobody has said why. */
    public boolean lacksReason() {
        return followed.departs() && why.isEmpty();
    }

    private static Optional<PrincipleStand> answered(Item item) {
        return item.answer().flatMap(Answer::reason).flatMap(reason -> followed(item).map(followed -> new PrincipleStand(
                followed, Optional.of(new Text(reason.orOther(Language.DA), reason.orOther(Language.EN))), Optional.empty())));
    }

    /** The scale of the principles goes from followed over partly to departed from. */
    private static Optional<Followed> followed(Item item) {
        if (item.standing() == Standing.IRRELEVANT) {
            return Optional.of(Followed.NOT_RELEVANT);
        }
        List<Followed> steps = List.of(Followed.YES, Followed.PARTLY, Followed.NO);
        return item.value().filter(Value.One.class::isInstance)
                .map(v -> item.question().scale().orElseThrow().keys().indexOf(((Value.One) v).step()))
                .filter(step -> step >= 0 && step < steps.size())
                .map(steps::get);
    }
}
