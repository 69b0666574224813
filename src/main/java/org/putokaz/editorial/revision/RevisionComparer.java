package org.putokaz.editorial.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.ContentJson;

/** Comparison of two revisions of one entry. */
public final class RevisionComparer {

    private RevisionComparer() {}

    /** @throws org.putokaz.problem.ProblemException 409 when the text of one was redacted */
    public static DiffView compare(Revision from, Revision to) {
        from.requireNotRedacted();
        return compare(from.number(), from.slug, from.document, to);
    }

    /**
     * The difference of the first revision from an empty content.
     *
     * @throws org.putokaz.problem.ProblemException 409 when its text was redacted
     */
    static DiffView compareWithNothing(Revision to) {
        return compare(0, null, "{}", to);
    }

    private static DiffView compare(int from, @Nullable String slug, String document, Revision to) {
        to.requireNotRedacted();
        List<DiffView.FieldChange> changes = new ArrayList<>();
        if (!Objects.equals(slug, to.slug)) {
            changes.add(new DiffView.FieldChange("/slug", text(slug), text(to.slug)));
        }
        collect("/content", ContentJson.parse(document), to.content(), changes);
        return new DiffView(from, to.number(), patch(document, to.document), changes);
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode patch(String from, String to) {
        String patch = Json.createDiff(structure(from), structure(to)).toString();
        return JsonBodyReader.parse(patch.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonStructure structure(String document) {
        try (var reader = Json.createReader(new StringReader(document))) {
            return reader.read();
        }
    }

    /**
     * Arrays are compared index by index, which reads better than the shortest edit script: "the second step is now
     * ...".
     */
    static void collect(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<DiffView.FieldChange> changes) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(
                    pointer + "/" + JsonBodyReader.pointerToken(name), before.get(name), after.get(name), changes));
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(pointer + "/" + i, before.get(i), after.get(i), changes);
            }
        } else {
            changes.add(new DiffView.FieldChange(pointer, before, after));
        }
    }
}
