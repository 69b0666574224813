package org.putokaz.pack.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.putokaz.problem.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file strictly: UTF-8, one document, no key twice, no aliases, nothing that is more than JSON. */
public final class StrictYamlReader {

    private StrictYamlReader() {}

    /** What is wrong with a file before its fields can be looked at. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final transient Message reason;

        Malformed(int line, String code, Object... arguments) {
            super(code);
            this.line = line;
            this.reason = Message.of(code, arguments);
        }

        public Message reason() {
            return reason;
        }

        public int line() {
            return line;
        }
    }

    public static YamlJsonTree read(byte[] bytes) throws Malformed {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(20);
        try {
            Iterator<Node> documents = new Yaml(options)
                    .composeAll(new java.io.StringReader(text(bytes)))
                    .iterator();
            if (!documents.hasNext()) {
                throw new Malformed(1, "file-empty");
            }
            Node document = documents.next();
            if (documents.hasNext()) {
                throw new Malformed(documents.next().getStartMark().getLine() + 1, "yaml-second-document");
            }
            return new YamlJsonTree(document);
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            throw new Malformed(line, "yaml-malformed", String.valueOf(notYaml.getProblem()));
        } catch (YAMLException notYaml) {
            String first =
                    String.valueOf(notYaml.getMessage()).lines().findFirst().orElse("");
            throw new Malformed(1, "yaml-malformed", first);
        }
    }

    public static String text(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(1, "file-not-utf-8");
        }
    }
}
