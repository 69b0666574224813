package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningHoursNotation;

/** Converter of table cells to JSON values. An empty cell is null. */
final class CsvCellReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");

    private final ImportReader.SlugResolver slugs;

    CsvCellReader(ImportReader.SlugResolver slugs) {
        this.slugs = slugs;
    }

    /** @throws InvalidValueException when the cell cannot be what its column holds */
    JsonNode read(TabularFamily.Column column, String cell) {
        if (cell.isBlank()) {
            return JSON.nullNode();
        }
        return switch (column.kind()) {
            case TEXT -> JSON.textNode(cell.strip());
            case LOCALISED -> JSON.textNode(cell.replace("\r\n", "\n").strip());
            case LIST -> list(cell);
            case CODED_LIST -> codedList(cell);
            case NUMBER -> number(cell.strip());
            case FLAG -> flag(cell.strip());
            case HOURS -> hours(cell);
            case REFERENCE ->
                JSON.textNode(reference(column.family(), cell.strip()).toString());
        };
    }

    private static ArrayNode list(String cell) {
        ArrayNode list = JSON.arrayNode();
        for (String item : cell.split("\\|", -1)) {
            if (item.isBlank()) {
                throw new InvalidValueException("list-with-a-gap");
            }
            list.add(item.strip());
        }
        return list;
    }

    private static ArrayNode codedList(String cell) {
        ArrayNode list = JSON.arrayNode();
        for (JsonNode item : list(cell)) {
            String[] parts = item.textValue().split(":", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new InvalidValueException("not-a-code-of-a-list", item.textValue());
            }
            list.addObject().put("scheme", parts[0].strip()).put("code", parts[1].strip());
        }
        return list;
    }

    private static JsonNode number(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            throw new InvalidValueException("not-a-number");
        }
        return JSON.numberNode(Integer.parseInt(cell));
    }

    /** In any case: spreadsheets write booleans in capitals. */
    private static JsonNode flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "да", "da" -> JSON.booleanNode(true);
            case "false", "не", "ne" -> JSON.booleanNode(false);
            default -> throw new InvalidValueException("not-one-of", "true, false, да, не");
        };
    }

    /**
     * Only what the cell says, so that a time zone, holiday rule, exceptions or texts that the entry has stay when the patch is
     * applied. What the cell says of holidays replaces what the entry says of them.
     */
    private static ObjectNode hours(String cell) {
        OpeningHours hours = OpeningHoursNotation.parse(cell);
        ObjectNode node = (ObjectNode) ContentJson.tree(hours);
        node.set("weekly", node.path("weekly").isArray() ? node.get("weekly") : JSON.arrayNode());
        if (node.has("publicHolidays")) {
            node.putNull("holidayIntervals");
        } else if (node.has("holidayIntervals")) {
            node.putNull("publicHolidays");
        }
        return node;
    }

    private UUID reference(String family, String cell) {
        return QueryParameterParser.isId(cell)
                ? UUID.fromString(cell)
                : slugs.findId(Objects.requireNonNull(family), cell)
                        .orElseThrow(() -> new InvalidValueException("no-entry-of-that-slug", cell));
    }
}
