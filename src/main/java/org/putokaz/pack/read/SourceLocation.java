package org.putokaz.pack.read;

import org.putokaz.pack.yaml.YamlJsonTree;
import org.putokaz.problem.Violation;

/** Where an entry was read from, so that what is found wrong with it later is told by file, line and field. */
public interface SourceLocation {

    String file();

    /**
     * A complaint about this place.
     *
     * @param violation by its pointer from the top of the file, the content being at {@code /content}
     */
    ImportError at(Violation violation);

    /** One of a content, or of what the store keeps around it: the id, the slug, the note, the past. */
    default ImportError inContent(Violation violation) {
        String[] steps = violation.where().split("/", 3);
        String first = steps.length > 1 ? steps[1] : "";
        return switch (first) {
            case "id", "slug", "note", "formerSlugs", "published", "parts" -> at(violation);
            case "replacedBy" -> at(Violation.at("/withdrawn" + violation.where(), violation.reason()));
            default -> at(Violation.at("/content" + violation.where(), violation.reason()));
        };
    }

    /** A file of YAML. */
    record Yaml(String file, YamlJsonTree tree) implements SourceLocation {

        @Override
        public ImportError at(Violation violation) {
            return new ImportError(file, tree.lineOf(violation.where()), violation.where(), violation.reason());
        }
    }

    /** A line of a file. */
    record Line(String file, int line) implements SourceLocation {

        @Override
        public ImportError at(Violation violation) {
            return new ImportError(file, line, violation.where(), violation.reason());
        }
    }

    /** A row of a table, whose columns are named after the fields: {@code label.en} holds {@code /content/label/en}. */
    record Row(String file, int line) implements SourceLocation {

        @Override
        public ImportError at(Violation violation) {
            String[] steps = violation.where().replaceFirst("^/content", "").split("/", -1);
            String field = steps.length > 1 ? steps[1] : "";
            boolean byLanguage = steps.length > 2 && !steps[2].chars().allMatch(Character::isDigit);
            String column = byLanguage ? field + "." + steps[2] : field;
            return new ImportError(file, line, column, violation.reason());
        }
    }
}
