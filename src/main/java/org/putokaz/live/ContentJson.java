package org.putokaz.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.putokaz.live.family.ContentParser;

/** How a content is written into the store and read from it; drafts are best written alike. */
public final class ContentJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private ContentJson() {}

    /** A content as the JSON tree that the store would keep: without what is missing or empty. */
    public static JsonNode tree(Record content) {
        return JSON.valueToTree(content);
    }

    /**
     * A content from such a tree. What somebody wrote is read by {@link ContentParser}, which says what is wrong and where.
     *
     * @throws IllegalStateException when it never was one
     */
    public static <C extends Record> C read(JsonNode tree, Class<C> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored document cannot be read", impossible);
        }
    }

    /** A tree from the text that one was written as. */
    public static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored document cannot be read", impossible);
        }
    }

    public static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static <C> C read(String document, Class<C> type) {
        try {
            return JSON.readValue(document, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored document cannot be read", impossible);
        }
    }
}
