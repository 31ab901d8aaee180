package dk.lovproeve.shell;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.scenario.LanguageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.shell.CompletionContext;
import org.springframework.shell.CompletionProposal;
import org.springframework.shell.completion.CompletionResolver;

/**
 * Completes what follows a command: scenarios, runs, variants, commands and options. Spring Shell's own completion knows
 * no words without an option's name.
 */
final class WordCompletion implements CompletionResolver {

    private final List<Command> commands;
    private final Folders folders;
    private final Workbench workbench;
    private final Messages messages;

    WordCompletion(List<Command> commands, Folders folders, Workbench workbench, Messages messages) {
        this.commands = List.copyOf(commands);
        this.folders = folders;
        this.workbench = workbench;
        this.messages = messages;
    }

    @Override
    public List<CompletionProposal> apply(CompletionContext context) {
        if (context.getCommandRegistration() == null) {
            return List.of();
        }
        String name = context.getCommandRegistration().getCommand();
        Optional<Command> command =
                commands.stream().filter(c -> c.name().equals(name)).findFirst();
        List<String> words = context.getWords();
        int at = context.getWordIndex();
        // At -1 the cursor still touches the command's own name.
        return command.isEmpty() || at < 0 || at > words.size()
                ? List.of()
                : proposals(command.get(), words.subList(0, at), context.currentWordUpToCursor());
    }

    /**
     * @param before the words between the command and the cursor's word
     * @param typed  what there is of the cursor's word
     */
    private List<CompletionProposal> proposals(Command command, List<String> before, String typed) {
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        if (takesNext(command, last)) {
            return command.parameter(last.substring(2))
                    .map(p -> values(command, p, before, typed == null ? "" : typed))
                    .orElse(List.of());
        }
        List<CompletionProposal> proposals = new ArrayList<>();
        if (words(command, before).isEmpty()) {
            command.words().stream().findFirst().ifPresent(p -> proposals.addAll(values(command, p, before, typed == null ? "" : typed)));
        }
        for (Parameter parameter : command.parameters()) {
            String option = "--" + parameter.name();
            if (!parameter.isWord() && !before.contains(option)) {
                proposals.add(new CompletionProposal(option)
                        .description(HelpPages.describe(command, parameter, messages).lines().findFirst().orElse("")));
            }
        }
        return proposals;
    }

    private List<CompletionProposal> values(Command command, Parameter parameter, List<String> before, String typed) {
        List<String> values = switch (parameter.kind()) {
            case SCENARIO -> folders.scenarioNames();
            case RUN -> {
                List<String> all = new ArrayList<>(folders.scenarioNames());
                all.addAll(folders.runNames());
                yield all;
            }
            case COMMAND -> commands.stream().map(Command::name).toList();
            case KEY -> LanguageReference.words().stream().sorted().toList();
            case LANGUAGE -> List.of("da", "en");
            case VARIANTS -> variants(command, before, typed);
            case TRACK -> Stream.of(Assessment.Track.values()).map(Assessment.Track::key).toList();
            case CLASS -> Stream.of(EvidenceClass.values()).map(EvidenceClass::key).toList();
            case FLAG, FOLDER, FILE, NAME, WHOLE, SHARE -> List.<String>of();
        };
        return values.stream()
                .map(v -> new CompletionProposal(v).complete(parameter.kind() != Parameter.Kind.VARIANTS))
                .toList();
    }

    /** The names not yet in the list that is being typed, each behind what is typed already. */
    private List<String> variants(Command command, List<String> before, String typed) {
        List<String> words = words(command, before);
        if (words.isEmpty() || !folders.scenarioNames().contains(words.get(0))) {
            return List.of();
        }
        int comma = typed.lastIndexOf(',');
        String done = typed.substring(0, comma + 1);
        List<String> named = List.of(done.split(","));
        return workbench.variants(folders.scenario(words.get(0), "simulate")).stream()
                .filter(v -> !named.contains(v))
                .map(v -> done + v)
                .toList();
    }

    /** Whether a word is an option that the next word is the value of. */
    private static boolean takesNext(Command command, String word) {
        return word.startsWith("--") && !word.contains("=")
                && command.parameter(word.substring(2)).map(Parameter::hasValue).orElse(true);
    }

    /** Those that are neither an option nor its value. */
    private static List<String> words(Command command, List<String> before) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            boolean value = i > 0 && takesNext(command, before.get(i - 1));
            if (!before.get(i).startsWith("--") && !value) {
                words.add(before.get(i));
            }
        }
        return words;
    }
}
