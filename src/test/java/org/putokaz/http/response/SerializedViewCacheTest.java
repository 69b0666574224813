package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cached JSON of views: equal to what Jackson writes without the cache, and serialised once only. */
class SerializedViewCacheTest {

    private final ObjectMapper plain = new ObjectMapper();
    private final ObjectMapper caching = new ObjectMapper();
    private final SerializedViewCache views = new SerializedViewCache();
    private int serializations;

    @BeforeEach
    void customise() {
        views.customize(caching);
    }

    record Part(
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String left) {}

    record View(List<Part> parts, @Nullable String nothing, Counter counted, Map<String, View> inside)
            implements SerializedOnce {}

    record Page(List<View> data, int number) {}

    private final class Counter {

        // Jackson reads the property each time it serialises the object.
        @SuppressWarnings("unused")
        public String getText() {
            serializations++;
            return "„Ћ\" \\ \u2028";
        }
    }

    private View view(Map<String, View> inside) {
        return new View(List.of(new Part("а\n", null), new Part("b", "c")), null, new Counter(), inside);
    }

    private View registered(Map<String, View> inside) {
        View view = view(inside);
        views.register(view);
        return view;
    }

    private String written(Object entity) throws Exception {
        return new String(caching.writeValueAsBytes(entity), StandardCharsets.UTF_8);
    }

    @Test
    void itIsWrittenOnceAndReadsAsWithoutIt() throws Exception {
        View view = registered(Map.of("x", view(Map.of())));
        Page page = new Page(List.of(view, view), 1);
        String expected = plain.writeValueAsString(page);
        serializations = 0;
        assertThat(written(page)).isEqualTo(expected);
        int once = serializations;
        assertThat(once).isEqualTo(2);
        assertThat(written(view)).isEqualTo(written(view));
        assertThat(written(page)).isEqualTo(expected);
        assertThat(serializations).isEqualTo(once);
        assertThat(written(view)).isEqualTo(plain.writeValueAsString(view));
    }

    @Test
    void whatIsNotRegisteredIsWrittenEachTimeThoughItBeEqual() throws Exception {
        written(registered(Map.of()));
        serializations = 0;
        written(view(Map.of()));
        written(view(Map.of()));
        assertThat(serializations).isEqualTo(2);
    }

    @Test
    void whatIsInsideAnotherIsWrittenOnceToo() throws Exception {
        View inside = registered(Map.of());
        View outside = view(Map.of("x", inside));
        String expected = plain.writeValueAsString(outside);
        written(outside);
        serializations = 0;
        assertThat(written(outside)).isEqualTo(expected);
        assertThat(serializations).isEqualTo(1);
    }

    @Test
    void theBytesDoNotDependOnWhatIsRegistered() throws Exception {
        View first = view(Map.of("x", view(Map.of())));
        View second = view(Map.of());
        Page page = new Page(List.of(first, second), 1);
        byte[] none = caching.writeValueAsBytes(page);
        views.register(first);
        byte[] one = caching.writeValueAsBytes(page);
        byte[] again = caching.writeValueAsBytes(page);
        views.register(second);
        assertThat(List.of(one, again, caching.writeValueAsBytes(page))).containsOnly(none);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_999, 7_000, 7_900, 7_990, 7_996, 8_000, 8_010, 20_000, 70_000})
    void aCachedTextFitsHoweverMuchTheGeneratorHoldsBack(int length) throws Exception {
        // Jackson holds back eight thousand bytes; a cached text can end before, at and after their end.
        View longOne = new View(List.of(new Part("ћ".repeat(length / 2), null)), null, new Counter(), Map.of());
        views.register(longOne);
        View other = registered(Map.of());
        Page page = new Page(List.of(other, longOne, other), 7);
        assertThat(written(page)).isEqualTo(plain.writeValueAsString(page));
        assertThat(written(page)).isEqualTo(plain.writeValueAsString(page));
    }

    @Test
    void aTreeIsMadeOfItsFields() {
        View view = registered(Map.of());
        assertThat(caching.<JsonNode>valueToTree(view)).isEqualTo(plain.valueToTree(view));
    }

    @Test
    void aTextAsCharactersIsWrittenAsWithoutTheCache() throws Exception {
        View view = registered(Map.of());
        assertThat(caching.writeValueAsString(List.of(view))).isEqualTo(plain.writeValueAsString(List.of(view)));
    }
}
