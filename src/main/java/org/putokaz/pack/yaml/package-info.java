/**
 * YAML as it is used in content packs, on SnakeYAML. {@link org.putokaz.pack.yaml.StrictYamlReader} reads a file to a
 * {@link org.putokaz.pack.yaml.YamlJsonTree}, a JSON tree with line numbers; {@link org.putokaz.pack.yaml.YamlWriter}
 * writes a JSON object, each text in the style that {@code ScalarStyles} chooses.
 */
@NullMarked
package org.putokaz.pack.yaml;

import org.jspecify.annotations.NullMarked;
