package org.putokaz.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;

/** The tree of organisational units as of a day, with units whose dates are not known to the day. */
@DatabaseTest
class UnitTreeTest {

    private static final Map<String, String> SHORT = Map.of(
            "sluzba-za-zastitu-zrtava-trgovine-ljudima", "former-service",
            "centar-za-zastitu-zrtava-trgovine-ljudima", "center",
            "sluzba-za-koordinaciju-zastite-zrtava-trgovine-ljudima", "service",
            "prihvatiliste-za-zrtve-trgovine-ljudima", "shelter");

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    /** The tree as one line: {@code slug existence(children)}. */
    private static String tree(String query) {
        return text(given().get("/api/v1/organisational-units/tree" + query)
                .jsonPath()
                .getList("data"));
    }

    @SuppressWarnings("unchecked")
    private static String text(List<Map<String, Object>> nodes) {
        return String.join(
                ", ",
                nodes.stream()
                        .map(node -> {
                            String children = text((List<Map<String, Object>>) node.get("children"));
                            String slug = (String) node.get("slug");
                            return SHORT.getOrDefault(slug, slug) + " " + node.get("existence")
                                    + (children.isEmpty() ? "" : " (" + children + ")");
                        })
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003-12-31 | ''",
                "2004-01-01 | former-service possible",
                "2004-06-01 | former-service possible",
                "2012-04-12 | former-service possible",
                "2012-04-13 | center certain",
                "2012-07-01 | center certain",
                "2012-07-02 | center certain (service certain)",
                "2019-01-31 | center certain (service certain)",
                "2019-02-15 | center certain (service certain, shelter possible)",
                "2019-02-28 | center certain (service certain, shelter certain)",
                "2019-03-01 | center certain (service certain, shelter certain)"
            })
    void theTreeOfTheCenterIsAsItWasOnThatDay(String day, String expected) {
        assertThat(tree("?asOf=" + day)).isEqualTo(expected);
    }

    @Test
    void withoutADayTheTreeIsOfToday() {
        assertThat(tree("")).isEqualTo("center certain (service certain, shelter certain)");
    }

    @Test
    void aUnitWhoseParentDidNotExistStandsOnTop() {
        String above = ScratchEntries.slug("zavod");
        String below = ScratchEntries.slug("odeljenje");
        UUID parent = scratch.publish(
                ScratchEntries.UNITS,
                above,
                ScratchEntries.unit("'established': '1950-01-01'", "'dissolved': '1960-01-01'"));
        scratch.publish(
                ScratchEntries.UNITS,
                below,
                ScratchEntries.unit("'established': '1940'", "'dissolved': '1970'", "'parent': '" + parent + "'"));

        assertThat(tree("?asOf=1939-12-31")).isEmpty();
        assertThat(tree("?asOf=1945-05-09")).isEqualTo(below + " certain");
        assertThat(tree("?asOf=1955-05-09")).isEqualTo(above + " certain (" + below + " certain)");
        assertThat(tree("?asOf=1960-01-01")).isEqualTo(above + " possible (" + below + " certain)");
        assertThat(tree("?asOf=1960-01-02")).isEqualTo(below + " certain");
        assertThat(tree("?asOf=1970-06-01")).isEqualTo(below + " possible");
        assertThat(tree("?asOf=1971-01-01")).isEmpty();
    }

    @Test
    void aUnitBelowAWithdrawnOneStandsOnTop() {
        String above = ScratchEntries.slug("zavod");
        String below = ScratchEntries.slug("odeljenje");
        UUID parent = scratch.publish(ScratchEntries.UNITS, above, ScratchEntries.unit("'dissolved': '1900'"));
        scratch.publish(
                ScratchEntries.UNITS, below, ScratchEntries.unit("'dissolved': '1900'", "'parent': '" + parent + "'"));
        assertThat(tree("?asOf=1890-01-01")).isEqualTo(above + " certain (" + below + " certain)");
        scratch.withdraw(parent, org.putokaz.live.WithdrawalReason.ERROR);
        assertThat(tree("?asOf=1890-01-01")).isEqualTo(below + " certain");
    }
}
