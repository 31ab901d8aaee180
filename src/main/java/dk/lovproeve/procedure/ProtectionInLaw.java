package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.CatchTwentyTwo.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who can fulfil the duty and get the protection from it, in the words of the notes to a bill: in the future tense, and with the
 * provision that a hurdle comes from. What is only the model's own (the names of steps on a way, steps that nobody reaches) is left
 * out; the rights of a party have a table of their own.
 *
 * @param protections where one is protected, as a reader is told; empty where the rule has no protection
 * @param sentences   who cannot fulfil the duty, and how those whom the protection is meant for stand to it
 * @param hurdles     what nobody gets round on the way to the protection and that takes an ability or hangs on a discretion
 */
public record ProtectionInLaw(List<Text> protections, List<Text> sentences, List<Text> hurdles) {

    public ProtectionInLaw {
        protections = List.copyOf(protections);
        sentences = List.copyOf(sentences);
        hurdles = List.copyOf(hurdles);
    }

    /** @param provision how a provision is referred to, by its id */
    public static ProtectionInLaw of(Procedure procedure, Citizens citizens, Function<String, Text> provision) {
        return new Teller(procedure, citizens, provision).tell();
    }

    /** What the tellings of one procedure have in common. */
    private record Teller(Procedure procedure, Citizens citizens, Function<String, Text> provision, ProcedureGraph graph, Sentences say) {

        Teller(Procedure procedure, Citizens citizens, Function<String, Text> provision) {
            this(procedure, citizens, provision, new ProcedureGraph(procedure), new Sentences(procedure, citizens));
        }

        ProtectionInLaw tell() {
            Procedure.Goals goals = procedure.goals();
            List<Text> sentences = new ArrayList<>(duty());
            List<Text> hurdles = List.of();
            if (!goals.protectedAt().isEmpty()) {
                sentences.addAll(protection());
                hurdles = hurdles();
            } else if (!goals.grounds().isEmpty()) {
                sentences.add(new Text("Reglen vil ingen beskyttelse have mod pligten.", "The rule will have no protection from the duty."));
            }
            return new ProtectionInLaw(Alike.labels(goals.protectedAt().stream().map(procedure::step).toList()), sentences, hurdles);
        }

        private List<Text> duty() {
            Procedure.Goals goals = procedure.goals();
            Map<Boolean, List<CapabilityProfile>> unfulfilled = goals.fulfilled().isEmpty()
                    ? Map.of()
                    : CapabilityProfile.standard(procedure, citizens.capacities()).stream()
                            .filter(profile -> !reach(profile).reachesAny(goals.fulfilled()))
                            .collect(Collectors.partitioningBy(profile -> reach(profile).reachesAny(goals.protectedAt())));
            List<Text> sentences = new ArrayList<>();
            Optional.ofNullable(unfulfilled.get(false)).filter(p -> !p.isEmpty()).map(say::citizens).ifPresent(who -> sentences.add(new Text(
                    "Pligten vil ikke kunne opfyldes, og der vil ingen vej være til beskyttelse mod den, for " + who.da() + ".",
                    "It will not be possible to fulfil the duty, and there will be no way to protection from it, for " + who.en() + ".")));
            Optional.ofNullable(unfulfilled.get(true)).filter(p -> !p.isEmpty()).map(say::citizens).ifPresent(who -> sentences.add(new Text(
                    "Pligten vil ikke kunne opfyldes, men der vil være en vej til beskyttelse mod den, for " + who.da() + ".",
                    "It will not be possible to fulfil the duty, but there will be a way to protection from it, for " + who.en() + ".")));
            return sentences;
        }

        private Reachability reach(CapabilityProfile profile) {
            return new Reachability(graph, citizens.as(profile));
        }

        /** Those whom the protection is meant for, each kind with those who stand as they do. */
        private List<Text> protection() {
            Map<List<Object>, List<CatchTwentyTwo>> alike = new LinkedHashMap<>();
            for (CatchTwentyTwo answer : CatchTwentyTwo.in(graph, citizens)) {
                alike.computeIfAbsent(List.of(answer.standing(), answer.barrier().map(CatchTwentyTwo.Barrier::step), answer.favours()), k -> new ArrayList<>())
                        .add(answer);
            }
            return alike.values().stream().map(this::protection).toList();
        }

