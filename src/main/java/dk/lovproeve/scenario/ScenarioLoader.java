package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.Trial;
import dk.lovproeve.simulation.WorkedCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import dk.lovproeve.procedure.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a scenario: a folder of YAML files becomes a checked model of every version of the rule, or every mistake in them
 * is told at once.
 *
 * <p>Every {@code *.yaml} file of the folder, in the order of their names, adds its root keys to one whole; how the whole is
 * split into files is the author's choice, and a root key stands in one file only. Other files are left alone. YAML is used
 * plainly: no anchors, no types of one's own, no key twice. A key that the language does not have is a mistake.
 *
 * <p>The language itself is declared, key for key, in {@link ScenarioForm} and the forms below it. The loader reads what is
 * declared there, and the reference for authors and the schema for their editors are written from it; it is said nowhere
 * else. What holds across it:
 *
 * <p><b>Numbers.</b> A bare number stands in parameters, in worked cases and in known figures only; conditions and amounts, which are plain
 * words ({@link Expressions}), know 0, 1 and the names of parameters. Where {@code class} is observed or derived,
 * {@code low} and {@code high} may be left out and are then the value. A target group's own level takes the parameter's
 * {@code class} and {@code source} where it has none. A parameter without {@code value} has one for every target group.
 * A target group's own level takes the parameter's {@code distribution} too where it has none and a range.
 * What is a municipality's or of the whole model (resources, caseworkers, {@code groups}, {@code loading}) takes parameters
 * with one value for all.
 *
 * <p><b>Facts.</b> A number may be a fact of the shared files ({@code fact}) or rest on some ({@code rests-on}): those in the
 * folder {@code evidence} beside the scenario's own. A table of municipalities that is not in the scenario's folder is looked
 * for there too. The files of which something is used are inputs of the scenario.
 *
 * <p><b>Names.</b> Flags, traits, circumstances, facts, amounts, states, capacities and parameters share one name space: a
 * name means one thing.
 *
 * <p><b>Steps.</b> Arrows stay in their track; other tracks are started by {@code tracks}. In an {@code invisible} step what
 * {@code counts} is seen by no register. What asks for the clock ({@code until}, {@code expired}, {@code reminder},
 * {@code extend}, the words clock, extensions and helper-away) needs an arrow of the same track that sets {@code clock}. A
 * circle of steps must take time.
 *
 * <p><b>People.</b> Capacities, helpers and demands need {@code groups}; where the subjects are no citizens there are none.
 *
 * <p><b>Variants.</b> A path is dotted from the root, such as {@code steps.assess.choose.0.chance}; an element of a list is
 * named by its index. {@code set} changes what stands there, {@code add} puts what does not stand there yet (in a list:
 * before the element with that index, or at the end), {@code remove} takes away; in that order, each in the order of the
 * file. {@code without} switches provisions off: whoever was sent to one of their steps goes to its {@code if-off} instead.
 * The changes are made before {@code several} is written out, so their paths are those of the files. The changed whole is
 * checked like the bill; steps that nobody comes to any more are taken out.
 *
 * <p><b>Municipalities.</b> A CSV file with a header line and commas; the columns {@code code}, {@code name} and
 * {@code share_of_national_2020} are found by name. The shares sum to 1 within 1 per cent and are scaled to sum to 1.
 */
public final class ScenarioLoader {

    private ScenarioLoader() {}

    /**
     * Reads and checks the scenario in a folder.
     *
     * @throws AuthorException with every mistake in every file and every variant
     */
    public static Scenario load(Path path) {
        Folder folder = new Folder(path);
        Failures unreadable = new Failures();
        Tree.Mapping tree = new TreeReader(folder, unreadable).read();
        // With a file missing from the tree, whatever refers to it would seem wrong too.
        unreadable.throwIfAny();
        return new Loading(path, folder, tree).scenario();
    }

    /** One load, once the files are a tree. */
    private static final class Loading {

        private final Path path;
        private final Folder folder;
        private final Tree.Mapping tree;
        private final Optional<AcceptedSets> accepted;
        private final ModelBinder binder;
        private final Failures failures = new Failures();
        private final List<ModelBinder.Bound> versionsBound = new ArrayList<>();
        /** What each version's rule is written as, and which provisions are switched off in it. */
        private final Map<String, Written> written = new HashMap<>();

