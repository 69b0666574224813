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

        @QueryParam("author")
        @Parameter(
                description = "Only entries that this account changed last, by its id or its name.",
                schema = @Schema(type = SchemaType.STRING, maxLength = 200))
        @Nullable
        String author,

        @QueryParam("scheduled")
        @Parameter(
                description =
                        "`true`: only entries that will be published or withdrawn by themselves, alone or in a set.",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @Nullable
        String scheduled,

        @QueryParam("stale")
        @Parameter(
                description = "`true`: only entries whose verification is overdue.",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @Nullable
        String stale,

        @QueryParam("translation")
        @Parameter(
                description = "`outdated`: only published entries of which a translation is older than its original.",
                schema = @Schema(type = SchemaType.STRING, enumeration = OUTDATED))
        @Nullable
        String translation,

        @QueryParam("sort")
        @Parameter(
                description =
                        "The order: `-id`, the default, has the youngest entry first; `-updatedAt` the one whose text or"
                                + " state was changed last (`changedAt`); `updatedAt` the one that has not been changed for"
                                + " the longest time. An entry that is changed while pages are read may come again or be left out.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {EntryOrder.BY_ID, EntryOrder.BY_LAST_CHANGE, EntryOrder.BY_FIRST_CHANGE},
                                defaultValue = EntryOrder.BY_ID))
        @Nullable
        String sort,

        @QueryParam("count") @Parameter(ref = "count") @Nullable
        String count,

        @BeanParam CursorParameters page) {

    private static final int MAX_TEXT_LENGTH = 200;
    private static final String OUTDATED = "outdated";

    /** What is published without a newer draft has the errors of the day of its last save, which may be gone. */
    private static final String HAS_ERRORS = "(e.errors > 0 and e.stage not in (Stage.PUBLISHED, Stage.WITHDRAWN))";

    private static final String NEEDS_ATTENTION =
            "(e.stage = Stage.REJECTED or e.needsAttention = true or e.referencesGone = true or " + HAS_ERRORS
                    + " or e.verifyFrom <= :today or (e.published = true and e.referencesEnd <= :today))";

    private static final String SCHEDULED =
            "exists (select 1 from Schedule s where s.pendingFor = e.id or s.pendingFor in"
                    + " (select p.key.ownerId from PlannedStepEntity p where p.entryId = e.id))";

    private static final String HAS_OUTDATED_TRANSLATION =
            "exists (select 1 from EntryEntity l where l.id = e.id and l.live = true and l.outdated is not null)";

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
        if (author != null) {
            conditions.add("(e.changedBy = :author or e.changedByName = :author)");
        }
        addFlag(conditions, NEEDS_ATTENTION, QueryParameterParser.flag("attention", attention));
        addFlag(conditions, SCHEDULED, QueryParameterParser.flag("scheduled", scheduled));
        addFlag(conditions, "e.verifyFrom <= :today", QueryParameterParser.flag("stale", stale));
        if (translation != null) {
            if (!translation.equals(OUTDATED)) {
                throw QueryParameterParser.invalidParameter("translation", "not-one-of", OUTDATED);
            }
            conditions.add(HAS_OUTDATED_TRANSLATION);
        }
        return conditions;
    }

    /** Whether the numbers of errors decide which entries are found. */
    boolean isOfAttention() {
        return attention != null;
    }

    /** The same, whatever the numbers of errors are. */
    EntryListParameters withoutAttention() {
        return new EntryListParameters(
                status, text, unit, null, author, scheduled, stale, translation, sort, count, page);
    }

    private static void addFlag(List<String> conditions, String condition, @Nullable Boolean required) {
        if (required != null) {
            conditions.add(required ? condition : "not " + condition);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 when it is not offered */
    EntryOrder order() {
        return EntryOrder.parse(sort);
    }

    /** Whether the number of all entries found is asked for. */
    boolean isCounted() {
        return Boolean.TRUE.equals(QueryParameterParser.flag("count", count));
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
        if (author != null) {
            values.put("author", requireShort("author", author));
        }
        if (attention != null || stale != null) {
            values.put("today", today);
        }
        return values;
    }

    private static String likePattern(String text) {
        return "%" + SearchFolding.fold(requireShort("text", text)).replaceAll("([!%_])", "!$1") + "%";
    }

    private static String requireShort(String name, String value) {
        if (value.length() > MAX_TEXT_LENGTH) {
            throw QueryParameterParser.invalidParameter(name, "too-long", MAX_TEXT_LENGTH);
        }
        return value;
    }

    /**
     * The query without its page, to which a cursor is bound.
     *
     * @param family null for all
     */
    String queryKey(@Nullable String family) {
        String filters = String.join(
                "&",
                family + "",
                status + "",
                text + "",
                unit + "",
                attention + "",
                author + "",
                scheduled + "",
                stale + "",
                translation + "");
        return order() == EntryOrder.NEWEST ? filters : filters + "&" + order().parameter();
    }
}
