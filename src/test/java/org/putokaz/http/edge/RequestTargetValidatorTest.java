package org.putokaz.http.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

class RequestTargetValidatorTest {

    private static String problemCode(String target) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> RequestTargetValidator.validate(target));
        assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
        return refused.detail().code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1?lang=sr-Latn&limit=20",
                "/%C5%BErtva?q=%D0%B6",
                "/%F0%9F%98%80",
                "/?a[b]=1",
                "/?q=a+b%20c",
                "/a;b=c",
                "http://localhost/api/v1",
                "*"
            })
    void aWellFormedTargetPasses(String target) {
        assertThatCode(() -> RequestTargetValidator.validate(target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "/%zz, uri-percent-encoding",
        "/%, uri-percent-encoding",
        "/%4, uri-percent-encoding",
        "/?lang=%g0, uri-percent-encoding",
        "/%-1, uri-percent-encoding",
        "/%00, uri-control-character",
        "/%0A, uri-control-character",
        "/%7F, uri-control-character",
        "/%C2%85, uri-control-character",
        "/%C0%AF, uri-not-utf-8",
        "/%E0%80%AF, uri-not-utf-8",
        "/%ED%A0%80, uri-not-utf-8",
        "/%ED%BF%BF, uri-not-utf-8",
        "/%FF, uri-not-utf-8",
        "/%F4%90%80%80, uri-not-utf-8",
        "/%E2%82, uri-not-utf-8",
        "/?x=|, uri-character",
        "/{x}, uri-character",
        "/<b>, uri-character",
        "/a\\b, uri-character",
        "/ж, uri-character",
        "/é, uri-character",
        "/a#b, uri-character",
        "/a?x=1#b, uri-character"
    })
    void aMalformedTargetIsRefusedWithItsReason(String target, String reason) {
        assertThat(problemCode(target)).isEqualTo(reason);
    }

    @Test
    void aTargetOfTheGreatestLengthPassesAndALongerOneDoesNot() {
        String longest = "/" + "a".repeat(RequestTargetValidator.MAX_LENGTH - 1);
        assertThatCode(() -> RequestTargetValidator.validate(longest)).doesNotThrowAnyException();
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> RequestTargetValidator.validate(longest + "a"));
        assertThat(refused.type()).isEqualTo(ProblemType.URI_TOO_LONG);
    }
}
