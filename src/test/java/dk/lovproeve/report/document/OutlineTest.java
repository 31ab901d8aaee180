package dk.lovproeve.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void an_unnumbered_section_starts_the_numbers_of_its_own_sections_anew() {
        // As the notes of a bill have it: 1, 2 and 2.1 below the general notes, none for a paragraph of the bill.
        Outline outline = new Outline(document(
                section("", "Almindelige bemærkninger", false,
                        section("", "Indledning", true),
                        section("main", "Hovedpunkter", true, section("", "Gældende ret", true))),
                section("", "Enkelte bestemmelser", false, section("p1", "Til § 1", false)),
                section("", "Bilag", false, section("", "Tal", true))));
        assertThat(outline.headings().stream().map(h -> h.level() + " " + h.text()))
                .containsExactly(
                        "1 Almindelige bemærkninger",
                        "2 1. Indledning",
                        "2 2. Hovedpunkter",
                        "3 2.1. Gældende ret",
                        "1 Enkelte bestemmelser",
                        "2 Til § 1",
                        "1 Bilag",
                        "2 1. Tal");
        assertThat(outline.target(new Reference("main", "")).label()).isEqualTo("afsnit\u00a02");
        assertThat(outline.target(new Reference("p1", "")).label()).isEqualTo("»Til § 1«");
        assertThat(outline.target(new Reference("p1", "her"))).isEqualTo(new Outline.Numbered("her", "p1"));
    }

    @Test
    void no_anchor_of_ours_takes_an_id_of_the_author() {
        Outline outline = new Outline(document(section("", "A", true), section("s1", "B", true)));
        assertThat(outline.headings().stream().map(Outline.Heading::anchor)).doesNotHaveDuplicates().contains("s1");
    }

    @Test
    void a_letter_marks_the_run_only_when_there_is_more_than_one() {
        Claim first = new Claim("1", "k1");
        Claim second = new Claim("2", "k2");
        assertThat(new Outline(document(new Paragraph(List.of(first)))).mark(first)).isEmpty();
        Outline two = new Outline(document(new Paragraph(List.of(first, second, first))));
        assertThat(two.mark(first)).isEqualTo("a");
        assertThat(two.mark(second)).isEqualTo("b");
        assertThat(two.runs().keySet()).containsExactly("k1", "k2");
    }

    @Test
    void a_reference_to_nowhere_and_an_id_used_twice_are_refused() {
        assertThatThrownBy(() -> document(new Paragraph(List.of(new Reference("x", "")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference: found x, expected the id of a section, table or figure");
        assertThatThrownBy(() -> document(section("a", "A", true), section("a", "B", true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id: found a twice, expected an id used once");
    }

    private static Section section(String id, String title, boolean numbered, Block... blocks) {
        return new Section(id, title, numbered, List.of(blocks));
    }

    private static Document document(Block... blocks) {
        return new Document("T", "", Language.DA, List.of(), 2, List.of(blocks));
    }
}
