package dk.lovproeve.report.template;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;

/**
 * Fills the templates of one folder. Templates are an author's files: they see plain data only, cannot load classes or
 * leave their folder, and an undefined name is a failure with file and line. What they write is escaped as XML.
 *
 * <p>Besides the model a template has: {@code language} ({@code da} or {@code en}); {@code say(danish, english)};
 * {@code inside(words)}, which writes words as they stand inside a sentence;
 * {@code number(x, decimals)}, {@code signed(x, decimals)}, {@code percent(share, decimals)}, {@code points(difference,
 * decimals)}, {@code interval(lower, upper, decimals)} and {@code percentInterval(lower, upper, decimals)}, which write
 * numbers as {@link NumberStyle} says (decimals may be left out: 0). A bare {@code ${x}} writes a number with up to three
 * decimals in the language; a year needs {@code ?c}.
 *
 * <p>A template that never ends cannot be stopped: run only templates one trusts to end.
 */
public final class TemplateEngine {

    private final Path folder;
    private final Map<Language, Configuration> configurations = new EnumMap<>(Language.class);

    /** @throws AuthorException when there is no such folder */
    public TemplateEngine(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
        for (Language language : Language.values()) {
            configurations.put(language, configuration(language));
        }
    }

    /**
     * Fills a template and reads the result strictly.
     *
     * @param template the file's name in the folder, such as {@code bill-notes.ftlx}
     * @param model    maps, lists, texts, numbers, truth values and records of these
     * @param drawings the drawings a template may show, by name
     * @throws AuthorException with every mistake found, each with template and line
     */
    public Document document(
            String template, Map<String, ?> model, Language language, Map<String, Drawing> drawings) {
        return new DocumentParser(template, language, drawings).parse(xml(template, model, language));
    }

    /**
     * What a template writes, before it is read: for golden tests and for finding mistakes.
     *
     * @throws AuthorException when the template is missing, malformed, or asks for something that is not there
     */
    public String xml(String template, Map<String, ?> model, Language language) {
        try {
            Template loaded = configurations.get(language).getTemplate(template);
            StringWriter out = new StringWriter();
            loaded.process(model, out);
            return out.toString();
        } catch (TemplateNotFoundException e) {
            throw author(
                    e.getTemplateName(),
                    0,
                    "",
                    new Text("ingen fil med det navn", "no file of that name"),
                    new Text("en skabelon i mappen " + folder, "a template in the folder " + folder));
        } catch (ParseException e) {
            throw author(e.getTemplateName(), e.getLineNumber(), "", e.getEditorMessage());
        } catch (InvalidReferenceException e) {
            throw author(
                    e.getTemplateSourceName(),
                    line(e),
                    String.valueOf(e.getBlamedExpressionString()),
                    new Text("et navn uden værdi", "a name without a value"),
                    new Text(
                            "et navn, som rapportens model har; skriv (a.b)!\"\", hvis det må mangle",
                            "a name the report's model has; write (a.b)!\"\" when it may be missing"));
        } catch (TemplateException e) {
            throw author(e.getTemplateSourceName(), line(e), "", e.getMessageWithoutStackTop());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read template " + template, e);
        }
    }

    private static int line(TemplateException e) {
        return e.getLineNumber() == null ? 0 : e.getLineNumber();
    }

    private static AuthorException author(String file, int line, String subject, String engineSays) {
        String said = engineSays.strip().replaceAll("\\s*\\n\\s*", " ");
        return author(
                file,
                line,
                subject,
                new Text(said, said),
                new Text("en skabelon, der kan udfyldes", "a template that can be filled"));
    }

    private static AuthorException author(String file, int line, String subject, Text found, Text expected) {
        Place place = new Place(file == null ? "?" : file, Math.max(0, line));
        return new AuthorException(List.of(new Failure(place, subject, found, expected, "")));
    }

