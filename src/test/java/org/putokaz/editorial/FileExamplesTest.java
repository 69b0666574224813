package org.putokaz.editorial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** What the contract shows of imports and previews are answers about the Center's own content. */
@HttpTest
@TestProfile(Apart.class)
class FileExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode tree(Response response) throws IOException {
        assertThat(response.statusCode()).as(response.asString()).isLessThan(300);
        return JSON.readTree(response.asByteArray());
    }

    @Test
    void aDryRunIsShown() throws IOException {
        JsonNode report = tree(Tokens.as(Role.EDITOR)
                .header("Content-Type", "text/csv")
                .header("Accept-Language", "en")
                .body("slug,value\nkontakt-telefon-centra,063 610 59O\n")
                .post("/editorial/v1/import?dryRun=true"));
        EditorialExamplesTest.assertExample("ImportReport", report);
    }

    @Test
    void aPreviewIsShown() throws IOException {
        String url = tree(Tokens.as(Role.EDITOR)
                        .header("Content-Type", "application/json")
                        .body("{}")
                        .post("/editorial/v1/contact-channels/" + Center.PHONE + "/revisions/1/preview"))
                .get("url")
                .asText();
        EditorialExamplesTest.assertExample("PreviewedEntry", tree(given().get(url + "?lang=en")));
    }
}
