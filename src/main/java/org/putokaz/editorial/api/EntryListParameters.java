package org.putokaz.editorial.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.SearchFolding;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of a list of entries, and their translation into conditions on the entity {@code e}. */
record EntryListParameters(
        @QueryParam("status")
        @Parameter(
                description = "Only entries whose newest revision is at this stage.",
                schema = @Schema(implementation = Stage.class))
        @Nullable
        String status,

        @QueryParam("text")
        @Parameter(
                description = "Only entries that hold these words, in any script and with or without their marks.",
                schema = @Schema(type = SchemaType.STRING, maxLength = 200, examples = "zrtve"))
        @Nullable
        String text,

        @QueryParam("unit")
        @Parameter(description = "Only entries that name the unit with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String unit,

        @QueryParam("attention")
        @Parameter(
                description =
                        "`true`: only entries that somebody should look at: rejected, not publishable, with a"
                                + " schedule that failed, with a verification that is overdue, or naming an entry that is gone.",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @Nullable
        String attention,

        @BeanParam CursorParameters page) {

    private static final int MAX_TEXT_LENGTH = 200;
    private static final String NEEDS_ATTENTION =
            "(e.stage = Stage.REJECTED or e.needsAttention = true or e.referencesGone = true or e.errors > 0 or e.verifyFrom <= :today"
                    + " or (e.published = true and e.referencesEnd <= :today))";

    /** HQL conditions without any value of the request; the values are in {@link #values}. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (status != null) {
            conditions.add("e.stage = :stage");
        }
        if (text != null) {
            conditions.add("e.searchText like :text escape '!'");
        }
        if (unit != null) {
            conditions.add(
                    "exists (select 1 from DraftReferenceEntity m where m.key.entryId = e.id and m.key.toId = :unit)");
        }
        Boolean required = QueryParameterParser.flag("attention", attention);
        if (required != null) {
            conditions.add(required ? NEEDS_ATTENTION : "not " + NEEDS_ATTENTION);
        }
        return conditions;
    }

    /** The values of the named parameters of {@link #conditions}. */
    Map<String, Object> values(LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        if (status != null) {
            values.put("stage", QueryParameterParser.choice("status", status, Stage.class));
        }
        if (text != null) {
            values.put("text", likePattern(text));
        }
        if (unit != null) {
            values.put("unit", QueryParameterParser.id("unit", unit));
        }
        if (attention != null) {
            values.put("today", today);
        }
        return values;
    }

    private static String likePattern(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw QueryParameterParser.invalidParameter("text", "too-long", MAX_TEXT_LENGTH);
        }
        return "%" + SearchFolding.fold(text).replaceAll("([!%_])", "!$1") + "%";
    }

    /** The query without its page, to which a cursor is bound. */
    String queryKey(String family) {
        return String.join("&", family, status + "", text + "", unit + "", attention + "");
    }
}
