package dk.lovproeve.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTogetherTest {

    /** An underscore stands for the space, and an equals sign for the hyphen, at which no line may be broken. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LAB § 34, stk. 2 | LAB §_34, stk._2
            forvaltningsloven §§ 22-24 | forvaltningsloven §§_22-24
            lov nr. 1486 af 23. december 2014 | lov nr._1486 af 23._december 2014
            Act no. 5 of 1 July 2027 | Act no._5 of 1_July 2027
            ss. 7 and 19, s. 38(1) | ss._7 and 19, s._38(1)
            374 mio. kr. og 26 pct. | 374_mio._kr. og 26_pct.
            DKK 374 million in 12 hours | DKK_374_million in 12_hours
            afsnit 7.2, gruppe 3, Tabel 4 | afsnit_7.2, gruppe_3, Tabel_4
            PRI-6 og RET-1 | PRI=6 og RET=1
            i 2026 var der 5 møder | i 2026 var der 5 møder
            FOB 2023-30 og e-mail | FOB 2023-30 og e-mail
            """)
    void whatIsReadAsOneIsKeptOnOneLine(String written, String kept) {
        assertThat(KeptTogether.in(written)).isEqualTo(kept.replace('_', '\u00a0').replace('=', '\u2011'));
    }

    @Test
    void nothingIsKeptTogetherTwice() {
        String once = KeptTogether.in("nr. 5 og PRI-6");
        assertThat(KeptTogether.in(once)).isEqualTo(once);
    }
}
