package dk.lovproeve.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers with the lines it was given, in their order, and remembers what it was told. */
final class Script implements Conversation {

    private final Deque<String> lines;
    final List<String> told = new ArrayList<>();

    Script(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public void say(String paragraph) {
        told.add(paragraph);
    }

    @Override
    public Optional<String> ask(String prompt) {
        told.add(prompt);
        return Optional.ofNullable(lines.poll());
    }

    /** Everything that was told, a paragraph a line. */
    String all() {
        return String.join("\n", told);
    }
}
