package org.putokaz.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.common.Sha256;

/** What is written once reads like what is written each time. */
class SerializedViewCacheTest {

    private final ObjectMapper usual = new ObjectMapper();
    private final ObjectMapper once = new ObjectMapper();
    private final SerializedViewCache renderings = new SerializedViewCache();
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
            implements SerializedOnce {}

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

    private String written(Object entity) throws Exception {
        return JsonResponseBody.of(entity, once).toString(StandardCharsets.UTF_8);
    }

    @Test
    void itIsWrittenOnceAndReadsAsWithoutIt() throws Exception {
        View view = view(Map.of("x", view(Map.of())));
        renderings.keep(view);
        Page page = new Page(List.of(view, view), 1);
        String expected = usual.writeValueAsString(page);
        asked = 0;
        assertThat(written(page)).isEqualTo(expected);
        assertThat(written(view)).isEqualTo(usual.writeValueAsString(view));
        int before = asked;
        assertThat(written(page)).isEqualTo(expected);
        assertThat(asked).isEqualTo(before);
    }

    @Test
    void whatIsNotKeptIsWrittenEachTimeThoughItBeEqual() throws Exception {
        View kept = view(Map.of());
        renderings.keep(kept);
        written(kept);
        asked = 0;
        written(view(Map.of()));
        written(view(Map.of()));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatIsInsideAnotherIsWrittenOnceToo() throws Exception {
        View inside = view(Map.of());
        renderings.keep(inside);
        View outside = view(Map.of("x", inside));
        String expected = usual.writeValueAsString(outside);
        EntityTag tag = JsonResponseBody.of(outside, once).tag();
        asked = 0;
        assertThat(written(outside)).isEqualTo(expected);
        assertThat(asked).isEqualTo(1);
        // One piece, whatever of it is kept.
        assertThat(JsonResponseBody.of(view(Map.of("x", view(Map.of()))), once).tag())
                .isEqualTo(tag);
    }

    @Test
    void theTagSaysNothingOfWhatWasKept() throws Exception {
        View first = view(Map.of("x", view(Map.of())));
        View second = view(Map.of());
        Page page = new Page(List.of(first, second), 1);
        EntityTag none = JsonResponseBody.of(page, once).tag();
        renderings.keep(first);
        EntityTag one = JsonResponseBody.of(page, once).tag();
        EntityTag again = JsonResponseBody.of(page, once).tag();
        renderings.keep(second);
        assertThat(List.of(one, again, JsonResponseBody.of(page, once).tag())).containsOnly(none);
    }

    @Test
    void otherBytesHaveAnotherTagWhereverTheyDiffer() throws Exception {
        View first = view(Map.of());
        View second = view(Map.of("x", first));
        List<Object> all = List.of(
                new Page(List.of(first, second), 1),
                new Page(List.of(first, second), 2),
                new Page(List.of(second, first), 1),
                new Page(List.of(second), 1),
                new Page(List.of(second, second), 1),
                new Page(List.of(), 1),
                first,
                second,
                List.of(first),
                Map.of());
        Set<EntityTag> tags = new HashSet<>();
        for (Object one : all) {
            tags.add(JsonResponseBody.of(one, once).tag());
        }
        assertThat(tags).hasSameSizeAs(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_999, 7_000, 7_900, 7_990, 7_996, 8_000, 8_010, 20_000, 70_000})
    void aPieceIsWhereItIsHoweverMuchTheWriterHoldsBack(int length) throws Exception {
        // Eight thousand bytes are held back by Jackson; a piece can end before, at and after their end.
        View longOne = new View(List.of(new Part("ћ".repeat(length / 2), null)), null, new Counter(), Map.of());
        View other = view(Map.of());
        Page page = new Page(List.of(other, longOne, other), 7);
        JsonResponseBody body = JsonResponseBody.of(page, once);
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo(usual.writeValueAsString(page));
        assertThat(body.tag()).isEqualTo(bySplitting(page, List.of(other, longOne, other)));
    }

    /** As it is defined: each piece's digest stands in its place, after a byte that is in no JSON. */
    private EntityTag bySplitting(Page page, List<View> pieces) throws Exception {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        String rest = usual.writeValueAsString(page);
        for (View view : pieces) {
            String piece = usual.writeValueAsString(view);
            int at = rest.indexOf(piece);
            read.writeBytes(rest.substring(0, at).getBytes(StandardCharsets.UTF_8));
            read.write(0);
            read.writeBytes(Sha256.digest(piece.getBytes(StandardCharsets.UTF_8)));
            rest = rest.substring(at + piece.length());
        }
        read.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return EntityTag.of(read.toByteArray());
    }

    @Test
    void whatHasNoPiecesHasTheTagOfItsBytes() throws Exception {
        Page page = new Page(List.of(), 3);
        assertThat(JsonResponseBody.of(page, once).tag()).isEqualTo(EntityTag.of(usual.writeValueAsBytes(page)));
    }

    @Test
    void aTreeIsMadeOfItsFields() {
        View view = view(Map.of());
        renderings.keep(view);
        assertThat(once.<com.fasterxml.jackson.databind.JsonNode>valueToTree(view))
                .isEqualTo(usual.valueToTree(view));
    }

    @Test
    void elsewhereItIsWrittenAsEver() throws Exception {
        View view = view(Map.of());
        renderings.keep(view);
        assertThat(once.writeValueAsString(List.of(view))).isEqualTo(usual.writeValueAsString(List.of(view)));
        assertThat(once.writeValueAsBytes(view)).isEqualTo(usual.writeValueAsBytes(view));
    }
}
