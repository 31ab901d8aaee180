package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the analysis says to a reader. Steps are quoted by their labels, so that a label may be a noun, a verb or a whole
 * clause; capacities stand unquoted inside the sentence.
 */
final class Sentences {

    private final Procedure procedure;
    private final Map<String, Text> capacities;
    private final Text many;
    private final Set<CapabilityProfile> examined;

    Sentences(Procedure procedure, Citizens citizens) {
        this(procedure, citizens, CapabilityProfile.standard(procedure, citizens.capacities()));
    }

    /** @param examined all profiles that were asked about; a sentence that holds for them all does not list them */
    Sentences(Procedure procedure, Citizens citizens, Collection<CapabilityProfile> examined) {
        this.procedure = procedure;
        this.examined = Set.copyOf(examined);
        this.capacities = citizens.capacities();
        this.many = citizens.many();
    }

    // Catch-22

    Text open(CapabilityProfile profile, Witness way) {
        Text who = citizens(List.of(profile));
        return both(
                capital(endOfClause(who.da())) + " kan nå " + quoted(way.last()).da() + ": " + path(way).da() + ".",
                capital(who.en()) + " can reach " + quoted(way.last()).en() + ": " + path(way).en() + ".");
    }

    Text onlyByLeniency(CapabilityProfile profile, Witness way, List<String> decisions) {
        Text who = citizens(List.of(profile));
        Text where = list(allQuoted(decisions));
        return both(
                capital(endOfClause(who.da())) + " kan kun nå " + quoted(way.last()).da() + " efter sagsbehandlerens skøn. Skønnet ligger i "
                        + where.da() + ".",
                capital(who.en()) + " can reach " + quoted(way.last()).en()
                        + " only at the caseworker's discretion, which lies in " + where.en() + ".");
    }

    Text onlyUnseen(CapabilityProfile profile, Witness way, List<String> steps) {
        Text who = citizens(List.of(profile));
        Text where = list(allQuoted(steps));
        return both(
                capital(endOfClause(who.da())) + " kan kun nå " + quoted(way.last()).da() + " ad en vej, som intet register ser: gennem "
                        + where.da() + ".",
                capital(who.en()) + " can reach " + quoted(way.last()).en()
                        + " only by a way that no register sees: through " + where.en() + ".");
    }

    Text catch22(CapabilityProfile profile, Witness way, CatchTwentyTwo.Barrier barrier) {
        Text goal = quoted(way.last());
        Text step = quoted(barrier.step());
        Text channel = inBrackets(channel(barrier.step()));
        Text demands = capacities(barrier.lacking(), capacities);
        Text lacks = capacities(profile.lacking(), capacities);
        Text first = barrier.onEveryWay()
                ? both(
                        "Enhver vej til " + goal.da() + " går gennem " + step.da() + channel.da() + ", og det kræver "
                                + demands.da() + ".",
                        "Every way to " + goal.en() + " goes through " + step.en() + channel.en()
                                + ", and that demands " + demands.en() + ".")
                : both(
                        "Den korteste vej til " + goal.da() + " går gennem " + step.da() + channel.da() + ", og det kræver "
                                + demands.da() + "; de andre veje er også lukket.",
                        "The shortest way to " + goal.en() + " goes through " + step.en() + channel.en()
                                + ", and that demands " + demands.en() + "; the other ways are closed too.");
        return both(
                first.da() + " Men beskyttelsen er netop til for den, der mangler " + lacks.da()
                        + ", og uden hjælper er der ingen vej dertil.",
                first.en() + " But the protection is there for exactly those who lack " + lacks.en()
                        + ", and without a helper there is no way to it.");
    }

    Text noWay(CapabilityProfile profile) {
        Text who = citizens(List.of(profile));
        Text goals = either(allQuoted(procedure.goals().protectedAt()));
        return both(
                "Ingen vej i modellen fører til " + goals.da() + " for " + who.da()
                        + ", heller ikke når der ses bort fra, hvad trinene kræver.",
                "No way in the model leads to " + goals.en() + " for " + who.en()
                        + ", even when what the steps demand is disregarded.");
    }

