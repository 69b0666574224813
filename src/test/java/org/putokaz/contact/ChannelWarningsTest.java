package org.putokaz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** A value that is possible and suspicious is shown to an approver. */
class ChannelWarningsTest {

    private static List<String> find(String kind, String value) {
        ObjectNode content =
                JsonNodeFactory.instance.objectNode().put("kind", kind).put("value", value);
        ContentViolations warnings =
                new ContentViolations(new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL), Map.of()));
        new ChannelWarnings(LocalDate.of(2026, 11, 30), warnings)
                .find(ContentJson.read(content, ChannelContent.class), NumberingContext.of("RS"));
        return warnings.violations().stream()
                .map(warning -> warning.location() + " " + warning.reason().code() + " "
                        + warning.reason().arguments())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone | 011 3612 345 лок. 36123      | [011 3612 345, 36123]
            sms   | 063 610 590 ext 610591       | [063 610 590, 610591]
            phone | 011 3612 345 lok. 3612346    | [011 3612 345, 3612346]
            """)
    void anExtensionAsLongAsANumberIsAWarning(String kind, String value, String arguments) {
        assertThat(find(kind, value)).containsExactly("/value extension-perhaps-a-number " + arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone | 011 3612 345 лок. 3612
            phone | 011 3612 345 лок. 012
            phone | 011 3612 345
            phone | 116 111
            email | 36123@example.org
            """)
    void aShortExtensionIsNone(String kind, String value) {
        assertThat(find(kind, value)).isEmpty();
    }
}
