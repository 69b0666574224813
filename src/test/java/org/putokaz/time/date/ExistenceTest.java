package org.putokaz.time.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistenceTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2004,           2012-04-13,   2003-12-31, NONE
                    2004,           2012-04-13,   2004-01-01, POSSIBLE
                    2004,           2012-04-13,   2004-12-30, POSSIBLE
                    2004,           2012-04-13,   2004-12-31, CERTAIN
                    2004,           2012-04-13,   2012-04-12, CERTAIN
                    2004,           2012-04-13,   2012-04-13, POSSIBLE
                    2004,           2012-04-13,   2012-04-14, NONE
                    2012-04-13,     ,             2012-04-12, NONE
                    2012-04-13,     ,             2012-04-13, CERTAIN
                    2012-04-13,     ,             2099-01-01, CERTAIN
                    ,               2012-04,      1900-01-01, CERTAIN
                    ,               2012-04,      2012-04-01, POSSIBLE
                    ,               2012-04,      2012-04-30, POSSIBLE
                    ,               2012-04,      2012-05-01, NONE
                    ,               ,             2012-05-01, CERTAIN
                    [..2012-04-12], ,             1990-01-01, POSSIBLE
                    [..2012-04-12], ,             2012-04-12, CERTAIN
                    [2012-04-12..], ,             2030-01-01, POSSIBLE
                    2004,           [2010..],     2009-12-31, CERTAIN
                    2004,           [2010..],     2099-01-01, POSSIBLE
                    2004,           [..2010],     2005-01-01, POSSIBLE
                    2012,           2012,         2012-06-01, POSSIBLE
                    """)
    void somethingExistsForCertainOnlyBetweenTheInnerBounds(
            @Nullable String established, @Nullable String dissolved, LocalDate day, Existence expected) {
        assertThat(Existence.asOf(date(established), date(dissolved), day)).isEqualTo(expected);
    }

    private static @Nullable PartialDate date(@Nullable String edtf) {
        return edtf == null ? null : PartialDate.parse(edtf);
    }
}
