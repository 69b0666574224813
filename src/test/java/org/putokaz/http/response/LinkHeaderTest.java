package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.locale.Language;

class LinkHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "/a, /a?lang=en",
        "/a?, /a?lang=en",
        "/a?limit=1, /a?limit=1&lang=en",
        "/a?lang=sr-Latn, /a?lang=en",
        "/a?lang=sr-Latn&limit=1, /a?limit=1&lang=en",
        "/a?%6cang=sr-Latn&limit=1, /a?limit=1&lang=en",
        "/a?language=sr, /a?language=sr&lang=en",
        "/a?lan=sr, /a?lan=sr&lang=en",
        "/a?lang, /a?lang=en",
        "/a?l+ng=sr, /a?l+ng=sr&lang=en",
        "/a?limit=1&lang=sr&sort=lang, /a?limit=1&sort=lang&lang=en",
        "/a?x=1&lang=en&lang=sr, /a?x=1&lang=en",
        "/a?x=1&&y=2, /a?x=1&&y=2&lang=en",
        "/a?x=1&, /a?x=1&&lang=en",
        "/a?=lang, /a?=lang&lang=en",
        "/a?&&&&, /a?&&&&&lang=en",
        "/a?lang&x=1, /a?x=1&lang=en",
        "/a?lan&g=1, /a?lan&g=1&lang=en",
        "/a?q=?lang=sr, /a?q=?lang=sr&lang=en",
        "/a?q=%26lang%3Dx, /a?q=%26lang%3Dx&lang=en",
        "/%C5%BE?q=%D0%B6, /%C5%BE?q=%D0%B6&lang=en"
    })
    void oneParameterIsReplacedAndTheRestStaysAsItWasWritten(String target, String expected) {
        assertThat(LinkHeader.withParameter(target, "lang", "en")).isEqualTo(expected);
    }

    @Test
    void aValueIsEncoded() {
        assertThat(LinkHeader.withParameter("/a", "cursor", "a&b=c d")).isEqualTo("/a?cursor=a%26b%3Dc+d");
    }

    @Test
    void thereIsALinkToTheNextPageAndToEveryLanguage() {
        assertThat(LinkHeader.of("/a?lang=en&cursor=old", List.of(Language.SR_CYRL, Language.EN), "new"))
                .isEqualTo("</a?lang=en&cursor=new>; rel=\"next\","
                        + " </a?cursor=old&lang=sr-Cyrl>; rel=\"alternate\"; hreflang=\"sr-Cyrl\","
                        + " </a?cursor=old&lang=en>; rel=\"alternate\"; hreflang=\"en\","
                        + " </openapi.json>; rel=\"service-desc\"");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(LinkHeader.of("/a", List.of(Language.EN), null)).doesNotContain("next");
    }
}
