package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.shell.command.CommandContext;

/** One command as it was given, every value already checked by {@link CommandLine}. */
record Call(CommandContext context, Messages messages) {

    /** The call that Spring Shell has parsed from the canonical words of {@link CommandLine}. */
    static Call of(CommandContext context) {
        return new Call(context, Messages.in(Language.of(context.<String>getOptionValue("lang"))));
    }

    Language language() {
        return messages.language();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(context.<String>getOptionValue(name));
    }

    /** The value of a parameter that {@link CommandLine} has seen to be there. */
    String required(String name) {
        return text(name).orElseThrow();
    }

    OptionalInt whole(String name) {
        return text(name).map(v -> OptionalInt.of(Integer.parseInt(v))).orElse(OptionalInt.empty());
    }

    OptionalLong longWhole(String name) {
        return text(name).map(v -> OptionalLong.of(Long.parseLong(v))).orElse(OptionalLong.empty());
    }

    OptionalDouble share(String name) {
        return text(name).map(v -> OptionalDouble.of(Double.parseDouble(v))).orElse(OptionalDouble.empty());
    }

    /** Whether an option without a value is there. */
    boolean has(String name) {
        return text(name).isPresent();
    }

    List<String> list(String name) {
        return text(name).map(v -> List.of(v.split(","))).orElse(List.of());
    }

    /** The command as it can be typed again, options by name. */
    String command() {
        return "lovproeve "
                + String.join(" ", Stream.of(context.getRawArgs()).map(CommandLine::quoted).toList());
    }
}
