package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag TAG = new EntityTag("v1");

    @Test
    void gzipAndIdentityHaveDifferentStrongTags() {
        assertThat(TAG.header(false)).isEqualTo("\"v1\"");
        assertThat(TAG.header(true)).isEqualTo("\"v1;gzip\"");
    }

    @Test
    void otherBytesHaveAnotherTag() {
        assertThat(EntityTag.of(bytes("a"))).isEqualTo(EntityTag.of(bytes("a"))).isNotEqualTo(EntityTag.of(bytes("b")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v1\"",
                "W/\"v1\"",
                "\"v1;gzip\"",
                "W/\"v1;gzip\"",
                "\"v0\", \"v1\"",
                "\"v0\",W/\"v1\" , \"v2\"",
                "\"a, b\", \"v1\"",
                "*",
                " * "
            })
    void aConditionThatNamesEitherFormHolds(String ifNoneMatch) {
        assertThat(TAG.matches(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "v1",
                "\"V1\"",
                "\"v11\"",
                "\"v1",
                "v1\"",
                "\"v1;br\"",
                "\"v0\"",
                "\"\"",
                "\"*\"",
                "\", v1, \"",
                "\"a, v1\", \"b\""
            })
    void anyOtherConditionDoesNot(String ifNoneMatch) {
        assertThat(TAG.matches(ifNoneMatch)).isFalse();
    }

    @Test
    void anEndlessConditionIsNotRead() {
        assertThat(TAG.matches("\"x\",".repeat(4000) + "\"v1\"")).isFalse();
    }
}
