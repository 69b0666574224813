package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.live.ContentJson;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Parts of a draft get the id and the slug that they lack, and keep them. */
class DraftPartAllocatorTest {

    private final AtomicInteger ids = new AtomicInteger();
    private final DraftPartAllocator allocator = new DraftPartAllocator(new DraftNameResolver(
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.EN), Map.of())));

    /** A content of parts, each as {@code id slug name} with a hyphen for what is not there. */
    private static JsonNode content(String parts) {
        String list = List.of(parts.split("; ")).stream()
                .map(part -> part.split(" "))
                .map(part -> "{" + member("id", part[0]) + member("slug", part[1])
                        + (part[2].equals("-") ? "" : "'name': {'sr-Cyrl': '" + part[2] + "'}, ") + "'cost': {}}")
                .collect(Collectors.joining(", "));
        return ContentJson.parse(("{'kind': 'office', 'services': [" + list + "]}").replace('\'', '"'));
    }

    private static String member(String name, String value) {
        return value.equals("-") ? "" : "'" + name + "': '" + value + "', ";
    }

    private JsonNode allocate(String parts, String previous) {
        return allocator.allocate(
                content(parts),
                "services",
                previous == null ? null : content(previous),
                () -> new UUID(0, ids.incrementAndGet()));
    }

    private static String describe(JsonNode content) {
        return StreamSupport.stream(content.path("services").spliterator(), false)
                .map(part -> part.path("id").asText("-").replaceFirst("^[0-]+(?=.)", "new") + " "
                        + part.path("slug").asText("-"))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - - Смештај                         |                              | new1 smestaj
            - - Смештај; - - Смештај            |                              | new1 smestaj; new2 smestaj-2
            - - Смештај; x smestaj Кућа         |                              | new1 smestaj-2; x smestaj
            x - Смештај                         |                              | x smestaj
            - kuca Смештај                      |                              | new1 kuca
            x - Кућа                            | x smestaj Смештај            | x smestaj
            - smestaj Кућа                      | x smestaj Смештај            | x smestaj
            - - Смештај                         | x smestaj Смештај            | x smestaj
            - - Смештај; - - Помоћ              | y pomoc Помоћ; x smestaj А   | x smestaj; y pomoc
            x novo Кућа; - - Смештај            | x smestaj Смештај            | x novo; new1 smestaj
            y - Кућа; z smestaj Б               | y smestaj Смештај            | y kuca; z smestaj
            x smestaj Кућа                      | y smestaj Смештај            | x smestaj
            - - -                               |                              | - -
            x - -                               |                              | x -
            """)
    void whatIsMissingIsKeptFromTheRevisionBeforeOrAllocated(String parts, String previous, String expected) {
        assertThat(describe(allocate(parts, previous))).isEqualTo(expected);
    }

    @Test
    void nothingElseChanges() {
        JsonNode allocated = allocate("- - Смештај", null);
        assertThat(allocated.toString())
                .isEqualTo("{\"kind\":\"office\",\"services\":[{\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"slug\":\"smestaj\",\"name\":{\"sr-Cyrl\":\"Смештај\"},\"cost\":{}}]}");
        JsonNode complete = content("x smestaj Кућа");
        assertThat(allocator.allocate(complete, "services", null, UUID::randomUUID))
                .isSameAs(complete);
        assertThat(allocator.allocate(complete, null, null, UUID::randomUUID)).isSameAs(complete);
    }

    @Test
    void theSameTextSavedTwiceIsTheSame() {
        String parts = "- - Смештај; - - Смештај; - pomoc Помоћ";
        JsonNode once = allocate(parts, null);
        assertThat(allocator.allocate(content(parts), "services", once, UUID::randomUUID))
                .isEqualTo(once);
    }
}
