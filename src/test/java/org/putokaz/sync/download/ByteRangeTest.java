package org.putokaz.sync.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte ranges (RFC 9110, section 14.1.2) of a file of a hundred bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/100, 1",
        "bytes=0-, bytes 0-99/100, 100",
        "bytes=10-19, bytes 10-19/100, 10",
        "bytes=90-500, bytes 90-99/100, 10",
        "bytes=-1, bytes 99-99/100, 1",
        "bytes=-500, bytes 0-99/100, 100",
        "BYTES=99-, bytes 99-99/100, 1"
    })
    void aRangeIsCutToTheFile(String header, String contentRange, long length) {
        ByteRange range = ByteRange.parse(header, 100);

        assertThat(range).isNotNull();
        assertThat(range.isEmpty()).isFalse();
        assertThat(range.contentRange(100)).isEqualTo(contentRange);
        assertThat(range.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=500-600", "bytes=-0"})
    void aRangePastTheEndIsEmpty(String header) {
        assertThat(ByteRange.parse(header, 100)).matches(ByteRange::isEmpty);
    }

    @Test
    void anUnsatisfiableRangeReportsTheLength() {
        assertThat(ByteRange.parse("bytes=100-", 100).contentRange(100)).isEqualTo("bytes */100");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=0-1,3-4",
                "items=0-1",
                "bytes=5-4",
                "bytes=1",
                "bytes=99999999999999999999-",
                "bytes=-99999999999999999999"
            })
    void aMalformedRangeIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 100)).isNull();
    }
}
