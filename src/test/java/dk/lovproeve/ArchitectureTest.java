package dk.lovproeve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which package may use which, and which library lives where. The rules are checked by ordinary tests: rules in fields are
 * not counted by the build, which then passes whatever they find.
 */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dk.lovproeve");

    private static final String ROOT = "dk.lovproeve.";

    /** Each package and the packages of ours that it may use besides itself. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("base", List.of()),
            Map.entry("random", List.of("base")),
            Map.entry("statistics", List.of("base", "random")),
            Map.entry("evidence", List.of("base", "random", "statistics")),
            Map.entry("rule", List.of("base", "evidence")),
            Map.entry("procedure", List.of("base", "evidence", "rule")),
            Map.entry("population", List.of("base", "random", "statistics", "evidence")),
            Map.entry("simulation", List.of("base", "random", "statistics", "evidence", "rule", "procedure", "population")),
            Map.entry("outcome", List.of("base", "statistics", "procedure", "population", "simulation")),
            Map.entry("experiment", List.of(
                    "base", "random", "statistics", "evidence", "rule", "procedure", "population", "simulation", "outcome")),
            Map.entry("assessment", List.of("base", "statistics", "evidence", "rule", "procedure", "outcome")),
            Map.entry("scenario", List.of("base", "evidence", "rule", "procedure", "population", "simulation", "assessment")),
            Map.entry("report", List.of(
                    "base", "statistics", "evidence", "rule", "procedure", "population", "simulation", "outcome", "experiment", "assessment", "scenario")),
            Map.entry("shell", List.of(
                    "base", "statistics", "evidence", "rule", "procedure", "population", "simulation", "outcome", "experiment", "assessment", "scenario",
                    "report")));

    /** Each library's packages and the one package of ours where it is at home. */
    private static final Map<String, String> HOMES = Map.ofEntries(
            Map.entry("org.apache.commons.math3", "statistics"),
            Map.entry("org.jgrapht", "procedure"),
            Map.entry("org.yaml.snakeyaml", "scenario"),
            Map.entry("com.fasterxml.jackson", "experiment"),
            Map.entry("org.apache.poi", "report"),
            Map.entry("freemarker", "report"),
            Map.entry("org.eclipse.elk", "report"),
            Map.entry("com.github.weisj", "report"));

    private static final ArchRule EVERY_PACKAGE_USES_ONLY_WHAT_IT_MAY = ArchRuleDefinition.classes().should(new ArchCondition<>("use only what their package may") {
        @Override
        public void check(JavaClass from, ConditionEvents events) {
            String own = top(from);
            if (own.isEmpty()) {
                return;
            }
            if (!MAY_USE.containsKey(own)) {
                events.add(SimpleConditionEvent.violated(from, from.getName() + " is in a package the table does not know"));
                return;
            }
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String used = top(dependency.getTargetClass());
                if (!used.isEmpty() && !used.equals(own) && !MAY_USE.get(own).contains(used)) {
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                }
            });
        }
    });

    private static final ArchRule EVERY_LIBRARY_HAS_ONE_HOME = ArchRuleDefinition.classes().should(new ArchCondition<>("use libraries only at home") {
        @Override
        public void check(JavaClass from, ConditionEvents events) {
            from.getDirectDependenciesFromSelf().forEach(dependency -> HOMES.forEach((library, home) -> {
                String used = dependency.getTargetClass().getPackageName();
                if ((used.equals(library) || used.startsWith(library + ".")) && !top(from).equals(home)) {
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                }
            }));
        }
    });

    private static final ArchRule SPRING_STAYS_IN_THE_SHELL = noClasses()
            .that().resideInAnyPackage(MAY_USE.keySet().stream().filter(p -> !p.equals("shell")).map(p -> ROOT + p + "..").toArray(String[]::new))
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.jline..");

    /** Nothing that reaches a result may hang on the moment, the place, or chance without a key. */
    private static final ArchRule RESULTS_HANG_ON_NOTHING_OUTSIDE = noClasses()
            .that().resideInAnyPackage(List.of("base", "random", "statistics", "evidence", "rule", "procedure", "population", "simulation", "outcome", "assessment")
                    .stream().map(p -> ROOT + p + "..").toArray(String[]::new))
            .should().dependOnClassesThat(new DescribedPredicate<>("give the time, the zone or unkeyed chance") {
                @Override
                public boolean test(JavaClass used) {
                    return List.of("java.util.Random", "java.util.SplittableRandom", "java.util.concurrent.ThreadLocalRandom",
                                    "java.time.Clock", "java.time.Instant", "java.time.LocalDateTime", "java.util.Date",
                                    "java.util.TimeZone", "java.time.ZoneId", "java.security.SecureRandom")
                            .contains(used.getName());
                }
            });

    @Test
    void everyPackageUsesOnlyWhatItMay() {
        EVERY_PACKAGE_USES_ONLY_WHAT_IT_MAY.check(OURS);
    }

    @Test
    void everyLibraryHasOneHome() {
        EVERY_LIBRARY_HAS_ONE_HOME.check(OURS);
    }

    @Test
    void springStaysInTheShell() {
        SPRING_STAYS_IN_THE_SHELL.check(OURS);
    }

    @Test
    void resultsHangOnNothingOutside() {
        RESULTS_HANG_ON_NOTHING_OUTSIDE.check(OURS);
    }

    private static String top(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
