package dk.lovproeve.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help in one language: an overview, and a page for each command. Spring Shell's own help has one language only. */
final class HelpPages {

    private static final String INDENT = "  ";

    private final List<Command> commands;
    private final Messages messages;
    private final int width;

    HelpPages(List<Command> commands, Messages messages, int width) {
        this.commands = List.copyOf(commands);
        this.messages = messages;
        this.width = width;
    }

    /** Every command, by group. */
    List<String> overview() {
        List<String> lines = new ArrayList<>(paragraph("help.intro"));
        lines.add("");
        lines.add(messages.say("help.heading.usage"));
        lines.add(INDENT + "lovproeve " + messages.say("help.usage.overview"));
        int nameWidth = commands.stream().mapToInt(c -> usage(c).length()).max().orElse(0);
        for (Command.Group group : Command.Group.values()) {
            lines.add("");
            lines.add(messages.say("group." + group.name()));
            for (Command command : commands) {
                if (command.group() == group) {
                    lines.addAll(entry(usage(command), messages.say(command.name() + ".summary"), nameWidth));
                }
            }
        }
        lines.add("");
        lines.add(messages.say("help.everywhere"));
        lines.addAll(entry("--lang da|en", messages.say("option.lang"), nameWidth));
        lines.addAll(entry("--help", messages.say("option.help"), nameWidth));
        lines.add("");
        lines.addAll(paragraph("help.outro"));
        return lines;
    }

    /** What one command does, what it can be told, and examples. */
    List<String> page(Command command) {
        List<String> lines = new ArrayList<>();
        lines.addAll(TableLayout.wrapped(command.name() + " – " + messages.say(command.name() + ".summary"), width));
        lines.add("");
        lines.add(messages.say("help.heading.usage"));
        boolean options = command.parameters().stream().anyMatch(p -> !p.isWord());
        lines.add(INDENT + "lovproeve " + usage(command) + (options ? " " + messages.say("help.options.placeholder") : ""));
        lines.add("");
        lines.addAll(paragraph(command.name() + ".description"));
        lines.add("");
        lines.add(messages.say("help.heading.options"));
        int nameWidth = Stream.concat(command.parameters().stream().map(this::label), Stream.of("--help"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        for (Parameter parameter : command.parameters()) {
            lines.addAll(entry(label(parameter), describe(command, parameter), nameWidth));
        }
        lines.addAll(entry("--help", messages.say("option.help"), nameWidth));
        if (messages.has(command.name() + ".examples")) {
            lines.add("");
            lines.add(messages.say("help.heading.examples"));
            messages.say(command.name() + ".examples").lines().forEach(l -> lines.add(INDENT + l));
        }
        return lines;
    }

    private String usage(Command command) {
        return command.name() + command.words().stream().map(p -> " " + label(p)).collect(Collectors.joining());
    }

    private String label(Parameter parameter) {
        if (!parameter.hasValue()) {
            return "--" + parameter.name();
        }
        String value = messages.say("value." + parameter.kind());
        return switch (parameter.place()) {
            case REQUIRED_WORD -> value;
            case OPTIONAL_WORD -> "[" + value + "]";
            case OPTION -> "--" + parameter.name() + " " + value;
        };
    }

    private String describe(Command command, Parameter parameter) {
        return describe(command, parameter, messages);
    }

    /** What an option of a command does: in words of the command's own where it has them. */
    static String describe(Command command, Parameter parameter, Messages messages) {
        String own = command.name() + ".option." + parameter.name();
        return messages.say(messages.has(own) ? own : "option." + parameter.name());
    }

    private List<String> entry(String name, String text, int nameWidth) {
        int textWidth = Math.max(24, width - nameWidth - 2 * INDENT.length());
        List<String> lines = new ArrayList<>();
        for (String line : TableLayout.wrapped(text, textWidth)) {
            String left = lines.isEmpty() ? name : "";
            lines.add(INDENT + left + " ".repeat(nameWidth - left.length()) + INDENT + line);
        }
        return lines;
    }

    private List<String> paragraph(String key) {
        return TableLayout.wrapped(messages.say(key), width);
    }
}