    // Exemption path

    Text exemptionPath(List<ExemptionPath.Station> stations, Optional<Witness> shortest) {
        if (procedure.goals().protectedAt().isEmpty()) {
            return both(
                    "Modellen har intet trin, der beskytter mod pligten.",
                    "The model has no step that protects from the duty.");
        }
        if (shortest.isEmpty()) {
            return both("Ingen vej i modellen fører til beskyttelsen.", "No way in the model leads to the protection.");
        }
        if (stations.isEmpty()) {
            return both(
                    "Intet trin er fælles for alle veje til beskyttelsen.",
                    "No step is common to all ways to the protection.");
        }
        Text steps = list(stations.stream().map(this::station).toList());
        return both(
                "Enhver vej til beskyttelsen går gennem " + steps.da() + ".",
                "Every way to the protection goes through " + steps.en() + ".");
    }

    private Text station(ExemptionPath.Station station) {
        List<Text> about = new ArrayList<>();
        about.add(procedure.actor(station.actor()).label());
        channel(station.step()).ifPresent(about::add);
        Text known = joined(about, ", ");
        Text demands = capacities(station.demands(), capacities);
        Text step = quoted(station.step());
        return station.demands().isEmpty()
                ? both(step.da() + " (" + known.da() + ")", step.en() + " (" + known.en() + ")")
                : both(
                        step.da() + " (" + known.da() + "; kræver " + demands.da() + ")",
                        step.en() + " (" + known.en() + "; demands " + demands.en() + ")");
    }

    // Rights

    Text rightGiven(String adverse, Right right) {
        return both(
                "Alle veje til " + quoted(adverse).da() + " giver " + right.label().da() + ".",
                "Every path to " + quoted(adverse).en() + " gives " + right.label().en() + ".");
    }

    Text rightMissing(String adverse, Right right, Witness witness, boolean nobodyGives) {
        Text step = quoted(adverse);
        Text path = path(witness);
        return nobodyGives
                ? both(
                        "Intet trin i modellen giver " + right.label().da() + ", før " + step.da() + " får virkning: "
                                + path.da() + ".",
                        "No step in the model gives " + right.label().en() + " before " + step.en() + " takes effect: "
                                + path.en() + ".")
                : both(
                        "Ikke alle veje til " + step.da() + " giver " + right.label().da()
                                + ", før det får virkning. Uden sker det sådan: " + path.da() + ".",
                        "Not every path to " + step.en() + " gives " + right.label().en()
                                + " before it takes effect. Without, it goes like this: " + path.en() + ".");
    }

    Text rightElsewhere(String adverse, Right right, Witness witness) {
        return both(
                "Alle, der når " + quoted(adverse).da() + ", har fået " + right.label().da()
                        + ", men nogle kun i et andet spor eller ved en tidligere lejlighed: " + path(witness).da() + ".",
                "All who reach " + quoted(adverse).en() + " have been given " + right.label().en()
                        + ", but some only in another track or on an earlier occasion: " + path(witness).en() + ".");
    }

    Text neverReached(String step) {
        return both(
                "Ingen af de undersøgte " + many.da() + " når " + quoted(step).da() + ".",
                "None of the " + many.en() + " examined reaches " + quoted(step).en() + ".");
    }

    // Reach and variants

    Text unfulfilled(List<CapabilityProfile> profiles, boolean canBeProtected) {
        Text who = citizens(profiles);
        return canBeProtected
                ? both(
                        "Pligten kan ikke opfyldes af " + who.da() + ".",
                        "The duty cannot be fulfilled by " + who.en() + ".")
                : both(
                        "Pligten kan ikke opfyldes, og der er ingen vej til beskyttelse mod den, for " + who.da() + ".",
                        "The duty cannot be fulfilled, and there is no way to protection from it, for " + who.en() + ".");
    }

