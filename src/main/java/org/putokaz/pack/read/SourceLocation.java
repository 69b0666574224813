package org.putokaz.pack.read;

import org.putokaz.pack.yaml.YamlJsonTree;
import org.putokaz.problem.Violation;

/** Location of an entry in an import, by which later violations are reported with file, line and field. */
public interface SourceLocation {

    String file();

    /** @param violation by its pointer from the top of the file, with the content at {@code /content} */
    ImportError error(Violation violation);

    /** @param violation by its pointer in the content, or at a field beside it, such as {@code /slug} */
    default ImportError errorInContent(Violation violation) {
        String[] steps = violation.location().split("/", 3);
        String first = steps.length > 1 ? steps[1] : "";
        return switch (first) {
            case "id", "slug", "note", "formerSlugs", "published", "parts" -> error(violation);
            case "replacedBy" -> error(Violation.at("/withdrawn" + violation.location(), violation.reason()));
            default -> error(Violation.at("/content" + violation.location(), violation.reason()));
        };
    }

    /** Entry in a YAML file of its own. */
    record YamlLocation(String file, YamlJsonTree tree) implements SourceLocation {

        @Override
        public ImportError error(Violation violation) {
            return new ImportError(file, tree.lineOf(violation.location()), violation.location(), violation.reason());
        }
    }

    /** Entry on a line of NDJSON. */
    record LineLocation(String file, int line) implements SourceLocation {

        @Override
        public ImportError error(Violation violation) {
            return new ImportError(file, line, violation.location(), violation.reason());
        }
    }

    /**
     * Entry in a row of a table. The columns are named after the fields: {@code label.en} for {@code
     * /content/label/en}.
     */
    record RowLocation(String file, int line) implements SourceLocation {

        @Override
        public ImportError error(Violation violation) {
            String[] steps = violation.location().replaceFirst("^/content", "").split("/", -1);
            String field = steps.length > 1 ? steps[1] : "";
            boolean byLanguage = steps.length > 2 && !steps[2].chars().allMatch(Character::isDigit);
            String column = byLanguage ? field + "." + steps[2] : field;
            return new ImportError(file, line, column, violation.reason());
        }
    }
}
