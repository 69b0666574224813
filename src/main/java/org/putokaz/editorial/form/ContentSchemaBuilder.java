package org.putokaz.editorial.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Builder of the JSON Schema (2020-12) of a family's content, with titles and descriptions in one language.
 *
 * <p>Structure, required members, limits and formats are those of the content pack's schema files. References are
 * replaced by what they refer to, so the schema needs no other document. Titles and descriptions are texts of the
 * message catalogue, {@code schema.<file>.<member>.title} and {@code .description}: those of the files are for authors
 * of YAML. A localised text has a property for each offered language.
 */
final class ContentSchemaBuilder {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String CONTENT = "/$defs/content";
    private static final String REF = "$ref";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String PROPERTIES = "properties";
    private static final String LANGUAGE_PATTERNS = "patternProperties";
    private static final String ITEMS = "items";
    private static final String REQUIRED = "required";

    private static final Map<String, JsonNode> FILES = new ConcurrentHashMap<>();

    private final MessageCatalogue messages;
    private final LanguagePolicy languages;
    private final Language language;

    /** @param language of the titles and descriptions */
    ContentSchemaBuilder(MessageCatalogue messages, LanguagePolicy languages, Language language) {
        this.messages = messages;
        this.languages = languages;
        this.language = language;
    }

    /** The schema of the content of a family. */
    ObjectNode build(String family) {
        String file = ContentSchemaFiles.nameFor(family);
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("$schema", DIALECT);
        describe(schema, file);
        return schema.setAll(resolve(file, file(file).at(CONTENT), file));
    }

    /** What the content of a family is called. */
    String title(String family) {
        return text(ContentSchemaFiles.nameFor(family), TITLE);
    }

    private static JsonNode file(String name) {
        return FILES.computeIfAbsent(name, ContentSchemaFiles::read);
    }

    /**
     * A copy of a schema without references, with the texts of its members.
     *
     * @param file in which the schema stands
     * @param path of the member that it describes, the beginning of the codes of its members' texts
     */
    private ObjectNode resolve(String file, JsonNode schema, String path) {
        ObjectNode resolved = JsonNodeFactory.instance.objectNode();
        if (schema.has(REF)) {
            String ref = schema.get(REF).asText();
            String target = ContentSchemaFiles.nameOfTarget(ref, file);
            resolved.setAll(resolve(target, file(target).at(ContentSchemaFiles.pointerOfTarget(ref)), path));
        }
        schema.properties().stream()
                .filter(keyword -> !keyword.getKey().equals(REF))
                .forEach(keyword -> resolved.set(keyword.getKey(), keyword.getValue()));
        resolved.remove(TITLE);
        resolved.remove(DESCRIPTION);
        if (schema.has(LANGUAGE_PATTERNS)) {
            describeLanguages(resolved);
        } else if (schema.has(PROPERTIES)) {
            resolved.set(PROPERTIES, members(file, schema.get(PROPERTIES), path));
        }
        if (schema.has(ITEMS)) {
            resolved.set(ITEMS, resolve(file, schema.get(ITEMS), path));
        }
        return resolved;
    }

    private ObjectNode members(String file, JsonNode properties, String path) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> {
            String memberPath = path + "." + property.getKey();
            ObjectNode member = members.putObject(property.getKey());
            describe(member, memberPath);
            member.setAll(resolve(file, property.getValue(), memberPath));
        });
        return members;
    }

    /** Gives a localised text a property for each offered language; a text in another language is as valid. */
    private void describeLanguages(ObjectNode text) {
        JsonNode translation = text.get(LANGUAGE_PATTERNS).elements().next();
        ObjectNode translations = text.putObject(PROPERTIES);
        ArrayNode required = text.putArray(REQUIRED);
        for (Language offered : languages.offered()) {
            translations
                    .putObject(offered.tag())
                    .put(TITLE, ULocale.forLanguageTag(offered.tag()).getDisplayName(displayLocale()))
                    .put(DESCRIPTION, messages.pattern(languageDescription(offered), language))
                    .setAll((ObjectNode) translation);
            if (languages.required().contains(offered) && !isDerived(offered)) {
                required.add(offered.tag());
            }
        }
    }

    private String languageDescription(Language offered) {
        if (offered.equals(languages.authoritative())) {
            return "schema.authoritative-text";
        }
        return isDerived(offered) ? "schema.derived-text" : "schema.translated-text";
    }

    /** Serbian in Latin script is made from the authoritative Cyrillic. */
    private boolean isDerived(Language offered) {
        return offered.equals(Language.SR_LATN) && languages.authoritative().equals(Language.SR_CYRL);
    }

    private ULocale displayLocale() {
        return ULocale.forLanguageTag(language.tag());
    }

    private void describe(ObjectNode schema, String path) {
        schema.put(TITLE, text(path, TITLE)).put(DESCRIPTION, text(path, DESCRIPTION));
    }

    private String text(String path, String kind) {
        return messages.pattern("schema." + path + "." + kind, language);
    }
}
