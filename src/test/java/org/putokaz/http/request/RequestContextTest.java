package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

class RequestContextTest {

    private static final Instant NOW = Instant.parse("2026-06-30T22:30:00Z");
    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.EN), Map.of());

    private final RequestContext context =
            new RequestContext(LANGUAGES, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Belgrade"));

    @Test
    void todayIsTheDayWhereTheInstitutionIs() {
        assertThat(context.today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void theLanguageIsTheAuthoritativeOneUntilAnotherIsNegotiated() {
        assertThat(context.language()).isEqualTo(Language.SR_CYRL);
        context.negotiateLanguage("en");
        assertThat(context.language()).isEqualTo(Language.EN);
        assertThat(context.isLanguageNegotiated()).isTrue();
    }

    @Test
    void theUrlOutweighsTheHeader() {
        context.negotiateLanguage("en");
        context.setLanguage(Language.SR_CYRL);
        assertThat(context.language()).isEqualTo(Language.SR_CYRL);
        assertThat(context.isLanguageNegotiated()).isFalse();
    }

    @Test
    void aScheduledChangeLimitsTheResponseAndIsNoPastOneWhenItIsOverdue() {
        context.validity().addScheduledChange(NOW.plusSeconds(5));
        assertThat(CacheControlPolicy.forContent(context)).isEqualTo("public, max-age=5");
        context.validity().addScheduledChange(NOW);
        assertThat(context.validity().lastChange()).isNull();
        assertThat(CacheControlPolicy.forContent(context)).isEqualTo("public, max-age=0, no-cache");
    }
}
