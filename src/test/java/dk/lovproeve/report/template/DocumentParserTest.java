package dk.lovproeve.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentParserTest {

    private static final Drawing DRAWING = new Drawing("<svg viewBox=\"0 0 10 10\"/>", 10, 10);

    @Test
    void aQuotationTellsItsLanguage() {
        assertThat(failure("<document title='T'><p><lang>x</lang></p></document>")).contains("<lang> code", "da | en");
        assertThat(failure("<document title='T'><p><lang code='sv'>x</lang></p></document>")).contains("<lang> code", "sv");
    }

    @Test
    void aColouredCellMustSayInWordsWhatItsColourSays() {
        String table = "<document title='T'><table caption='C'><column/><head><row><cell>H</cell></row></head><body><row>%s</row></body></table></document>";
        assertThat(failure(table.formatted("<cell mark='bad'></cell>"))).contains("marked cell = no text", "a text that says what the colour says");
        assertThat(failure(table.formatted("<cell mark='red'>nej</cell>"))).contains("<cell> mark", "none | good | bad");
    }

    @Test
    void aMapOfTilesTakesDanishMunicipalitiesOnceEach() {
        assertThat(failure("<document title='T'><figure caption='C' alt='A'><tile-map unit='u' whole='1'>"
                        + "<tile code='0999' name='Utopia' value='1'/></tile-map></figure></document>"))
                .contains("<tile-map>\n  found:     tile Utopia = 0999\n  expected:  the code of a Danish municipality");
        assertThat(failure("<document title='T'><figure caption='C' alt='A'><tile-map unit='u' whole='1'>"
                        + "<tile code='0101' name='K' value='1'/><tile code='0101' name='K' value='2'/></tile-map></figure></document>"))
                .contains("<tile-map>\n  found:     place = 0101 twice\n  expected:  each municipality once");
        assertThat(failure("<document title='T'><figure caption='C' alt='A'><tile-map unit='u' whole='1'>"
                        + "<tile code='0101' name='K' value='1' size='2'/></tile-map></figure></document>"))
                .contains("<tile> size\n  found:     an unknown attribute");
    }

    @Test
    void every_element_of_the_vocabulary_is_read() {
        Document read = parse(
                """
                <document title="Titel" subtitle="Under" contents="3">
                  <fact label="Kørsel">k1</fact>
                  <section id="a" title="Første">
                    <p>Se <ref to="t">her</ref> og <strong>især <claim run="k1">12,3 %</claim></strong>.</p>
                    <list kind="numbers"><item>en</item><item><em>to</em></item></list>
                    <section title="Til § 1" numbered="no"><page-break/><p>Tekst</p></section>
                  </section>
                  <table id="t" caption="Tabel" description="Ord" row-header="yes">
                    <column/><column align="number"/>
                    <head><row><cell span="2">Hoved</cell></row></head>
                    <body><row><cell>a</cell><cell><p>1</p><p>2</p></cell></row><row><cell/><cell>3</cell></row></body>
                  </table>
                  <figure caption="Figur" alt="Ord">
                    <chart kind="intervals" unit="timer" format="percent" decimals="1">
                      <category>A</category>
                      <series name="S"><point value="-0.5" lower="-1" upper="0.25"/></series>
                    </chart>
                  </figure>
                  <figure caption="Tegning" alt="Ord"><drawing name="graph"/></figure>
                  <note kind="gap" title="Tal">Kun ord</note>
                </document>
                """);

        assertThat(read.title()).isEqualTo("Titel");
        assertThat(read.subtitle()).isEqualTo("Under");
        assertThat(read.contentsLevels()).isEqualTo(3);
        assertThat(read.claims()).containsExactly(new Claim("12,3 %", "k1"));
        Section section = (Section) read.blocks().get(0);
        assertThat(Inline.plain(((Paragraph) section.blocks().get(0)).inlines())).isEqualTo("Se her og især 12,3 %.");
        assertThat(((Section) section.blocks().get(2)).numbered()).isFalse();
        Table table = (Table) read.blocks().get(1);
        assertThat(table.columns()).containsExactly(Table.Alignment.TEXT, Table.Alignment.NUMBER);
        assertThat(table.header().get(0).cells().get(0).span()).isEqualTo(2);
        assertThat(table.body().get(0).cells().get(1).paragraphs()).hasSize(2);
        assertThat(table.body().get(1).cells().get(0).paragraphs()).isEmpty();
        Chart chart = (Chart) ((Figure) read.blocks().get(2)).picture();
        assertThat(chart.series().get(0).values()).containsExactly(Chart.Value.of(-0.5, -1, 0.25));
        assertThat(((Figure) read.blocks().get(3)).picture()).isEqualTo(DRAWING);
        assertThat(((Note) read.blocks().get(4)).kind()).isEqualTo(Note.Kind.GAP);
    }

    @Test
    void the_line_breaks_of_a_template_are_spaces_and_its_no_break_spaces_stay() {
        Document read = parse("<document title='T'><p>\n  et\n  <strong>to</strong>\n 5\u00a0% \n</p></document>");
        assertThat(((Paragraph) read.blocks().get(0)).inlines())
                .containsExactly(
                        new Words("et "), new Strong(List.of(new Words("to"))), new Words(" 5\u00a0%"));
    }

    @Test
    void an_unknown_element_is_a_failure_with_the_line_of_the_template() {
        assertThat(failure("<document at='n.ftlx:1' title='T'><tabl at='n.ftlx:7' caption='C'/></document>"))
                .isEqualTo(
                        """
                        n.ftlx:7 <tabl>
                          found:     an element that is unknown here
                          expected:  <section>, <p>, <list>, <table>, <figure>, <note>, <page-break>
                          maybe:     <table>""");
    }

    @Test
    void an_unknown_attribute_is_a_failure() {
        assertThat(failure("<document title='T'><section at='n.ftlx:3' tittle='x' title='y'/></document>"))
                .isEqualTo(
                        """
                        n.ftlx:3 <section> tittle
                          found:     an unknown attribute
                          expected:  id, title, numbered
                          maybe:     title""");
    }

    @Test
    void every_mistake_is_reported_at_once_in_the_order_of_the_file() {
        AuthorException e = mistakes(
                """
                <document title="T" at="n:1">
                  <note kind="warning" at="n:2">x</note>
                  <p at="n:3"></p>
                  <figure caption="C" alt="A" at="n:4"><drawing name="grap" at="n:5"/></figure>
                  løs tekst
                  <section title="A" id="a" at="n:6"/><section title="B" id="a" at="n:7"/>
                  <p at="n:8">Se <ref to="b" at="n:9"/></p>
                  <table caption="C" at="n:10"><column at="n:10"/><head at="n:10"><row at="n:11"><cell at="n:11"/><cell at="n:11"/></row></head></table>
                  <figure caption="C" alt="A" at="n:12"><chart unit="u" at="n:13"><category at="n:14">x</category>
                    <series name="s" at="n:15"><point value="1,5" at="n:16"/></series></chart></figure>
                </document>""");
        assertThat(e.failures().stream()
                        .map(f -> f.place().line() + " " + f.subject() + ": " + f.found().en() + " | " + f.expected().en() + " | "
                                + f.maybe()))
                .containsExactly(
                        "1 <document>: the text »løs tekst« | elements only; text stands in <p> | ",
                        "2 <note> kind: warning | note | caveat | gap | ",
                        "3 <p>: paragraph = nothing | text | ",
                        "5 <drawing>: name=\"grap\" | the name of a drawing the report has | graph",
                        "7 <section> id: a, which also stands in n:6 | an id used once | ",
                        "9 <ref>: to=\"b\" | the id of a section, table or figure | a",
                        "10 <table>: header = no row | at least one row | ",
                        "11 <row>: 2 cells | 1, one for each <column> | ",
                        "16 <point> value: 1,5 | a number as ${x?c} writes it | ");
    }

    @Test
    void a_value_outside_its_interval_is_a_failure() {
        assertThat(failure("<document title='T'><figure caption='C' alt='A'><chart unit='u'><category>x</category>"
                        + "<series name='s'><point at='n:4' value='5' lower='1' upper='2'/></series></chart></figure></document>"))
                .contains("n:4 <point>\n  found:     value = 5.0\n  expected:  a number from 1.0 to 2.0");
    }

    @Test
    void a_sixth_level_of_sections_is_a_failure() {
        String open = "<section title='x'>".repeat(5) + "<section title='deep' at='n:9'>";
        assertThat(failure("<document title='T'>" + open + "</section>".repeat(6) + "</document>"))
                .isEqualTo("n:9 <section>\n  found:     level 6\n  expected:  at most level 5");
    }

    @Test
    void broken_xml_is_a_failure_near_the_last_element_that_could_be_read() {
        assertThat(failure("<document title='T' at='n:1'><p at='n:4'>a & b</p></document>"))
                .startsWith("n:4 XML\n")
                .contains("The entity name must immediately follow the '&'")
                .doesNotContain("ParseError at");
    }

    @Test
    void a_document_type_and_its_entities_are_refused() {
        String xml = "<!DOCTYPE document [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><document title='T'><p>&e;</p></document>";
        assertThat(failure(xml)).startsWith("test.ftlx XML\n").contains("found:     a document type");
    }

    private static Document parse(String xml) {
        return new DocumentParser("test.ftlx", Language.DA, Map.of("graph", DRAWING)).parse(xml);
    }

    private static AuthorException mistakes(String xml) {
        return catchThrowableOfType(AuthorException.class, () -> parse(xml));
    }

    private static String failure(String xml) {
        return mistakes(xml).getMessage();
    }
}
