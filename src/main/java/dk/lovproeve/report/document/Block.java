package dk.lovproeve.report.document;

/** A part of a report that stands on its own lines. */
public sealed interface Block permits Section, Paragraph, ItemList, Table, Figure, Note, PageBreak {

    /** Calls the method of the reader that is meant for this kind of block. */
    void read(Reader reader);

    /** One method for each kind of block, so that a renderer cannot forget one. */
    interface Reader {
        void section(Section section);

        void paragraph(Paragraph paragraph);

        void list(ItemList list);

        void table(Table table);

        void figure(Figure figure);

        void note(Note note);

        void pageBreak();
    }
}