        /** What each version is run as. */
        private final Map<String, Model> models = new HashMap<>();

        /** A trial in more municipalities than these is told by their number. */
        private static final int MOST_NAMED = 6;

        private record Written(Tree.Mapping tree, Set<String> provisionsOff) {}

        Loading(Path path, Folder folder, Tree.Mapping tree) {
            this.path = path;
            this.folder = folder;
            this.tree = tree;
            this.accepted = CalibratedFile.read(folder, failures);
            this.binder = new ModelBinder(folder, accepted);
        }

        Scenario scenario() {
            ModelBinder.Bound bill = binder.bind(tree, failures);
            if (isWhole(failures)) {
                ModelChecks checks = new ModelChecks(bill.model().procedure(), failures);
                checks.ofEveryVersion();
                checks.everyStepCanBeReached();
            }
            versionsBound.add(bill);
            written.put(Scenario.BILL, new Written(tree, Set.of()));
            models.put(Scenario.BILL, bill.model());
            List<Failure> ofBill = failures.all();

            List<Version> versions = new ArrayList<>();
            // As the author wrote them: paths are those of the files.
            Cursor root = new Cursor(bill.binding(), "", tree.place(), tree);
            Cursor variants = root.take(ScenarioForm.VARIANTS.name());
            for (VariantForms.Change change : ScenarioForm.VARIANTS.read(root)) {
                versions.add(version(change, bill, ofBill));
            }
            if (variants.isThere() && !tree.entries().get("variants").keys().containsKey(Scenario.BILL)) {
                variants.fail(
                        new Text("ingen variant bill", "no variant bill"),
                        new Text("bill: lovforslaget, som det er, med label og text", "bill: the bill as it stands, with label and text"), "");
            }
            Optional<CalibrationForms.Wanted> wanted = ScenarioForm.CALIBRATION.read(bill.binding().cursor());
            // A case uses nothing in the sense of a remark, so these come first.
            List<Binding> bindings = versionsBound.stream().map(ModelBinder.Bound::binding).toList();
            List<Failure> remarks = new ArrayList<>(Remarks.of(bindings));
            List<String> unused = Remarks.unusedParameters(bindings);
            List<WorkedCase> cases = ScenarioForm.CASES.read(bill.binding().cursor());
            List<Target> targets = ScenarioForm.TARGETS.read(bill.binding().cursor());
            Correlations correlations = ScenarioForm.CORRELATIONS.read(bill.binding().cursor());
            boolean anyKnown = targets.stream().anyMatch(t -> t.use() == Target.Use.CALIBRATION);
            if (wanted.isPresent() && !anyKnown) {
                wanted.get().at().fail(
                        new Text("intet kendt tal (targets) med use: calibration", "no known figure (targets) with use: calibration"),
                        new Text("mindst et, som tallene kan passes til", "at least one that the numbers can be fitted to"), "");
            }
            Sources sources = Sources.read(path, tree, failures);
            failures.throwIfAny();
            versions.sort((a, b) -> Boolean.compare(isBill(b), isBill(a)));
            Scenario scenario = new Scenario(
                    folder.name(), duty(), versions, cases, targets, correlations, wanted.map(w -> fitting(w, targets, versions)), accepted,
                    binder.facts(), folder.inputs(), remarks, unused, sources);
            return scenario.isFitOutdated() ? scenario.with(outdated()) : scenario;
        }

        /** What is fitted, and what tells the rule and the figures it is fitted with from any other. */
        private static Fitting fitting(CalibrationForms.Wanted wanted, List<Target> targets, List<Version> versions) {
            List<Target> known = targets.stream().filter(t -> t.use() == Target.Use.CALIBRATION).toList();
            List<String> named = known.stream().map(Target::version).distinct().toList();
            List<Model> models = named.stream()
                    .map(id -> versions.stream().filter(v -> v.variant().id().equals(id)).findFirst().orElseThrow().model())
                    .toList();
            return new Fitting(
                    wanted.free(), known, wanted.discrepancy(), Fingerprint.of(models, known, wanted.free(), wanted.discrepancy()));
        }

