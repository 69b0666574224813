package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalIdsTest {

    private static final String ID = "01a20a8f-f164-784f-8978-7991cf34943f";
    private static final String UPPER = ID.toUpperCase(Locale.ROOT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/help-guides/#",
                "/api/v1/help-guides/#/steps/#",
                "/api/v1/help-guides/#?lang=sr-Cyrl",
                "/api/v1/contact-channels?unit=#",
                "/api/v1/contact-channels?unit=#&limit=1",
                "/api/v1/contact-channels?ids=#,#",
                "/api/v1/contact-channels?ids=#%2C#%2c#&lang=en"
            })
    void anIdThatIsAWholeSegmentOrValueIsInLowerCase(String target) {
        assertThat(CanonicalIds.in(target.replace("#", UPPER))).isEqualTo(target.replace("#", ID));
        assertThat(CanonicalIds.in(target.replace("#", "01A20a8f" + ID.substring(8))))
                .isEqualTo(target.replace("#", ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1?lang=sr-Cyrl",
                "/api/v1/contact-channels?cursor=AAAAAAAA-#",
                "/api/v1/contact-channels?cursor=#-AAAA",
                "/api/v1/help-guides/#X",
                "/api/v1/help-guides/X#",
                "#"
            })
    void whatIsPartOfAnotherTextStays(String target) {
        String sent = target.replace("#", UPPER);
        assertThat(CanonicalIds.in(sent)).isSameAs(sent);
    }

    @Test
    void aTargetInLowerCaseIsNotCopied() {
        String sent = "/api/v1/help-guides/" + ID + "?lang=sr-Cyrl";
        assertThat(CanonicalIds.in(sent)).isSameAs(sent);
    }
}