        private Text protection(List<CatchTwentyTwo> alike) {
            CatchTwentyTwo first = alike.get(0);
            Text who = say.citizens(alike.stream().map(CatchTwentyTwo::profile).toList());
            String subject = Sentences.capital(Sentences.endOfClause(who.da()));
            String subjectEn = Sentences.capital(who.en());
            if (first.standing() == Standing.OPEN) {
                return new Text(subject + " vil kunne få beskyttelsen, uden at det beror på et skøn.", subjectEn + " will be able to get the protection without it resting on a discretion.");
            }
            if (first.standing() == Standing.NO_WAY) {
                return new Text("For " + Sentences.endOfClause(who.da()) + " vil der ingen vej være til beskyttelsen, hvad de end kan.", "For " + who.en() + " there will be no way to the protection, whatever they are able to do.");
            }
            if (first.standing() == Standing.ONLY_BY_FAVOUR) {
                boolean discretion = first.favours().stream().anyMatch(reach(first.profile())::hasDiscretion);
                Text where = Sentences.joined(first.favours().stream().map(this::told).distinct().toList(), "; ");
                return discretion
                        ? new Text(subject + " vil kun kunne få beskyttelsen efter et skøn: " + where.da() + ".", subjectEn + " will be able to get the protection only at a discretion: " + where.en() + ".")
                        : new Text(subject + " vil kun kunne få beskyttelsen på en måde, som intet register ser: " + where.da() + ".", subjectEn + " will be able to get the protection only in a way that no register sees: " + where.en() + ".");
            }
            CatchTwentyTwo.Barrier barrier = first.barrier().orElseThrow();
            Set<String> lacking = new LinkedHashSet<>();
            alike.forEach(answer -> lacking.addAll(answer.profile().lacking()));
            Text lacks = Sentences.anyOf(lacking, citizens.capacities());
            Text hurdle = told(barrier.step());
            return new Text(
                    "Beskyttelsen er tænkt for " + citizens.many().da() + ", der mangler " + lacks.da() + ", men uden hjælper vil de ikke kunne få den, fordi "
                            + (barrier.onEveryWay() ? "enhver vej dertil kræver netop det: " : "den nærmeste vej dertil kræver netop det, og de andre veje er lukket for dem: ") + hurdle.da() + ".",
                    "The protection is meant for " + citizens.many().en() + " lacking " + lacks.en() + ", but without a helper they will not be able to get it, because "
                            + (barrier.onEveryWay() ? "every way there demands exactly that: " : "the nearest way there demands exactly that, and the other ways are closed to them: ") + hurdle.en() + ".");
        }

        private List<Text> hurdles() {
            ExemptionPath path = ExemptionPath.in(graph, citizens);
            Reachability able = reach(CapabilityProfile.of(procedure.goals().grounds(), false, citizens.capacities()));
            return path.stations().stream()
                    .filter(station -> !station.demands().isEmpty() || isDiscretion(able, station))
                    .map(station -> {
                        Text step = told(station.step());
                        Text demands = Sentences.capacities(station.demands(), citizens.capacities());
                        return station.demands().isEmpty()
                                ? new Text(step.da() + ". Det beror på et skøn.", step.en() + ". That is at a discretion.")
                                : new Text(step.da() + ". Det kræver " + demands.da() + ".", step.en() + ". That demands " + demands.en() + ".");
                    })
                    .toList();
        }

        /** What a machine does is nobody's discretion, though a caseworker may step in there. */
        private boolean isDiscretion(Reachability able, ExemptionPath.Station station) {
            return able.hasDiscretion(station.step()) && procedure.actor(station.actor()).role() != Actor.Role.SYSTEM;
        }

        /** What happens, on which channel and under which provision. */
        private Text told(String step) {
            Step.Head head = procedure.step(step).head();
            Text channel = say.channel(step).map(c -> new Text(" (" + c.da() + ")", " (" + c.en() + ")")).orElse(Text.same(""));
            Text reference = provision.apply(head.provision());
            return new Text(head.label().da() + channel.da() + ", jf. " + Text.inside(reference.da()), head.label().en() + channel.en() + ", see " + reference.en());
        }
    }
}