    private Configuration configuration(Language language) {
        Configuration c = new Configuration(Configuration.VERSION_2_3_34);
        c.setTemplateLoader(new MarkingLoader(folderLoader()));
        c.setDefaultEncoding("UTF-8");
        c.setLocalizedLookup(false);
        c.setLocale(language.locale());
        c.setTimeZone(TimeZone.getTimeZone("UTC"));
        c.setNumberFormat(",##0.###;; roundingMode=halfUp");
        c.setOutputFormat(XMLOutputFormat.INSTANCE);
        c.setRecognizeStandardFileExtensions(true);
        c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        c.setLogTemplateExceptions(false);
        c.setWrapUncheckedExceptions(true);
        c.setFallbackOnNullLoopVariable(false);
        c.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        c.setAPIBuiltinEnabled(false);
        c.setObjectWrapper(new ReportObjectWrapper(language));
        NumberStyle style = new NumberStyle(language);
        c.setSharedVariable("language", new SimpleScalar(language.code()));
        c.setSharedVariable("say", function("say", args -> text(args, language == Language.DA ? 0 : 1), 2, 2));
        c.setSharedVariable("inside", function("inside", args -> Text.inside(text(args, 0)), 1, 1));
        c.setSharedVariable("number", numbers("number", 1, (x, d) -> style.number(x[0], d)));
        c.setSharedVariable("signed", numbers("signed", 1, (x, d) -> style.signed(x[0], d)));
        c.setSharedVariable("percent", numbers("percent", 1, (x, d) -> style.percent(x[0], d)));
        c.setSharedVariable("points", numbers("points", 1, (x, d) -> style.points(x[0], d)));
        c.setSharedVariable("interval", numbers("interval", 2, (x, d) -> style.interval(x[0], x[1], d)));
        c.setSharedVariable(
                "percentInterval", numbers("percentInterval", 2, (x, d) -> style.percentInterval(x[0], x[1], d)));
        return c;
    }

    private FileTemplateLoader folderLoader() {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw author(
                    folder.toString(),
                    0,
                    "",
                    new Text("ingen sådan mappe", "no such folder"),
                    new Text("mappen med skabeloner", "the folder of templates"));
        }
    }

    private interface Function {
        String apply(List<?> arguments) throws TemplateModelException;
    }

    private interface Style {
        String apply(double[] numbers, int decimals);
    }

    private static TemplateMethodModelEx function(String name, Function function, int least, int most) {
        return arguments -> {
            if (arguments.size() < least || arguments.size() > most) {
                throw new TemplateModelException(
                        name + ": found " + arguments.size() + " arguments, expected " + least + " to " + most);
            }
            return new SimpleScalar(function.apply(arguments));
        };
    }

    private static TemplateMethodModelEx numbers(String name, int count, Style style) {
        return function(
                name,
                arguments -> {
                    double[] numbers = new double[count];
                    for (int i = 0; i < count; i++) {
                        numbers[i] = number(name, arguments.get(i));
                    }
                    int decimals = arguments.size() > count ? (int) number(name, arguments.get(count)) : 0;
                    try {
                        return style.apply(numbers, decimals);
                    } catch (IllegalArgumentException e) {
                        throw new TemplateModelException(name + ": " + e.getMessage());
                    }
                },
                count,
                count + 1);
    }

    private static double number(String name, Object argument) throws TemplateModelException {
        if (argument instanceof TemplateNumberModel number) {
            return number.getAsNumber().doubleValue();
        }
        throw new TemplateModelException(name + ": found " + kind(argument) + ", expected a number");
    }

    private static String text(List<?> arguments, int index) throws TemplateModelException {
        if (arguments.get(index) instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        throw new TemplateModelException("say: found " + kind(arguments.get(index)) + ", expected a text");
    }

    private static String kind(Object argument) {
        return argument == null ? "nothing" : argument instanceof TemplateScalarModel ? "a text" : "another kind of value";
    }

    /** Hands out each template with the lines of its elements marked. */
    private record MarkingLoader(FileTemplateLoader files) implements TemplateLoader {

        @Override
        public Object findTemplateSource(String name) throws IOException {
            Object source = files.findTemplateSource(name);
            return source == null ? null : new Source(name, source);
        }

        @Override
        public long getLastModified(Object source) {
            return files.getLastModified(((Source) source).file());
        }

        @Override
        public Reader getReader(Object source, String encoding) throws IOException {
            try (Reader reader = files.getReader(((Source) source).file(), encoding)) {
                StringWriter text = new StringWriter();
                reader.transferTo(text);
                return new StringReader(MarkedSource.of(((Source) source).name(), text.toString()));
            }
        }

        @Override
        public void closeTemplateSource(Object source) throws IOException {
            files.closeTemplateSource(((Source) source).file());
        }

        private record Source(String name, Object file) {}
    }
}
