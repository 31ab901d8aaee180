package dk.lovproeve.shell;

import java.util.Optional;

/** Somebody who answers while a command runs: a person at the keyboard, or lines from a file. */
public interface Conversation {

    /** Tells something, a paragraph a call. */
    void say(String paragraph);

    /**
     * Asks for one line.
     *
     * @param prompt what stands before the answer
     * @return the line without blanks at its ends; empty when there are no more lines, as after Ctrl-D
     */
    Optional<String> ask(String prompt);
}
