package org.putokaz.editorial.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;

/** A body is read in the encoding that it declares, or refused. */
@HttpTest
@TestProfile(Apart.class)
class DeclaredCharsetTest {

    private static final String IMPORT = "/editorial/v1/import?dryRun=true";
    private static final String TABLE = "slug,label.sr-Cyrl\nkontakt-telefon-centra,Телефон за жртве\n";

    private static Response send(String path, String contentType, byte[] body) {
        return EntryClient.editor()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", contentType)
                .body(body)
                .post(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "ISO-8859-5", "UTF-16"})
    void aTableIsDecodedAsDeclared(String charset) {
        Response report = send(IMPORT, "text/csv; charset=" + charset, TABLE.getBytes(Charset.forName(charset)));

        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.<Integer>path("changed")).isEqualTo(1);
        assertThat(report.asString()).contains("Телефон за жртве");
    }

    @Test
    void aTableInAnotherEncodingThanDeclaredIsRefused() {
        byte[] cyrillic = TABLE.getBytes(Charset.forName("windows-1251"));

        assertThat(send(IMPORT, "text/csv; charset=utf-8", cyrillic).statusCode())
                .isEqualTo(400);
        assertThat(send(IMPORT, "text/csv; charset=us-ascii", cyrillic).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTableInUtf16IsKnownByItsByteOrderMark() {
        byte[] littleEndian = ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16LE);

        for (byte[] table : List.of(TABLE.getBytes(StandardCharsets.UTF_16), littleEndian)) {
            Response report = send(IMPORT, "text/csv", table);
            assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
            assertThat(report.asString()).contains("Телефон за жртве");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1250", "windows-1251"})
    void aTableInAnUndeclaredEncodingIsRefusedWithHowToSendIt(String charset) {
        String table = charset.equals("windows-1251") ? TABLE : TABLE.replace("Телефон за жртве", "Telefon za žrtve");
        byte[] bytes = table.getBytes(Charset.forName(charset));

        Response refused = send("/editorial/v1/import", "text/csv", bytes);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("UTF-8", "charset=" + charset);
        assertThat(send(IMPORT, "text/csv; charset=" + charset, bytes).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"koi8-r", "nonsense", "\"\"", "windows-1251x"})
    void anUnsupportedEncodingOfATableIsRefused(String charset) {
        assertThat(send(IMPORT, "text/csv; charset=" + charset, TABLE.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "iso-8859-1", "utf-16"})
    void jsonInAnotherEncodingThanUtf8IsRefused(String charset) {
        byte[] body = "{\"content\": {}}".getBytes(Charset.forName(charset));

        assertThat(send("/editorial/v1/history-events", "application/json; charset=" + charset, body)
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(IMPORT, "application/x-ndjson; charset=" + charset, body)
                        .statusCode())
                .isEqualTo(415);
    }
}
