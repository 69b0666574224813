package org.putokaz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSchemasTest {

    @ParameterizedTest
    @CsvSource({
        "RS_MUNICIPALITY ISO_3166_1 ABROAD, rs-municipality iso-3166-1 abroad",
        "FREE LOCAL, free local",
        "sr-Cyrl en, sr-Cyrl en"
    })
    void constantsAreSpelledAsInJson(String constants, String spelled) {
        Schema schema = OASFactory.createSchema().enumeration(List.of((Object[]) constants.split(" ")));

        RecordSchemas.writeConstantsAsInJson(schema);

        assertThat(schema.getEnumeration()).containsExactly((Object[]) spelled.split(" "));
    }
}