        private Failure outdated() {
            return new Failure(
                    folder.place(CalibratedFile.NAME, 0), "",
                    new Text("tal, der er fundet med en anden regel, andre kendte tal eller andre intervaller; de bruges, hvor tallet stadig er skrevet som da",
                            "numbers that were found with another rule, other known figures or other ranges; they are used where the number is still written as it was then"),
                    new Text("tal, der er fundet med reglen, som den er nu", "numbers that were found with the rule as it is now"),
                    "lovproeve calibrate " + folder.name() + " --write");
        }

        private static boolean isBill(Version version) {
            return version.variant().id().equals(Scenario.BILL);
        }

        private Version version(VariantForms.Change change, ModelBinder.Bound bill, List<Failure> ofBill) {
            Variant variant = change.variant();
            Patch patch = change.patch();
            Cursor c = change.at();
            if (variant.id().equals(Scenario.BILL)) {
                if (!patch.changesNothing() || !change.onlyIn().isEmpty()) {
                    c.fail(
                            new Text("ændringer i bill", "changes in bill"),
                            new Text("lovforslaget, som det er: ændringer står i andre varianter", "the bill as it stands: changes stand in other variants"), "");
                }
                return new Version(variant, bill.model(), List.of());
            }
            int before = failures.all().size();
            Written on = on(change);
            Tree.Mapping changed = patch.apply(on.tree());
            if (failures.all().size() > before) {
                return new Version(variant, bill.model(), List.of());
            }
            Set<String> off = new HashSet<>(on.provisionsOff());
            off.addAll(patch.provisionsOff());
            written.put(variant.id(), new Written(changed, off));
            Failures own = new Failures();
            ModelBinder.Bound bound = binder.bind(changed, own);
            versionsBound.add(bound);
            bill.binding().know(variant.id(), bound.binding());
            Version version = new Version(variant, bound.model(), List.of());
            if (isWhole(own)) {
                new ModelChecks(bound.model().procedure(), own).ofEveryVersion();
                version = pruned(variant, bound.model(), off, c);
            }
            sameMeasures(bill, bound, c);
            version = tried(version, change);
            models.put(variant.id(), version.model());
            // What is wrong in the bill is said once; what only this variant makes wrong is said with its name.
            own.all().stream().filter(f -> ofBill.stream().noneMatch(b -> isSame(b, f))).forEach(f -> failures.add(
                    f.place(), (f.subject() + " [" + c.path() + "]").strip(), f.found(), f.expected(), f.maybe()));
            return version;
        }

        /** The version where it is tried, and what it is made on elsewhere. */
        private Version tried(Version version, VariantForms.Change change) {
            if (change.onlyIn().isEmpty()) {
                return version;
            }
            List<PopulationSpec.Municipality> all = version.model().population().municipalities();
            Set<Integer> where = new TreeSet<>();
            for (VariantForms.Named named : change.onlyIn()) {
                int m = place(named.written(), all);
                if (m < 0) {
                    VariantForms.Change.unknown(named, all.stream().map(PopulationSpec.Municipality::name).toList());
                } else {
                    where.add(m);
                }
            }
            if (where.isEmpty()) {
                return version;
            }
            Variant variant = version.variant();
            List<String> names = where.stream().map(m -> all.get(m).name()).toList();
            Text only = names.size() > MOST_NAMED
                    ? new Text("Forsøg i " + names.size() + " af " + all.size() + " kommuner.", "A trial in " + names.size() + " of " + all.size() + " municipalities.")
                    : new Text("Forsøg i " + String.join(", ", names) + ".", "A trial in " + String.join(", ", names) + ".");
            Text text = new Text(variant.text().da() + " " + only.da(), variant.text().en() + " " + only.en());
            Model elsewhere = models.getOrDefault(change.on().orElse(Scenario.BILL), models.get(Scenario.BILL));
            return new Version(
                    new Variant(variant.id(), variant.label(), text, variant.provision(), variant.place()),
                    version.model().as(new Trial(where, elsewhere)),
                    version.unreachableSteps());
        }

        private static int place(String wanted, List<PopulationSpec.Municipality> all) {
            for (int m = 0; m < all.size(); m++) {
                if (wanted.equals(all.get(m).code()) || wanted.equalsIgnoreCase(all.get(m).name())) {
                    return m;
                }
            }
            return -1;
        }

