package dk.lovproeve.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateEngineTest {

    /** Plain data as a report model has it. */
    record Group(Text name, double share, Kind kind, Optional<String> remark) {}

    enum Kind {
        MANAGES_ALONE
    }

    @TempDir
    Path folder;

    @Test
    void a_record_shows_its_components_and_texts_follow_the_language() throws IOException {
        write("t.ftlx", "${g.name} ${percent(g.share, 1)} ${g.kind} ${(g.remark)!'-'} ${say('hus', 'house')} ${language}");
        Map<String, ?> model =
                Map.of("g", new Group(new Text("Ældre", "Old"), 0.1234, Kind.MANAGES_ALONE, Optional.empty()));
        assertThat(xml("t.ftlx", model, Language.DA)).isEqualTo("Ældre 12,3\u00a0% manages-alone - hus da");
        assertThat(xml("t.ftlx", model, Language.EN)).isEqualTo("Old 12.3% manages-alone - house en");
    }

    @Test
    void numbers_are_written_in_the_language_and_a_year_needs_c() throws IOException {
        write("t.ftlx", "${1234.5} ${2026?c} ${interval(1.25, 3, 1)} ${signed(-2)} ${points(0.015, 1)}");
        assertThat(xml("t.ftlx", Map.of(), Language.DA)).isEqualTo("1.234,5 2026 1,3–3,0 −2 +1,5\u00a0procentpoint");
        assertThat(xml("t.ftlx", Map.of(), Language.EN)).isEqualTo("1,234.5 2026 1.3–3.0 −2 +1.5\u00a0percentage points");
    }

    @Test
    void what_the_model_says_cannot_become_markup() throws IOException {
        write("t.ftlx", "<document title=\"${t}\"><p>${t}</p></document>");
        assertThat(engine().document("t.ftlx", Map.of("t", "<b> & \"x\""), Language.DA, Map.of()).title())
                .isEqualTo("<b> & \"x\"");
    }

    @Test
    void a_name_without_a_value_is_a_failure_with_file_and_line() throws IOException {
        write("t.ftlx", "<document title='T'>\n<p>${group.share}</p></document>");
        assertThat(failure("t.ftlx"))
                .isEqualTo(
                        """
                        t.ftlx:2 group
                          found:     a name without a value
                          expected:  a name the report's model has; write (a.b)!"" when it may be missing""");
    }

    @Test
    void a_template_that_cannot_be_read_is_a_failure_with_file_and_line() throws IOException {
        write("t.ftlx", "<document title='T'>\n\n<#if x></document>");
        assertThat(failure("t.ftlx")).startsWith("t.ftlx:3").contains("#if");
    }

    @Test
    void a_missing_template_is_a_failure_that_names_it() {
        assertThat(failure("nothing.ftlx")).startsWith("nothing.ftlx\n  found:     no file of that name");
    }

    @Test
    void a_mistake_in_an_included_macro_names_the_line_of_the_macro() throws IOException {
        write("m.ftlx", "<#macro box>\n\n  <nota kind=\"note\"><#nested></nota>\n</#macro>");
        write("t.ftlx", "<#import 'm.ftlx' as m>\n<document title='T'>\n<#if 1 < 2><@m.box>x</@m.box></#if></document>");
        AuthorException e = catchThrowableOfType(
                AuthorException.class, () -> engine().document("t.ftlx", Map.of(), Language.DA, Map.of()));
        assertThat(e).hasMessageStartingWith("m.ftlx:3 <nota>").hasMessageContaining("maybe:     <note>");
    }

    @Test
    void a_template_cannot_load_a_class_nor_leave_its_folder_nor_call_a_method() throws IOException {
        write("new.ftlx", "${'freemarker.template.utility.Execute'?new()('id')}");
        assertThat(failure("new.ftlx")).contains("not allowed");
        write("out.ftlx", "<#include '../../../../../../etc/hostname'>");
        assertThat(failure("out.ftlx")).contains("etc/hostname");
        write("call.ftlx", "${t.isBlank()?c}");
        assertThat(failure("call.ftlx")).startsWith("call.ftlx:1");
        write("bean.ftlx", "${path}");
        AuthorException e = catchThrowableOfType(
                AuthorException.class, () -> xml("bean.ftlx", Map.of("path", folder.toFile()), Language.EN));
        assertThat(e).hasMessageStartingWith("bean.ftlx:1");
    }

    @Test
    void a_number_function_refuses_what_is_no_number() throws IOException {
        write("t.ftlx", "${percent('x')}");
        assertThat(failure("t.ftlx")).startsWith("t.ftlx:1").contains("percent: found a text, expected a number");
    }

    @Test
    void marks_leave_directives_expressions_and_comments_alone() {
        String source = "<#-- <p> --><#if (a <b)>\n<p x=\"${'<i>'}\">1</p></#if><@m.x y='<q>'/>";
        assertThat(MarkedSource.of("f", source))
                .isEqualTo("<#-- <p> --><#if (a <b)>\n<p at=\"f:2\" x=\"${'<i>'}\">1</p></#if><@m.x y='<q>'/>");
    }

    private TemplateEngine engine() {
        return new TemplateEngine(folder);
    }

    private String xml(String name, Map<String, ?> model, Language language) {
        return engine().xml(name, model, language);
    }

    private String failure(String name) {
        return catchThrowableOfType(
                        AuthorException.class, () -> xml(name, Map.of("t", "x", "xs", List.of()), Language.EN))
                .getMessage();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