    Text dead(List<String> steps) {
        Text which = list(allQuoted(steps));
        return both(
                "Ingen af de undersøgte " + many.da() + " når " + which.da() + ".",
                "None of the " + many.en() + " examined reaches " + which.en() + ".");
    }

    /** @param milestones all adverse, or none */
    Text opened(Text variant, List<Milestone> milestones, List<CapabilityProfile> profiles) {
        Text who = citizens(profiles);
        if (milestones.get(0).is(Milestone.Kind.ADVERSE)) {
            Text steps = either(steps(milestones));
            return both(
                    "Med »" + variant.da() + "«, men ikke efter forslaget, kan " + steps.da() + " ramme " + who.da() + ".",
                    "With “" + variant.en() + "”, but not under the bill, " + steps.en() + " can affect " + who.en() + ".");
        }
        Text steps = list(steps(milestones));
        return with(variant, both(
                "åbnes vejen til " + steps.da() + " for " + who.da(),
                "the way to " + steps.en() + " opens for " + who.en()));
    }

    /** @param milestones all adverse, or none */
    Text closed(Text variant, List<Milestone> milestones, List<CapabilityProfile> profiles) {
        Text who = citizens(profiles);
        if (milestones.get(0).is(Milestone.Kind.ADVERSE)) {
            Text steps = either(steps(milestones));
            return with(variant, both("kan " + steps.da() + " ikke længere ramme " + who.da(), steps.en() + " can no longer affect " + who.en()));
        }
        Text steps = list(steps(milestones));
        return with(variant, both(
                "lukkes vejen til " + steps.da() + " for " + who.da(),
                "the way to " + steps.en() + " closes for " + who.en()));
    }

    /** @param milestones all adverse, or none */
    Text closedToAll(Text variant, List<Milestone> milestones) {
        Text steps = either(steps(milestones));
        // Some may have been kept out under the bill already, and so it does not close for all.
        return with(variant, milestones.get(0).is(Milestone.Kind.ADVERSE)
                ? both("kan " + steps.da() + " ikke længere ramme nogen af de undersøgte " + many.da(), steps.en() + " can no longer affect any of the " + many.en() + " examined")
                : both("kan ingen af de undersøgte " + many.da() + " længere nå " + steps.da(), "none of the " + many.en() + " examined can reach " + steps.en() + " any longer"));
    }

    private List<Text> steps(List<Milestone> milestones) {
        return allQuoted(milestones.stream().map(Milestone::step).toList());
    }

    private static Text with(Text variant, Text clause) {
        return both("Med »" + variant.da() + "« " + clause.da() + ".", "With “" + variant.en() + "”, " + clause.en() + ".");
    }

    List<Text> closedTo(List<CapabilityProfile> profiles) {
        if (profiles.isEmpty()) {
            return List.of(both("ingen; alle de undersøgte kan nå det", "nobody; all examined can reach it"));
        }
        if (Set.copyOf(profiles).containsAll(examined)) {
            return List.of(everyone());
        }
        return CapabilityProfile.kinds(profiles, capacities).stream()
                .map(kind -> both("dem, der " + kind.da(), "those " + kind.en()))
                .toList();
    }

    // Words

    /** The profiles inside a sentence; where nobody has capacities there is one profile, which is all of them. */
    Text citizens(List<CapabilityProfile> profiles) {
        if (capacities.isEmpty()) {
            return many;
        }
        if (profiles.size() > 1 && Set.copyOf(profiles).containsAll(examined)) {
            return everyone();
        }
        return joined(CapabilityProfile.kinds(profiles, capacities).stream()
                .map(kind -> both(many.da() + ", der " + kind.da(), many.en() + " " + kind.en()))
                .toList(), "; ");
    }

    private Text everyone() {
        return both("alle de undersøgte " + many.da(), "all the " + many.en() + " examined");
    }

