package dk.lovproeve.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many profiles are told of in few words, and what was written once for several is told of once. */
class ProfilesInWordsTest {

    private static final Map<String, Text> LABELS = Map.of(
            "device", new Text("et MitID, der virker", "a MitID that works"),
            "danish", new Text("dansk og læsning", "Danish and reading"),
            "trust", new Text("tillid", "trust"));

    @Test
    void eachCapacityIsNamedOnceWithWhatIsSaidOfTheHelper() {
        List<CapabilityProfile> profiles = List.of(
                profile(false), profile(false, "device"), profile(false, "danish"), profile(true, "danish"),
                profile(true, "trust"), profile(false, "danish", "device"));
        assertThat(CapabilityProfile.kinds(profiles, LABELS)).containsExactly(
                new Text("kan alt selv", "able to do everything"),
                new Text("mangler dansk og læsning, med eller uden hjælper", "lacking Danish and reading, with or without a helper"),
                new Text("mangler et MitID, der virker, og er uden hjælper", "lacking a MitID that works and without a helper"),
                new Text("mangler tillid og har en hjælper", "lacking trust and with a helper"),
                new Text("mangler dansk og læsning samt et MitID, der virker på én gang, og er uden hjælper",
                        "lacking Danish and reading as well as a MitID that works all at once and without a helper"));
    }

    @Test
    void aLabelThatHoldsACommaComesLastSoThatItDoesNotLookLikeTwo() {
        assertThat(CapabilityProfile.kinds(List.of(profile(false, "device"), profile(false, "trust"), profile(false, "danish")), LABELS))
                .extracting(Text::da)
                .containsExactly("mangler tillid, dansk og læsning eller et MitID, der virker, og er uden hjælper");
    }

    @Test
    void labelsOfThePatternAreToldWithTheWordsThatDiffer() {
        assertThat(Alike.label(List.of(
                        new Text("Opgaven er løst (Mit Sygefravær)", "The task is done (Mit Sygefravær)"),
                        new Text("Opgaven er løst (Min Plan)", "The task is done (Min Plan)"))))
                .isEqualTo(new Text("Opgaven er løst (Mit Sygefravær, Min Plan)", "The task is done (Mit Sygefravær, Min Plan)"));
        assertThat(Alike.label(List.of(new Text("Slut på første plads", "End of the first"), new Text("Slut på anden plads", "End of the second"))))
                .isEqualTo(new Text("Slut på første, anden plads", "End of the first, second"));
        assertThat(Alike.label(List.of(new Text("Det samme", "The same"), new Text("Det samme", "The same"))))
                .isEqualTo(new Text("Det samme", "The same"));
        assertThat(Alike.label(List.of(new Text("Brev", "Letter"), new Text("Brev igen", "Letter again"))).da()).isEqualTo("Brev, Brev igen");
    }

    private static CapabilityProfile profile(boolean helper, String... lacking) {
        return CapabilityProfile.of(List.of(lacking), helper, LABELS);
    }
}
