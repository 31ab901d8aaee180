package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run of the first release, from before amounts were written in words: what is computed otherwise must not be another number. */
class FrozenRunTest {

    /** Seed 2026, 40 citizens, a year; everybody has the only trait, so that no draw of traits enters. */
    @Test
    void aYearOfTheSmallDutyIsThatOfTheFirstRelease() {
        TinyDuty duty = TinyDuty.lifelike();
        duty.subscribed = 1;
        duty.restDays = 10;
        Model model = duty.model();
        KeyedDraws draws = KeyedDraws.of(2026, 0);
        Counts counts = new Engine(model, Values.central(), 365)
                .run(new Synthesizer(model.population(), Values.central(), 1).synthesize(draws, 0), draws);
        assertThat(cells(counts, TinyDuty.BOOKED, Counts.REGISTER)).containsExactly(824L, 460L, 84L);
        assertThat(cells(counts, TinyDuty.FULL, Counts.ACTUAL)).containsExactly(565L, 460L, 69L);
        assertThat(cells(counts, TinyDuty.EXTENDED, Counts.ACTUAL)).containsExactly(517L, 400L, 66L);
        assertThat(cells(counts, TinyDuty.SANCTIONED, Counts.ACTUAL)).containsExactly(137L, 494L, 540L);
        assertThat(cells(counts, TinyDuty.FORGIVEN, Counts.ACTUAL)).containsExactly(56L, 169L, 144L);
        assertThat(cells(counts, TinyDuty.KRONER, Counts.ACTUAL)).containsExactly(45800L, 158700L, 183000L);
        assertThat(cells(counts, TinyDuty.REFUNDED, Counts.ACTUAL)).containsExactly(18700L, 51900L, 45900L);
        // Minutes then, seconds now.
        assertThat(cells(counts, TinyDuty.HELPER_MINUTES, Counts.ACTUAL)).containsExactly(60 * 620L, 60 * 17040L, 60 * 0L);
        assertThat(cells(counts, TinyDuty.CASEWORKER_MINUTES, Counts.ACTUAL)).containsExactly(60 * 8925L, 60 * 7060L, 60 * 3450L);
        assertThat(cells(counts, TinyDuty.CASEWORKER_MINUTES, Counts.REGISTER)).containsExactly(60 * 8240L, 60 * 4600L, 60 * 840L);
        assertThat(cells(counts, TinyDuty.AT_END, Counts.ACTUAL)).containsExactly(36L, 43L, 30L);
    }

    /** By group at the event, weighed by starting group and target group so that no two cells can change places. */
    private static List<Long> cells(Counts counts, String measure, int view) {
        return List.of(0, 1, 2).stream().map(group -> {
            long sum = 0;
            for (int start = 0; start < Counts.GROUPS; start++) {
                for (int g = 0; g < 2; g++) {
                    sum += counts.get(TinyDuty.index(measure), view, group, start, g) * (1 + start + 3 * g);
                }
            }
            return sum;
        }).toList();
    }
}
