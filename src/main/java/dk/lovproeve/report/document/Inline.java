package dk.lovproeve.report.document;

import java.util.List;

/** A part of a line of text. */
public sealed interface Inline permits Words, Strong, Emphasis, Foreign, Reference, Claim, Elsewhere {

    /** Calls the method of the reader that is meant for this kind of inline. */
    void read(Reader reader);

    /** One method for each kind of inline, so that a renderer cannot forget one. */
    interface Reader {
        void words(Words words);

        void strong(Strong strong);

        void emphasis(Emphasis emphasis);

        void foreign(Foreign foreign);

        void reference(Reference reference);

        void claim(Claim claim);

        void elsewhere(Elsewhere elsewhere);
    }

    /** The text of these inlines without markup; a reference without a text of its own gives nothing. */
    static String plain(List<Inline> inlines) {
        StringBuilder text = new StringBuilder();
        Reader reader = new Reader() {
            @Override
            public void words(Words words) {
                text.append(words.text());
            }

            @Override
            public void strong(Strong strong) {
                strong.inlines().forEach(i -> i.read(this));
            }

            @Override
            public void emphasis(Emphasis emphasis) {
                emphasis.inlines().forEach(i -> i.read(this));
            }

            @Override
            public void foreign(Foreign foreign) {
                foreign.inlines().forEach(i -> i.read(this));
            }

            @Override
            public void reference(Reference reference) {
                text.append(reference.text());
            }

            @Override
            public void claim(Claim claim) {
                text.append(claim.text());
            }

            @Override
            public void elsewhere(Elsewhere elsewhere) {
                text.append(elsewhere.text());
            }
        };
        inlines.forEach(i -> i.read(reader));
        return text.toString();
    }
}
