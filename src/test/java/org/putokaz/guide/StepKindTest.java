package org.putokaz.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Warnings and emergencies of a guide are read before its steps, or an editor is warned. */
class StepKindTest {

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL), Map.of(), List.of(), Language.SR_CYRL);

    private final GuideFamily family = new GuideFamily(null, null, null);

    private static final String CHANNEL = "'contactChannels': ['01a20a90-1c5c-74a9-9b9a-d0da3d649a85']";

    /** @param kinds of the steps; {@code -} for none, with a plus sign where the step names a channel */
    private static GuideContent guide(String kinds) {
        String steps = Arrays.stream(kinds.split(" "))
                .map(kind -> kind.equals("-")
                        ? "{}"
                        : "{'kind': '" + kind.replace("+", "', " + CHANNEL + ", 'slug': 'a") + "'}")
                .collect(Collectors.joining(", "));
        return ContentJson.read(("{'steps': [" + steps + "]}").replace('\'', '"'), GuideContent.class);
    }

    private List<String> warnings(GuideContent guide) {
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        family.findWarnings(guide, LocalDate.of(2026, 11, 30), warnings);
        return warnings.violations().stream()
                .map(violation -> violation.location() + " "
                        + violation.reason().code() + " " + violation.reason().arguments())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "- -, ",
        "emergency+ warning - step -, ",
        "warning emergency+ step, ",
        "emergency+, ",
        "emergency, /steps/0/contactChannels emergency-step-without-channel []",
        "- emergency+, /steps/1/kind safety-after-step [emergency]",
        "emergency+ step - warning, /steps/3/kind safety-after-step [warning]"
    })
    void whatIsUrgentComesBeforeTheSteps(String kinds, String warning) {
        assertThat(warnings(guide(kinds))).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void aStepWithoutAKindIsAnOrdinaryOneAndIsStoredAsBefore() {
        GuideContent guide = guide("- warning");
        assertThat(guide.steps().get(0).kindOrDefault()).isEqualTo(StepKind.STEP);
        assertThat(ContentJson.write(guide)).isEqualTo("{\"sortOrder\":0,\"steps\":[{},{\"kind\":\"warning\"}]}");
    }
}
