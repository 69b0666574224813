package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written once reads like what is written each time. */
class RenderingsTest {

    private final ObjectMapper usual = new ObjectMapper();
    private final ObjectMapper once = new ObjectMapper();
    private final Renderings renderings = new Renderings();
    private int asked;

    @BeforeEach
    void customise() {
        renderings.customize(once);
    }

    record Part(
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String left) {}

    record View(List<Part> parts, @Nullable String nothing, Counter counted, Map<String, View> inside)
            implements Remembered {}

    record Page(List<View> data, int number) {}

    private final class Counter {

        // Jackson asks for it each time it writes.
        @SuppressWarnings("unused")
        public String getText() {
            asked++;
            return "„Ћ\" \\ \u2028";
        }
    }

    private View view(Map<String, View> inside) {
        return new View(List.of(new Part("а\n", null), new Part("b", "c")), null, new Counter(), inside);
    }

    @Test
    void itIsWrittenOnceAndReadsAsWithoutIt() throws Exception {
        View view = view(Map.of("x", view(Map.of())));
        renderings.keep(view);
        Page page = new Page(List.of(view, view), 1);
        String expected = usual.writeValueAsString(page);
        asked = 0;
        assertThat(new String(once.writeValueAsBytes(page), "UTF-8")).isEqualTo(expected);
        assertThat(once.writeValueAsBytes(view)).isEqualTo(usual.writeValueAsBytes(view));
        int before = asked;
        assertThat(new String(once.writeValueAsBytes(page), "UTF-8")).isEqualTo(expected);
        assertThat(asked).isEqualTo(before);
    }

    @Test
    void whatIsNotKeptIsWrittenEachTimeThoughItBeEqual() throws Exception {
        View kept = view(Map.of());
        renderings.keep(kept);
        once.writeValueAsBytes(kept);
        asked = 0;
        once.writeValueAsBytes(view(Map.of()));
        once.writeValueAsBytes(view(Map.of()));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aTreeIsMadeOfItsFields() {
        View view = view(Map.of());
        renderings.keep(view);
        assertThat(once.<com.fasterxml.jackson.databind.JsonNode>valueToTree(view))
                .isEqualTo(usual.valueToTree(view));
    }
}
