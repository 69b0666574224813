package org.putokaz.time.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2004,                  year,       2004-01-01, 2004-12-31
                    2012-03-07,            day,        2012-03-07, 2012-03-07
                    2012-04-13,            day,        2012-04-13, 2012-04-13
                    2012-07-02,            day,        2012-07-02, 2012-07-02
                    2019-02,               month,      2019-02-01, 2019-02-28
                    2020-02,               month,      2020-02-01, 2020-02-29
                    [..2012-04-12],        range,                , 2012-04-12
                    [2012-04-12..],        range,      2012-04-12,
                    [2004..2012-04~],      range,      2004-01-01, 2012-04-30
                    2012-04~,              month,      2012-04-01, 2012-04-30
                    2004/2012-04~,         interval,   2004-01-01, 2012-04-30
                    2004/2004,             interval,   2004-01-01, 2004-12-31
                    2012-07-02/..,         interval,   2012-07-02,
                    2012-07-02/,           interval,   2012-07-02,
                    ../2012-07-02,         interval,             , 2012-07-02
                    /2012-07-02,           interval,             , 2012-07-02
                    2004~,                 year,       2004-01-01, 2004-12-31
                    2004?,                 year,       2004-01-01, 2004-12-31
                    2004%,                 year,       2004-01-01, 2004-12-31
                    2012-04-XX,            month,      2012-04-01, 2012-04-30
                    2012-XX,               year,       2012-01-01, 2012-12-31
                    2012-XX-XX,            year,       2012-01-01, 2012-12-31
                    201X,                  decade,     2010-01-01, 2019-12-31
                    201X~,                 decade,     2010-01-01, 2019-12-31
                    19XX,                  century,    1900-01-01, 1999-12-31
                    1XXX,                  millennium, 1000-01-01, 1999-12-31
                    201X/2020,             interval,   2010-01-01, 2020-12-31
                    0987,                  year,       0987-01-01, 0987-12-31
                    2000-02-29,            day,        2000-02-29, 2000-02-29
                    """)
    void anAcceptedTextHasItsPrecisionAndBounds(
            String edtf, String precision, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(date).hasToString(edtf);
        assertThat(date.precision().code()).isEqualTo(precision);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    2011-02-29,             date-does-not-exist
                    1900-02-29,             date-does-not-exist
                    2012-04-31,             date-does-not-exist
                    2012-13,                date-does-not-exist
                    2012-00,                date-does-not-exist
                    2012-04-00,             date-does-not-exist
                    2004/2011-02-29,        date-does-not-exist
                    2012/2004,              date-interval-reversed
                    2012-04-13/2012-04-12,  date-interval-reversed
                    [2012..2004],           date-interval-reversed
                    ../..,                  date-interval-without-ends
                    /,                      date-interval-without-ends
                    ../,                    date-interval-without-ends
                    [..],                   date-interval-without-ends
                    2012-21,                date-season-not-supported
                    2012-24~,               date-season-not-supported
                    2012-41,                date-season-not-supported
                    -2004,                  date-year-not-supported
                    Y17000,                 date-year-not-supported
                    12012-04-13,            date-year-not-supported
                    2012-04-13T10:00:00Z,   date-with-time-not-supported
                    20XX-04,                date-mask-not-supported
                    2012-XX-13,             date-mask-not-supported
                    2X12,                   date-mask-not-supported
                    XXXX,                   date-mask-not-supported
                    2012-1X,                date-mask-not-supported
                    2012~-04,               date-qualifier-not-at-end
                    ?2012-04,               date-qualifier-not-at-end
                    "{2011,2012}",          date-set-not-supported
                    "[2011,2012]",          date-set-not-supported
                    "[2004,2006..2008]",    date-set-not-supported
                    "",                     date-not-edtf
                    12,                     date-not-edtf
                    201,                    date-not-edtf
                    2012-4-13,              date-not-edtf
                    13.04.2012.,            date-not-edtf
                    " 2012",                date-not-edtf
                    2012-04-13~?,           date-not-edtf
                    2004/2005/2006,         date-not-edtf
                    201x,                   date-not-edtf
                    ２０１２,                 date-not-edtf
                    април 2012.,            date-not-edtf
                    2012-04-132012-04-132012-04-132012-04-13X, date-too-long
                    """)
    void aRefusedTextHasACodeThatSaysWhy(String text, String code) {
        InvalidValueException refusal =
                catchThrowableOfType(InvalidValueException.class, () -> PartialDate.parse(text));

        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.reason().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2004/2004-06", "2004-06/2004", "201X/2012"})
    void anIntervalIsReversedOnlyIfItCertainlyIs(String edtf) {
        assertThat(PartialDate.parse(edtf).edtf()).isEqualTo(edtf);
    }

    static Stream<String> everyKindOfText() {
        List<String> dates = IntStream.rangeClosed(1890, 2110)
                .mapToObj(String::valueOf)
                .flatMap(year -> Stream.of("", "-01", "-02", "-12", "-02-28", "-12-31", "-XX", "-06-XX")
                        .map(year::concat))
                .toList();
        Stream<String> masks = Stream.of("1XXX", "19XX", "20XX", "201X", "199X");
        return Stream.concat(dates.stream(), masks)
                .flatMap(date -> Stream.of("%s", "%s~", "%s?", "%s/..", "/%s", "[..%s]", "[%s..]", "%1$s/%1$s")
                        .map(form -> form.formatted(date)));
    }

    @Test
    void whateverIsAcceptedReadsBackEqualAndHasItsBoundsInOrder() {
        assertThat(everyKindOfText()).hasSizeGreaterThan(10_000).allSatisfy(text -> {
            PartialDate date = PartialDate.parse(text);
            assertThat(PartialDate.parse(date.edtf())).isEqualTo(date).hasSameHashCodeAs(date);
            if (date.earliest() != null && date.latest() != null) {
                assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
            }
            assertThat(date.overlaps(date.orderingDate(), date.orderingDate())).isTrue();
        });
    }

    @Test
    void sameBoundsDoNotMakeDatesEqual() {
        assertThat(PartialDate.parse("2012-XX")).isNotEqualTo(PartialDate.parse("2012"));
        assertThat(PartialDate.parse("2012-07-02/")).isNotEqualTo(PartialDate.parse("2012-07-02/.."));
    }

    @ParameterizedTest
    @CsvSource({"2004,2004-01-01", "[..2012-04-12],2012-04-12", "2012-07-02/..,2012-07-02", "/2012,2012-12-31"})
    void aDateStandsInATimelineByItsEarliestDayOrElseItsLatest(String edtf, LocalDate place) {
        assertThat(PartialDate.parse(edtf).orderingDate()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2012,           2012-12-31, 2013-12-31, true
                    2012,           2013-01-01, 2013-12-31, false
                    2012,           2011-01-01, 2012-01-01, true
                    2012,           2011-01-01, 2011-12-31, false
                    2012,                     , 2012-01-01, true
                    2012,                     , 2011-12-31, false
                    2012,           2012-12-31,           , true
                    2012,                     ,           , true
                    [..2012-04-12], 2012-04-12,           , true
                    [..2012-04-12], 2012-04-13,           , false
                    2012-07-02/..,  2099-01-01, 2099-01-01, true
                    2012-07-02/..,            , 2012-07-01, false
                    """)
    void aDateOverlapsARangeItCanMeanADayOf(
            String edtf, @Nullable LocalDate from, @Nullable LocalDate to, boolean expected) {
        assertThat(PartialDate.parse(edtf).overlaps(from, to)).isEqualTo(expected);
    }

    private record Event(PartialDate date) {}

    @ParameterizedTest
    @ValueSource(strings = {"2012-04-13", "2004~", "2004/2012-04~", "2012-07-02/", "[..2012-04-12]"})
    void inJsonADateIsItsText(String edtf) throws Exception {
        ObjectMapper json = new ObjectMapper();
        String text = "{\"date\":\"" + edtf + "\"}";

        Event read = json.readValue(text, Event.class);

        assertThat(read.date()).isEqualTo(PartialDate.parse(edtf));
        assertThat(json.writeValueAsString(read)).isEqualTo(text);
    }

    @Test
    void aWrongDateInJsonStillCarriesItsReason() {
        assertThat(catchThrowableOfType(
                        Exception.class, () -> new ObjectMapper().readValue("{\"date\":\"2011-02-29\"}", Event.class)))
                .hasCauseInstanceOf(InvalidValueException.class);
    }
}
