package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions and amounts in words for a reader, by the labels of what they name. */
public final class Wording {

    private final Map<String, Text> labels = new HashMap<>(); // looked up only, never iterated

    /**
     * @param beside labels of what a condition can name and the procedure does not hold: target groups, capacities, kinds
     *               of helper
     */
    public Wording(Procedure procedure, Map<String, Text> beside) {
        labels.putAll(beside);
        Vocabulary vocabulary = procedure.vocabulary();
        labels.putAll(vocabulary.traits());
        labels.putAll(vocabulary.flags());
        vocabulary.circumstances().forEach(c -> labels.put(c.id(), c.label()));
        vocabulary.facts().forEach(f -> labels.put(f.id(), f.label()));
        vocabulary.amounts().forEach(a -> labels.put(a.id(), a.label()));
        vocabulary.states().forEach(s -> labels.put(s.id(), s.label()));
    }

    /** The condition as a clause: {@code fritaget og ikke »stress« over »grænsen«}. */
    public Text of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().isEmpty() ? new Text("altid", "always") : joined(all.of(), " og ", " and ");
        }
        if (condition instanceof Condition.Any any) {
            return any.of().isEmpty() ? new Text("aldrig", "never") : joined(any.of(), " eller ", " or ");
        }
        if (condition instanceof Condition.Not not) {
            Text of = inside(not.of());
            return new Text("ikke " + of.da(), "not " + of.en());
        }
        if (condition instanceof Condition.Flag flag) {
            return label(flag.flag());
        }
        if (condition instanceof Condition.Trait trait) {
            return label(trait.trait());
        }
        if (condition instanceof Condition.Circumstance circumstance) {
            return label(circumstance.circumstance());
        }
        if (condition instanceof Condition.Fact fact) {
            return label(fact.fact());
        }
        if (condition instanceof Condition.OfTargetGroup of) {
            return before("målgruppe: ", "target group: ", listed(of.targetGroups()));
        }
        if (condition instanceof Condition.HelperIs is) {
            return is.kinds().isEmpty()
                    ? new Text("ingen hjælper", "no helper")
                    : before("hjælper: ", "helper: ", listed(is.kinds()));
        }
        if (condition instanceof Condition.InGroup in) {
            List<String> numbers = in.groups().stream().map(String::valueOf).toList();
            return new Text("gruppe " + String.join(" eller ", numbers), "group " + String.join(" or ", numbers));
        }
        if (condition instanceof Condition.Comparison comparison) {
            Text left = of(comparison.left());
            Text right = of(comparison.right());
            Text relation = of(comparison.relation());
            return new Text(
                    left.da() + " " + relation.da() + " " + right.da(), left.en() + " " + relation.en() + " " + right.en());
        }
        throw Checks.failure("condition", condition, "a known kind");
    }

    /** The amount as a sum: {@code (»beskeder« + 1) × »minutter pr. besked«}. */
    public Text of(Amount amount) {
        if (amount instanceof Amount.Of of) {
            return quoted(of.parameter().label());
        }
        if (amount instanceof Amount.Literal literal) {
            return Text.same(String.valueOf(literal.number()));
        }
        if (amount instanceof Amount.Is is) {
            Text of = of(is.condition());
            return new Text("(1 hvis " + of.da() + ")", "(1 if " + of.en() + ")");
        }
        if (amount instanceof Amount.Named named) {
            return quoted(label(named.id()));
        }
        if (amount instanceof Amount.OfState state) {
            return quoted(label(state.state()));
        }
        if (amount instanceof Amount.OfCapacity capacity) {
            return quoted(label(capacity.capacity()));
        }
        if (amount instanceof Amount.Moment moment) {
            return of(moment);
        }
        if (amount instanceof Amount.Rounded rounded) {
            Text of = of(rounded.of());
            return rounded.up()
                    ? new Text("(" + of.da() + ", rundet op)", "(" + of.en() + ", rounded up)")
                    : new Text("(" + of.da() + ", rundet ned)", "(" + of.en() + ", rounded down)");
        }
        if (amount instanceof Amount.Combined combined) {
            Text left = of(combined.left());
            Text right = of(combined.right());
            return switch (combined.operation()) {
                case PLUS -> between("(", left, " + ", right, ")");
                case MINUS -> between("(", left, " − ", right, ")");
                case TIMES -> between("", left, " × ", right, "");
                case DIVIDED_BY -> between("", left, " / ", divisor(combined.right(), right), "");
                case MIN -> new Text(
                        "det mindste af " + left.da() + " og " + right.da(), "the lesser of " + left.en() + " and " + right.en());
                case MAX -> new Text(
                        "det største af " + left.da() + " og " + right.da(), "the greater of " + left.en() + " and " + right.en());
            };
        }
        throw Checks.failure("amount", amount, "a known kind");
    }

    private static Text divisor(Amount amount, Text text) {
        boolean product = amount instanceof Amount.Combined combined
                && (combined.operation() == Amount.Operation.TIMES || combined.operation() == Amount.Operation.DIVIDED_BY);
        return product ? between("(", text, "", Text.same(""), ")") : text;
    }

    private static Text of(Amount.Moment moment) {
        return switch (moment) {
            case TODAY -> new Text("dagen i dag", "today");
            case CLOCK -> new Text("fristens sidste dag", "the last day of the time limit");
            case STARTED -> new Text("dagen, hvor det begyndte", "the day it began");
            case EXTENSIONS -> new Text("antal udskydelser", "number of extensions");
            case HELPER_AWAY -> new Text("andel af fristen, hvor alle hjælpere var væk", "share of the time limit with every helper away");
        };
    }

    private static Text of(Condition.Relation relation) {
        return switch (relation) {
            case BELOW -> new Text("under", "below");
            case AT_MOST -> new Text("højst", "at most");
            case ABOVE -> new Text("over", "above");
            case AT_LEAST -> new Text("mindst", "at least");
            case EQUAL -> new Text("lig med", "equal to");
        };
    }

    private Text joined(List<Condition> conditions, String da, String en) {
        List<Text> texts = conditions.stream().map(this::inside).toList();
        return new Text(
                String.join(da, texts.stream().map(Text::da).toList()), String.join(en, texts.stream().map(Text::en).toList()));
    }

    /** Inside another condition a joint of several stands in brackets. */
    private Text inside(Condition condition) {
        boolean several = condition instanceof Condition.All all && all.of().size() > 1
                || condition instanceof Condition.Any any && any.of().size() > 1;
        return several ? between("(", of(condition), "", Text.same(""), ")") : of(condition);
    }

    private Text listed(List<String> ids) {
        List<Text> texts = ids.stream().map(this::label).toList();
        return new Text(
                String.join(", ", texts.stream().map(Text::da).toList()), String.join(", ", texts.stream().map(Text::en).toList()));
    }

    private static Text before(String da, String en, Text text) {
        return new Text(da + text.da(), en + text.en());
    }

    private static Text between(String open, Text left, String sign, Text right, String close) {
        return new Text(open + left.da() + sign + right.da() + close, open + left.en() + sign + right.en() + close);
    }

    private static Text quoted(Text label) {
        return new Text("»" + label.da() + "«", "“" + label.en() + "”");
    }

    private Text label(String id) {
        Text label = labels.get(id);
        Checks.that(label != null, "label", id, "one for everything a condition names");
        return label;
    }
}
