package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestNormalizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "Application/JSON",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
                "application/*;q=0.001",
                "text/csv, application/json;q=1.000"
            })
    void jsonIsClearlyAccepted(String accept) {
        assertThat(RequestNormalizer.clearlyAcceptsJson(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/html",
                "application/json;q=0",
                "application/json;q=0.000",
                "*/*, application/json;q=0",
                "application/json;charset=utf-8",
                "application/json;q=0.5;x=1",
                "application/json;q=2",
                "application/json;q=",
                "application/problem+json"
            })
    void inDoubtTheRestLayerDecides(String accept) {
        assertThat(RequestNormalizer.clearlyAcceptsJson(accept)).isFalse();
    }
}
