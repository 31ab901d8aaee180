package dk.lovproeve.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A word of the command line. Its texts are found by its name in {@link Messages}: {@code <name>.summary},
 * {@code <name>.description}, {@code <name>.examples}.
 *
 * @param parameters at most one of them a word; {@code --lang} is added to every command
 */
record Command(String name, Group group, List<Parameter> parameters, Consumer<Call> action) {

    /** How the help is divided, in this order. */
    enum Group {
        START,
        BILL,
        RESULTS,
        SHELL
    }

    Command {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        parameters = Stream.concat(parameters.stream(), Stream.of(Parameter.LANG)).toList();
        Objects.requireNonNull(action, "action");
    }

    /** The parameter of this name; one of versions goes by {@code variant} and {@code variants} alike. */
    Optional<Parameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(p -> p.name().equals(parameterName)
                        || p.kind() == Parameter.Kind.VARIANTS && (p.name().equals(parameterName + "s") || parameterName.equals(p.name() + "s")))
                .findFirst();
    }

    /** The values that are given without an option, in their order. */
    List<Parameter> words() {
        return parameters.stream().filter(Parameter::isWord).toList();
    }
}
