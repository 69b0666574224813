package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateFormatTest {

    private static final Instant INSTANT = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void theDayHasTwoDigits() {
        assertThat(HttpDateFormat.format(INSTANT)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void everyInstantIsWrittenAsTheFormSays() {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(9110);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
            assertThat(HttpDateFormat.format(instant)).isEqualTo(form.format(instant));
        }
    }

    @Test
    void fractionsOfASecondAreCutOff() {
        assertThat(HttpDateFormat.format(INSTANT.plusMillis(999))).isEqualTo(HttpDateFormat.format(INSTANT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                " Sun, 06 Nov 1994 08:49:37 GMT ",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void everyFormThatHttpEverHadIsRead(String header) {
        assertThat(HttpDateFormat.parse(header)).isEqualTo(INSTANT);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "1994-11-06T08:49:37Z",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "0"
            })
    void anythingElseIsNoDate(String header) {
        assertThat(HttpDateFormat.parse(header)).isNull();
    }

    @Test
    void anEndlessHeaderIsNotRead() {
        assertThat(HttpDateFormat.parse("Sun, ".repeat(3000))).isNull();
    }
}
