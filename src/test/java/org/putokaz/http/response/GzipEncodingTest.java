package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "*",
                "deflate, *;q=0.5",
                "gzip ; q=0.001",
                "identity;q=0, gzip",
                "*;q=0, gzip"
            })
    void isAccepted(String acceptEncoding) {
        assertThat(GzipEncoding.isAcceptedBy(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "identity",
                "br",
                "gzip;q=0",
                "gzip; q=0.000",
                "gzip;Q=0.0",
                "*;q=0",
                "*, gzip;q=0",
                "gzipped",
                "not-gzip",
                ",,,"
            })
    void isNotAccepted(String acceptEncoding) {
        assertThat(GzipEncoding.isAcceptedBy(acceptEncoding)).isFalse();
    }

    @Test
    void anEndlessHeaderIsNotRead() {
        assertThat(GzipEncoding.isAcceptedBy("br,".repeat(4000) + "gzip")).isFalse();
    }

    @Test
    void codedBytesAreTheSameEachTimeAndDecodeToWhatTheyWere() throws IOException {
        byte[] plain = "жртва ".repeat(300).getBytes(StandardCharsets.UTF_8);
        byte[] coded = GzipEncoding.compress(plain);
        assertThat(coded).hasSizeLessThan(plain.length / 10).isEqualTo(GzipEncoding.compress(plain));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
            assertThat(gzip.readAllBytes()).isEqualTo(plain);
        }
    }
}
