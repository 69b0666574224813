package org.putokaz.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Codec of contents as JSON, in the form in which the store and drafts keep them: without empty fields. It trusts its input;
 * content from outside is parsed by {@code live.family.ContentParser}.
 */
public final class ContentJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private ContentJson() {}

    /** The content as a JSON tree. */
    public static JsonNode tree(Record content) {
        return JSON.valueToTree(content);
    }

    /**
     * The content that a tree holds.
     *
     * @throws IllegalStateException when the tree was not made from a content of this type
     */
    public static <C extends Record> C read(JsonNode tree, Class<C> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException impossible) {
            throw unreadable(impossible);
        }
    }

    /** @throws IllegalStateException when the text is not JSON */
    public static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException impossible) {
            throw unreadable(impossible);
        }
    }

    public static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the text was not written from a value of this type */
    public static <C> C read(String document, Class<C> type) {
        try {
            return JSON.readValue(document, type);
        } catch (JsonProcessingException impossible) {
            throw unreadable(impossible);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException cause) {
        return new IllegalStateException("A stored document cannot be read", cause);
    }
}