    /** A relative clause ends with a comma. */
    static String endOfClause(String who) {
        return who.contains(", der ") ? who + "," : who;
    }

    /** The steps in quotes; those that were written once for several as one. */
    private List<Text> allQuoted(Collection<String> steps) {
        return Alike.labels(steps.stream().map(procedure::step).toList()).stream()
                .map(label -> both("»" + label.da() + "«", "“" + label.en() + "”"))
                .toList();
    }

    private Text quoted(String step) {
        Text label = procedure.step(step).head().label();
        return both("»" + label.da() + "«", "“" + label.en() + "”");
    }

    /** The path's steps, and what it takes for granted. */
    private Text path(Witness witness) {
        Text steps = joined(witness.steps().stream().map(this::quoted).toList(), " → ");
        if (witness.flags().isEmpty()) {
            return steps;
        }
        Text flags = list(witness.flags().stream().map(this::flag).toList());
        return both(
                steps.da() + " (forudsætter fra før: " + flags.da() + ")",
                steps.en() + " (presupposes from before: " + flags.en() + ")");
    }

    private Text flag(String flag) {
        Text label = procedure.vocabulary().flags().get(flag);
        Checks.that(label != null, "flag", flag, "a declared one");
        return both("»" + label.da() + "«", "“" + label.en() + "”");
    }

    Optional<Text> channel(String step) {
        Optional<String> id = procedure.step(step).head().channel();
        return procedure.channels().stream()
                .filter(channel -> Optional.of(channel.id()).equals(id))
                .map(Procedure.Channel::label)
                .findFirst();
    }

    private static Text inBrackets(Optional<Text> text) {
        return text.map(t -> both(" (" + t.da() + ")", " (" + t.en() + ")")).orElse(both("", ""));
    }

    /**
     * Capacities as a list inside a sentence.
     *
     * @throws IllegalArgumentException when one has no label
     */
    static Text capacities(Collection<String> ids, Map<String, Text> labels) {
        return list(labelled(ids, labels));
    }

    /** Capacities that are lacked all at once. */
    static Text together(Collection<String> ids, Map<String, Text> labels) {
        Text all = capacities(ids, labels);
        return both(all.da() + " på én gang", all.en() + " all at once");
    }

    /** Capacities of which one is lacked. */
    static Text anyOf(Collection<String> ids, Map<String, Text> labels) {
        return either(labelled(ids, labels));
    }

    /** The labels; one that holds a comma comes last, so that it does not look like two. */
    private static List<Text> labelled(Collection<String> ids, Map<String, Text> labels) {
        return ids.stream()
                .map(id -> {
                    Checks.that(labels.containsKey(id), "capacity labels", "none for " + id, "one for every capacity");
                    return labels.get(id);
                })
                .sorted(Comparator.comparing(label -> label.da().contains(",")))
                .toList();
    }

    /** A list whose last joint can be told from an "and" inside an item. */
    private static Text list(List<Text> texts) {
        boolean da = texts.stream().anyMatch(text -> text.da().contains(" og "));
        boolean en = texts.stream().anyMatch(text -> text.en().contains(" and "));
        return both(
                list(texts, Language.DA, da ? " samt " : " og "), list(texts, Language.EN, en ? " as well as " : " and "));
    }

    private static Text either(List<Text> texts) {
        return both(list(texts, Language.DA, " eller "), list(texts, Language.EN, " or "));
    }

    private static String list(List<Text> texts, Language language, String last) {
        List<String> words = texts.stream().map(text -> text.in(language)).toList();
        int n = words.size();
        return n < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, n - 1)) + last + words.get(n - 1);
    }

    static Text joined(List<Text> texts, String between) {
        return both(
                String.join(between, texts.stream().map(Text::da).toList()),
                String.join(between, texts.stream().map(Text::en).toList()));
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Language.DA.locale()) + sentence.substring(1);
    }

    private static Text both(String da, String en) {
        return new Text(da, en);
    }
}
