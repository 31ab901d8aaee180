package dk.lovproeve.report.document;

/** What a figure shows. */
public sealed interface Picture permits Chart, Drawing, TileMap {

    /** Calls the method of the reader that is meant for this kind of picture. */
    void read(Reader reader);

    /** One method for each kind of picture. */
    interface Reader {
        void chart(Chart chart);

        void drawing(Drawing drawing);

        void tileMap(TileMap map);
    }
}
