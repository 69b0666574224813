package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Contract;

/** The editorial operations in the OpenAPI document: all families have the same. */
class EntryOperationsTest {

    /** Method, and path below the family's. */
    private static final Set<String> OPERATIONS = Set.of(
            "get ",
            "post ",
            "get /{id}",
            "put /{id}",
            "patch /{id}",
            "post /{id}/submit",
            "post /{id}/approve",
            "post /{id}/reject",
            "post /{id}/publish",
            "post /{id}/withdraw",
            "put /{id}/schedule",
            "delete /{id}/schedule",
            "get /{id}/revisions",
            "get /{id}/revisions/{number}",
            "get /{id}/revisions/{number}/diff",
            "post /{id}/revisions/{number}/restore",
            "post /{id}/revisions/{number}/preview");

    private static JsonNode paths() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Contract.FILE)).get("paths");
    }

    private static Set<String> operations(String family) throws IOException {
        Set<String> found = new TreeSet<>();
        paths().properties().forEach(path -> {
            if (path.getKey().matches("/editorial/v1/" + family + "(/.*)?")) {
                String below = path.getKey().substring(("/editorial/v1/" + family).length());
                path.getValue().fieldNames().forEachRemaining(method -> found.add(method + " " + below));
            }
        });
        return found;
    }

    @ParameterizedTest
    @EnumSource(FamilySample.class)
    void everyFamilyHasEveryOperation(FamilySample sample) throws IOException {
        assertThat(operations(sample.family)).containsAll(OPERATIONS).isEqualTo(operations(FamilySample.UNIT.family));
    }

    @Test
    void everyFamilyThatThePublicReadsIsTestedHere() throws IOException {
        Set<String> read = new TreeSet<>();
        paths().fieldNames().forEachRemaining(path -> {
            if (path.matches("/api/v1/[a-z-]+/\\{idOrSlug}")) {
                read.add(path.split("/")[3]);
            }
        });
        assertThat(Arrays.stream(FamilySample.values())
                        .map(sample -> sample.family)
                        .collect(Collectors.toSet()))
                .isEqualTo(read);
    }

    @Test
    void everyOperationHasANameOfItsOwn() throws IOException {
        assertThat(paths().findValuesAsText("operationId")).doesNotHaveDuplicates();
    }
}
