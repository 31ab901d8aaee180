package dk.lovproeve.report.document;

/** What follows starts on a new page, where there are pages. */
public record PageBreak() implements Block {

    @Override
    public void read(Reader reader) {
        reader.pageBreak();
    }
}