        /** What the changes are made in; the bill where what is named does not stand above, which has been reported. */
        private Written on(VariantForms.Change change) {
            Optional<Written> on = change.on().map(written::get);
            if (change.on().isPresent() && on.isEmpty()
                    && change.at().binding().declared(Kind.VARIANT).contains(change.on().get())) {
                change.at().maybe("on").ifPresent(c -> c.fail(
                        new Text(change.on().get() + ", der ikke står ovenfor", change.on().get() + ", which does not stand above"),
                        new Text("en variant, der står ovenfor uden fejl", "a variant that stands above and has no mistakes"), ""));
            }
            return on.orElseGet(() -> written.get(Scenario.BILL));
        }

        /** Versions are compared measure by measure, so all have the bill's. */
        private void sameMeasures(ModelBinder.Bound bill, ModelBinder.Bound bound, Cursor c) {
            List<String> expected = bill.model().procedure().measures().stream().map(Measure::id).toList();
            List<String> found = bound.model().procedure().measures().stream().map(Measure::id).toList();
            if (!found.equals(expected)) {
                List<String> odd = new ArrayList<>(found);
                odd.removeAll(expected);
                List<String> gone = new ArrayList<>(expected);
                gone.removeAll(found);
                odd.addAll(gone);
                failures.add(
                        c.place(), c.path(), new Text("andre måltal end lovforslagets: " + String.join(", ", odd),
                                "other measures than the bill's: " + String.join(", ", odd)),
                        new Text("de samme måltal i alle udgaver: de står under measures, også når kun én variant tæller i dem",
                                "the same measures in every version: they stand under measures, even when only one variant counts in them"),
                        "");
            }
        }

        /** Whether a mistake was there before the change: an index or a redirection may make its words differ. */
        private static boolean isSame(Failure bill, Failure variant) {
            boolean sameLine = bill.place().line() > 0 && bill.place().equals(variant.place());
            return sameLine || bill.equals(variant);
        }

        private Version pruned(Variant variant, Model model, Set<String> provisionsOff, Cursor c) {
            Procedure procedure = model.procedure();
            Reach reach = new Reach(procedure);
            Set<String> reached = reach.steps();
            for (Step step : procedure.steps()) {
                String provision = step.head().provision();
                // An end does nothing, so there is nothing to do instead.
                boolean does = !(step instanceof Step.End);
                if (does && reached.contains(step.id()) && provisionsOff.contains(provision)) {
                    c.maybe("without").orElse(c).fail(
                            new Text(
                                    provision + ", hvis trin " + step.id() + " ingen if-off har",
                                    provision + ", whose step " + step.id() + " has no if-off"),
                            new Text("if-off: hvor man går hen i stedet", "if-off: where one goes instead"), "");
                }
            }
            List<String> unreachable =
                    procedure.steps().stream().map(Step::id).filter(id -> !reached.contains(id)).toList();
            return new Version(
                    variant,
                    new Model(
                            model.firstDay(), model.targetGroups(), model.parameters(), reach.pruned(), model.institutions(),
                            model.population()),
                    unreachable);
        }

        /** The bill as the reader meets it, with the provisions that variants add after the bill's own. */
        private Duty duty() {
            Map<String, Provision> provisions = new LinkedHashMap<>();
            for (ModelBinder.Bound version : versionsBound) {
                version.duty().provisions().forEach(p -> provisions.putIfAbsent(p.id(), p));
            }
            Duty bill = versionsBound.get(0).duty();
            return new Duty(
                    bill.title(), bill.summary(), bill.purpose(), bill.today(), bill.proposed(),
                    bill.caveat(), bill.abbreviations(), bill.subjects(),
                    List.copyOf(provisions.values()), bill.addressees());
        }

        /** Whether the graph of steps has no loose ends, so that walking it means something. */
        private static boolean isWhole(Failures failures) {
            return failures.all().stream()
                    .noneMatch(f -> f.subject().startsWith("steps") || f.subject().startsWith("tracks")
                            || f.subject().startsWith("facts") || f.subject().startsWith("amounts")
                            || f.subject().startsWith("groups"));
        }
    }
}
