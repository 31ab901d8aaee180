package dk.lovproeve.shell;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.base.Nearest;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the words of a command strictly, before Spring Shell does: it reports every mistake at once and in the user's
 * language, where Spring Shell's own reader ignores surplus words, refuses {@code --name=value} and speaks English.
 * What it hands on is canonical: the command's name, then each value as {@code --name value}; an option that has no value
 * gets one.
 */
final class CommandLine {

    private static final String PROGRAM = "lovproeve";
    /** What is handed on of an option without a value: Spring Shell's own options all have one. */
    private static final String GIVEN = "true";

    private static final List<String> CLASSES = Stream.of(EvidenceClass.values()).map(EvidenceClass::key).toList();

    private static final List<String> TRACKS = Stream.of(Assessment.Track.values()).map(Assessment.Track::key).toList();

    private final List<Command> commands;
    private final Language usualLanguage;

    CommandLine(List<Command> commands, Language usualLanguage) {
        this.commands = List.copyOf(commands);
        this.usualLanguage = usualLanguage;
    }

    /** The language that the words ask for, even when they cannot be read otherwise. */
    Language language(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String value = words.get(i).startsWith("--lang=")
                    ? words.get(i).substring("--lang=".length())
                    : words.get(i).equals("--lang") && i + 1 < words.size() ? words.get(i + 1) : "";
            for (Language language : Language.values()) {
                if (language.code().equals(value)) {
                    return language;
                }
            }
        }
        return usualLanguage;
    }

    /** Whether the words name no command but only a language, or are none at all: then the user wants the shell. */
    boolean asksForShell(List<String> words) {
        if (words.size() == 1 && words.get(0).startsWith("--lang=")) {
            return isLanguage(words.get(0).substring("--lang=".length()));
        }
        return words.isEmpty() || words.size() == 2 && words.get(0).equals("--lang") && isLanguage(words.get(1));
    }

    /**
     * The canonical words.
     *
     * @param words as the user gave them; options may stand before the command
     * @throws AuthorException with every mistake found
     */
    List<String> canonical(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            return helpFor(words);
        }
        Command command = command(words);
        Place place = new Place(PROGRAM + " " + command.name(), 0);
        Failures failures = new Failures();
        Map<Parameter, String> values = values(command, words, place, failures);
        command.words().stream()
                .filter(p -> p.place() == Parameter.Place.REQUIRED_WORD && !values.containsKey(p))
                .forEach(p -> failures.add(
                        place, "", Messages.text("found.nothing"), expected(p), ""));
        values.replaceAll((parameter, value) -> checked(parameter, value, place, failures));
        failures.throwIfAny();

        values.putIfAbsent(Parameter.LANG, usualLanguage.code());
        List<String> canonical = new ArrayList<>();
        canonical.add(command.name());
        for (Parameter parameter : command.parameters()) {
            if (values.containsKey(parameter)) {
                canonical.add("--" + parameter.name());
                canonical.add(values.get(parameter));
            }
        }
        return canonical;
    }

    /** A word as it must be typed to a shell to arrive whole. */
    static String quoted(String word) {
        if (word.matches("[\\p{L}\\p{N}_./:,+@%=-]+")) {
            return word;
        }
        return word.contains("'") ? "\"" + word.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"" : "'" + word + "'";
    }

    private List<String> helpFor(List<String> words) {
        List<String> canonical = new ArrayList<>(List.of("help"));
        words.stream()
                .filter(w -> commands.stream().anyMatch(c -> c.name().equals(w)))
                .findFirst()
                .ifPresent(name -> canonical.addAll(List.of("--command", name)));
        canonical.addAll(List.of("--lang", language(words).code()));
        return canonical;
    }

    private Command command(List<String> words) {
        int at = commandIndex(words);
        String name = at < words.size() ? words.get(at) : "";
        List<String> names = commands.stream().map(Command::name).toList();
        Optional<Command> command =
                commands.stream().filter(c -> c.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            throw new AuthorException(List.of(new Failure(
                    new Place(PROGRAM, 0),
                    "",
                    at < words.size() ? Messages.text("found.command", quoted(name)) : Messages.text("found.no.command"),
                    Messages.text("expected.command", String.join(", ", names)),
                    Nearest.to(name, names))));
        }
        return command.orElseThrow();
    }

    /** Before the command only {@code --lang} may stand, with its value. */
    private static int commandIndex(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("--lang")) {
            at += words.get(at).contains("=") ? 1 : 2;
        }
        return at;
    }

    private Map<Parameter, String> values(Command command, List<String> words, Place place, Failures failures) {
        Map<Parameter, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(words);
        rest.remove(commandIndex(words));
        for (int i = 0; i < rest.size(); i++) {
            String word = rest.get(i);
            int equals = word.indexOf('=');
            boolean option = word.startsWith("--");
            String name = !option ? "" : word.substring(2, equals < 0 ? word.length() : equals);
            Optional<Parameter> parameter = option
                    ? command.parameter(name)
                    : command.words().stream().filter(p -> !values.containsKey(p)).findFirst();
            String value = word;
            if (option && equals >= 0) {
                value = word.substring(equals + 1);
            } else if (option && parameter.isPresent() && !parameter.get().hasValue()) {
                value = GIVEN;
            } else if (option) {
                boolean follows = i + 1 < rest.size() && !rest.get(i + 1).startsWith("--");
                value = follows && parameter.isPresent() ? rest.get(++i) : null;
            }

            if (option && parameter.isEmpty()) {
                List<String> known = command.parameters().stream().map(p -> "--" + p.name()).toList();
                failures.add(
                        place,
                        "--" + name,
                        Messages.text("found.option"),
                        Messages.text("expected.option", String.join(", ", known)),
                        Nearest.to("--" + name, known));
                // What follows an unknown option is most likely its value, and no mistake of its own.
                if (equals < 0 && i + 1 < rest.size() && !rest.get(i + 1).startsWith("--")) {
                    i++;
                }
            } else if (value == null) {
                failures.add(place, "--" + name, Messages.text("found.nothing"), expected(parameter.get()), "");
            } else if (parameter.isEmpty()) {
                failures.add(
                        place, "", Messages.text("found.surplus", quoted(word)), Messages.text("expected.no.more"), "");
            } else if (values.put(parameter.get(), value) != null) {
                failures.add(
                        place, "--" + name, Messages.text("found.twice"), Messages.text("expected.once"), "");
            }
        }
        return values;
    }

    /** The value as the command will get it; a mistake goes to {@code failures}. */
    private static String checked(Parameter parameter, String value, Place place, Failures failures) {
        String subject = parameter.isWord() ? "" : "--" + parameter.name();
        Text found = value.isBlank() ? Messages.text("found.empty") : new Text(value, value);
        String maybe = "";
        String usable = value;
        boolean good;
        switch (parameter.kind()) {
            case WHOLE -> good = isWhole(value, parameter.minimum(), parameter.maximum());
            case SHARE -> {
                usable = value.replace(',', '.');
                good = isShare(usable);
            }
            case LANGUAGE -> {
                good = isLanguage(value);
                maybe = Nearest.to(value, List.of(Language.DA.code(), Language.EN.code()));
            }
            case CLASS -> {
                good = CLASSES.contains(value);
                maybe = Nearest.to(value, CLASSES);
            }
            case TRACK -> {
                good = TRACKS.contains(value);
                maybe = Nearest.to(value, TRACKS);
            }
            case FLAG -> good = value.equals(GIVEN);
            case VARIANTS -> {
                List<String> names = List.of(value.split(",", -1)).stream().map(String::strip).toList();
                usable = String.join(",", new LinkedHashSet<>(names));
                good = names.stream().noneMatch(String::isEmpty);
            }
            case FOLDER, FILE -> good = isPath(value) && !value.startsWith("-");
            // Spring Shell would take a value with a leading dash for an option.
            default -> good = !value.isBlank() && !value.startsWith("-");
        }
        if (!good) {
            failures.add(place, subject, found, expected(parameter), maybe);
        }
        return usable;
    }

    private static Text expected(Parameter parameter) {
        return switch (parameter.kind()) {
            case WHOLE -> parameter.maximum() == Long.MAX_VALUE || parameter.maximum() == Integer.MAX_VALUE
                    ? Messages.text("expected.whole", parameter.minimum())
                    : Messages.text("expected.whole.between", parameter.minimum(), parameter.maximum());
            case SHARE -> Messages.text("expected.share");
            case LANGUAGE -> Messages.text("expected.lang");
            case CLASS -> Messages.text("expected.one.of", String.join(", ", CLASSES));
            case TRACK -> Messages.text("expected.one.of", String.join(", ", TRACKS));
            case FLAG -> Messages.text("expected.flag");
            case VARIANTS -> Messages.text("expected.variants");
            case SCENARIO -> Messages.text("expected.scenario");
            case RUN -> Messages.text("expected.run");
            case COMMAND -> Messages.text("expected.topic");
            case KEY -> Messages.text("expected.key");
            case NAME -> Messages.text("expected.name");
            case FOLDER -> Messages.text("expected.folder");
            case FILE -> Messages.text("expected.file");
        };
    }

    private static boolean isWhole(String value, long minimum, long maximum) {
        try {
            long number = Long.parseLong(value);
            return number >= minimum && number <= maximum;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isShare(String value) {
        return value.matches("[0-9]+(\\.[0-9]+)?|\\.[0-9]+")
                && Double.parseDouble(value) > 0
                && Double.parseDouble(value) <= 1;
    }

    private static boolean isPath(String value) {
        try {
            return !value.isBlank() && !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static boolean isLanguage(String value) {
        return value.equals(Language.DA.code()) || value.equals(Language.EN.code());
    }
}
