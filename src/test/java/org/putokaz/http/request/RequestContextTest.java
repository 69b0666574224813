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

    private final RequestContext reader =
            new RequestContext(LANGUAGES, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Belgrade"));

    @Test
    void todayIsTheDayWhereTheInstitutionIs() {
        assertThat(reader.today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void theLanguageIsTheAuthoritativeOneUntilSomebodyAsks() {
        assertThat(reader.language()).isEqualTo(Language.SR_CYRL);
        reader.prefers("en");
        assertThat(reader.language()).isEqualTo(Language.EN);
        assertThat(reader.languageNegotiated()).isTrue();
    }

    @Test
    void theUrlOutweighsTheHeader() {
        reader.prefers("en");
        reader.asksFor(Language.SR_CYRL);
        assertThat(reader.language()).isEqualTo(Language.SR_CYRL);
        assertThat(reader.languageNegotiated()).isFalse();
    }

    @Test
    void theNextChangeIsTheNearestToComeAndTheLastTheNearestPast() {
        reader.changesAt(NOW.plusSeconds(20));
        reader.changesAt(NOW.plusSeconds(10));
        reader.changesAt(NOW.plusSeconds(30));
        reader.changesAt(NOW.minusSeconds(20));
        reader.changesAt(NOW.minusSeconds(10));
        reader.changesAt(NOW.minusSeconds(30));
        assertThat(reader.nextChange()).isEqualTo(NOW.plusSeconds(10));
        assertThat(reader.lastChange()).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void anAwaitedChangeIsNoPastOneWhenItIsLate() {
        reader.awaitsChangeAt(NOW.plusSeconds(5));
        assertThat(CacheControlPolicy.ofAnswer(reader)).isEqualTo("public, max-age=5");
        reader.awaitsChangeAt(NOW);
        assertThat(reader.lastChange()).isNull();
        assertThat(CacheControlPolicy.ofAnswer(reader)).isEqualTo("public, max-age=0, no-cache");
    }

    @Test
    void whatDependsOnTheDayChangedAndWillChangeAtMidnight() {
        reader.dependsOnTheDay();
        assertThat(reader.lastChange()).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(reader.nextChange()).isEqualTo("2026-07-01T22:00:00Z");
    }
}
