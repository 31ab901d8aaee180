package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralTest {

    private static final String DUTIES = """
            several:
              duty:
                post: {da: digital post, en: Digital Post}
                booking: {da: selvbooking, en: self-booking}
            """;

    @TempDir
    Path temporary;

    private final Failures failures = new Failures();

    @Test
    void anEntryIsRepeatedForEachMemberAndTheMemberStandsEverywhereBelow() {
        assertThat(expanded("""
                steps:
                  first: {kind: end}
                  use-$duty: {try: try-$duty, done: {to: used-$duty, sets: [busy, told-$duty]}}
                  last: {kind: end}
                """)).isEqualTo("{steps: {first: {kind: end}, "
                + "use-post: {try: try-post, done: {to: used-post, sets: [busy, told-post]}}, "
                + "use-booking: {try: try-booking, done: {to: used-booking, sets: [busy, told-booking]}}, "
                + "last: {kind: end}}}");
    }

    @Test
    void aTextGetsTheLabelInItsLanguage() {
        assertThat(expanded("""
                flags:
                  exempt-$duty: {label: {da: fritaget for $duty, en: exempt from $duty}, note: "$duty."}
                tasks:
                  - {da: "$Duty: fristen", en: "$Duty: not any $duty"}
                """)).isEqualTo("{flags: {"
                + "exempt-post: {label: {da: fritaget for digital post, en: exempt from Digital Post}, note: post.}, "
                + "exempt-booking: {label: {da: fritaget for selvbooking, en: exempt from self-booking}, note: booking.}}, "
                + "tasks: [{da: Digital post: fristen, en: Digital Post: not any Digital Post}, {da: Selvbooking: fristen, en: Self-booking: not any self-booking}]}");
    }

    @Test
    void anItemIsRepeatedWhereThePlaceholderStandsOutsideAListOfItsOwn() {
        assertThat(expanded("""
                choose:
                  - {when: exempt-$duty, to: out, clears: [told-$duty]}
                  - {to: on, clears: [told-$duty, busy], changes: {load-$duty: one}}
                """)).isEqualTo("{choose: ["
                + "{when: exempt-post, to: out, clears: [told-post]}, "
                + "{when: exempt-booking, to: out, clears: [told-booking]}, "
                + "{to: on, clears: [told-post, told-booking, busy], changes: {load-post: one, load-booking: one}}]}");
    }

    @Test
    void anyAllAndSumAreWrittenOutAsWords() {
        assertThat(expanded("""
                facts:
                  one: {when: "any exempt-$duty and told"}
                  every: {when: not all exempt-$duty}
                  both: {when: any (exempt-$duty and not (told-$duty))}
                  here-$duty: {when: exempt-$duty and not any told-$duty}
                amounts:
                  burden: {is: sum burden-$duty * rate}
                """)).isEqualTo("{facts: {"
                + "one: {when: (exempt-post or exempt-booking) and told}, "
                + "every: {when: not (exempt-post and exempt-booking)}, "
                + "both: {when: ((exempt-post and not (told-post)) or (exempt-booking and not (told-booking)))}, "
                + "here-post: {when: exempt-post and not (told-post or told-booking)}, "
                + "here-booking: {when: exempt-booking and not (told-post or told-booking)}}, "
                + "amounts: {burden: {is: (burden-post + burden-booking) * rate}}}");
    }

    @Test
    void twoPlaceholdersMakeEveryCombinationAndTheLongestNameWins() {
        String two = """
                several:
                  d: {a: {da: a, en: a}, b: {da: b, en: b}}
                  d-x: {c: {da: c, en: c}}
                """;
        assertThat(expanded(two, "flags: {f-$d-of-$d-x: one, g-$d-x: two, h-$d-y: three}\n"))
                .isEqualTo("{flags: {f-a-of-c: one, f-b-of-c: one, g-c: two, h-a-y: three, h-b-y: three}}");
    }

    @Test
    void everyPartKeepsItsLineAndVariantsAreLeftAlone() throws IOException {
        Tree.Mapping tree = tree(DUTIES, """
                variants:
                  easier: {set: {steps.use-$duty.try: easy-$duty}}
                steps:
                  use-$duty:
                    try: try-$duty
                """);
        Tree steps = tree.entries().get("steps");
        assertThat(tree.entries().get("variants").keys().get("easier").keys().get("set").keys()).containsKey("steps.use-$duty.try");
        assertThat(steps.keys().get("use-booking").place()).isEqualTo(new Place("s/a.yaml", 8));
        assertThat(steps.keys().get("use-booking").keys().get("try").place()).isEqualTo(new Place("s/a.yaml", 9));
        assertThat(tree.entries()).doesNotContainKey("several");
        assertThat(failures.all()).isEmpty();
    }

    @Test
    void aPlaceholderNobodyDeclaredIsAFailure() {
        expanded("flags:\n  exempt-$dty: {label: {da: koster $5, en: costs $5}}\n");
        assertThat(said()).containsExactly(
                "s/a.yaml:6 flags.exempt-$dty | $dty | $ and a word that stands under several | $duty");
    }

    @Test
    void aPlaceholderThatNothingRepeatsIsAFailure() {
        expanded("title: {da: Pligten $duty, en: The duty}\n");
        assertThat(said()).containsExactly(
                "s/a.yaml:5 title.da | $duty | $duty only in a list, below a key with $duty in it, or after any, all or sum | ");
    }

    @Test
    void aNameThatComesTwiceIsAFailure() {
        expanded("flags:\n  told-$duty: one\n  told-post: two\n");
        assertThat(said()).containsExactly(
                "s/a.yaml:7 flags.told-post | told-post a second time; it also stands in s/a.yaml:6"
                        + " | each name once when everything is written out | ");
    }

    @Test
    void withoutMembersAPlaceholderIsAFailure() {
        expanded("several: {duty: {}}\n", "");
        assertThat(said()).containsExactly("s/a.yaml:1 several.duty | none | at least one to write for | ");
    }

    private String expanded(String rest) {
        return expanded(DUTIES, rest);
    }

    private String expanded(String several, String rest) {
        try {
            return flow(tree(several, rest));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Tree.Mapping tree(String several, String rest) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("s"));
        Files.writeString(folder.resolve("a.yaml"), several + rest);
        return Several.expand(new TreeReader(new Folder(folder), failures).read(), failures);
    }

    private List<String> said() {
        return failures.all().stream()
                .map(f -> f.place() + " " + f.subject() + " | " + f.found().en() + " | " + f.expected().en() + " | " + f.maybe())
                .toList();
    }

    /** A tree on one line. */
    private static String flow(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        if (tree instanceof Tree.Items list) {
            return list.items().stream().map(SeveralTest::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree.keys().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
