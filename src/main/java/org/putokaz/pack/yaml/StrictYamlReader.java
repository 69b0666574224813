package org.putokaz.pack.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reader of YAML files that hold no more than JSON could: UTF-8, one document, no duplicate keys, no
 * tags. An alias stands for a copy of what its anchor marks, within bounds.
 */
public final class StrictYamlReader {

    static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 100;

    private StrictYamlReader() {}

    /** @throws MalformedYamlException with the first line that is not allowed */
    public static YamlJsonTree read(byte[] bytes) throws MalformedYamlException {
        try {
            Iterator<Node> documents = new Yaml(strictOptions())
                    .composeAll(new StringReader(decodeUtf8(bytes)))
                    .iterator();
            if (!documents.hasNext()) {
                throw new MalformedYamlException(1, "file-empty");
            }
            Node document = documents.next();
            if (documents.hasNext()) {
                throw new MalformedYamlException(lineOf(documents.next().getStartMark()), "yaml-second-document");
            }
            return new YamlJsonTree(document);
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null ? 1 : lineOf(malformed.getProblemMark());
            throw new MalformedYamlException(line, "yaml-malformed", String.valueOf(malformed.getProblem()));
        } catch (YAMLException malformed) {
            String firstLine =
                    String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
            throw new MalformedYamlException(1, "yaml-malformed", firstLine);
        }
    }

    private static LoaderOptions strictOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }

    /** @throws MalformedYamlException when the bytes are not UTF-8 */
    public static String decodeUtf8(byte[] bytes) throws MalformedYamlException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedYamlException(1, "file-not-utf-8");
        }
    }

    /** From 1. */
    static int lineOf(Mark mark) {
        return mark.getLine() + 1;
    }
}
